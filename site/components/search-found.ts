import { element } from './element.ts';

/** Searches for what is typed, and shows it. */
export interface Finder {
  find(words: string): Promise<void>;
}

/** A page that was found, as Pagefind tells it; an excerpt is markup, with what was found in `mark`. */
interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string; readonly locations: readonly number[] }[];
}

interface Index {
  options(options: { readonly baseUrl: string }): Promise<void>;
  debouncedSearch(words: string, options: object, wait: number): Promise<{ readonly results: readonly { data(): Promise<Page> }[] } | null>;
}

const AT_A_TIME = 6;
const MOST_PLACES = 3;
const WAIT = 150;

/** Fetches the index that the build made, and shows in the dialog what it finds. */
export async function finderIn(dialog: HTMLElement, home: string): Promise<Finder> {
  const index = (await import(/* @vite-ignore */ `${home}pagefind/pagefind.js`)) as Index;
  await index.options({ baseUrl: home });
  const [said, list, more] = ['.search-said', '.search-found', '.search-more'].map((part) => dialog.querySelector<HTMLElement>(part));
  let waiting: readonly { data(): Promise<Page> }[] = [];
  let round = 0;
  const showNext = async (own: number, anew: boolean): Promise<void> => {
    const next = waiting.slice(0, AT_A_TIME);
    const rows = (await Promise.all(next.map((each) => each.data()))).map(row);
    // something else was typed meanwhile
    if (own !== round) return;
    waiting = waiting.slice(AT_A_TIME);
    if (anew) list?.replaceChildren(...rows);
    else list?.append(...rows);
    if (more) more.hidden = waiting.length === 0;
    if (!anew) rows[0]?.querySelector('a')?.focus();
  };
  more?.addEventListener('click', () => showNext(round, false));
  return {
    async find(words) {
      round += 1;
      const own = round;
      const found = words.trim() === '' ? { results: [] } : await index.debouncedSearch(words, {}, WAIT);
      if (found === null || own !== round) return;
      waiting = found.results;
      if (said) said.textContent = saidOf(words.trim(), waiting.length);
      await showNext(own, true);
    },
  };
}

function saidOf(words: string, pages: number): string {
  if (words === '') return '';
  return pages === 0 ? `Nothing found for "${words}".` : `${pages} ${pages === 1 ? 'page' : 'pages'} for "${words}"`;
}

/** A page with the places in it that fit best. */
function row({ url, excerpt, meta, sub_results: places }: Page): HTMLElement {
  // what stands above the first heading belongs to the page, whose title has an anchor of its own
  const top = places.find((each) => each.url.replace(/#_top$/, '') === url);
  const inside = places.filter((each) => each !== top);
  const best = new Set(inside.toSorted((a, b) => b.locations.length - a.locations.length).slice(0, MOST_PLACES));
  const rows = inside.filter((each) => best.has(each)).map((each) => element('li', {}, ...linked(each.url, each.title, each.excerpt)));
  const whole = top?.excerpt ?? (places.length > 0 ? '' : excerpt);
  return element('li', { className: 'search-page' }, ...linked(url, meta.title ?? url, whole), ...(rows.length > 0 ? [element('ul', {}, ...rows)] : []));
}

function linked(href: string, title: string, excerpt: string): HTMLElement[] {
  const link = element('a', { href }, title);
  return excerpt === '' ? [link] : [link, element('p', {}, ...marked(excerpt))];
}

/** The text of an excerpt with its marks, and no other markup: it holds what people wrote. */
function marked(excerpt: string): (string | Node)[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => (node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : (node.textContent ?? '')));
}
