import { noVisit, type Visit, visitFrom } from '../visit.ts';
import { type CardItem, doubtWords, momentWords, NOT_THERE, visitNote } from '../visit-note.ts';
import { type Mark, spanWords, timesOf, toMinute, whereabouts } from '../visit-times.ts';
import { element } from './element.ts';
import { drawer } from './kept.ts';
import { drawStamps } from './stamp-list.ts';
import { tabs } from './tabs.ts';

/** What the page hands to its script. */
interface CardFacts {
  readonly card: string;
  readonly items: readonly CardItem[];
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Which buttons fit what the tech does right now. */
const OFFERED: Readonly<Record<ReturnType<typeof whereabouts>, readonly string[]>> = {
  away: ['[data-mark=here]'],
  'on-site': ['[data-mark=break]', '[data-mark=leaving]'],
  'on-break': ['[data-mark=back]', '[data-mark=leaving]'],
  left: ['.write', '.still'],
};

/** Brings the card to life: ticks, times and words are kept on this device with each touch, and made into a note. */
export function startVisit(card: HTMLElement): void {
  const facts = JSON.parse(card.querySelector('script[type="application/json"]')?.textContent ?? '') as CardFacts;
  const kept = drawer('localStorage');
  let visit = visitFrom(kept.read());
  const change = (part: Partial<Visit>): void => {
    visit = { ...visit, ...part };
    const safe = kept.write(visit);
    for (const warning of card.querySelectorAll<HTMLElement>('.unkept')) warning.hidden = safe;
    draw(card, facts, visit);
  };
  const now = (): Visit => visit;
  const stampsChanged = (stamps: Visit['stamps']): void => {
    change({ stamps });
    drawTimes();
  };
  const drawTimes = (): void => drawStamps(card, () => visit.stamps, { edited: (stamps) => change({ stamps }), removed: stampsChanged });
  for (const part of card.querySelectorAll<HTMLElement>('.live-only')) part.hidden = false;
  card.classList.add('live');
  const open = tabs(card.querySelector<HTMLElement>('[role=tablist]') ?? card, (panel) => change({ panel }));
  const show = (): void => {
    fillIn(card, visit);
    drawTimes();
    open(visit.panel);
  };
  withFields(card, now, change);
  withMarks(card, now, stampsChanged, open);
  withAnew(card, () => {
    kept.forget();
    visit = noVisit;
    show();
  });
  // the same visit in a second tab
  kept.onChange(() => {
    visit = visitFrom(kept.read());
    show();
  });
  show();
}

function withFields(card: HTMLElement, visit: () => Visit, change: (part: Partial<Visit>) => void): void {
  for (const box of card.querySelectorAll<HTMLInputElement>('[data-tick]')) {
    box.addEventListener('change', () => {
      const others = visit().ticks.filter((id) => id !== box.dataset['tick']);
      change({ ticks: box.checked ? [...others, box.dataset['tick'] ?? ''] : others });
    });
  }
  for (const field of card.querySelectorAll<Field>('[data-said]'))
    field.addEventListener('input', () => change({ said: { ...visit().said, [field.dataset['said'] ?? '']: field.value } }));
}

function withMarks(card: HTMLElement, visit: () => Visit, changed: (stamps: Visit['stamps']) => void, open: (panel: string, focus?: boolean) => void): void {
  // the button that was pressed goes; whoever works by keyboard goes on with the one that comes
  const next = (): void => card.querySelector<HTMLElement>('.clock button:not([hidden])')?.focus();
  for (const button of card.querySelectorAll<HTMLElement>('[data-mark]')) {
    button.addEventListener('click', () => {
      changed([...visit().stamps, { mark: button.dataset['mark'] as Mark, at: toMinute(Date.now()) }]);
      next();
    });
  }
  card.querySelector('.still')?.addEventListener('click', () => {
    const { stamps } = visit();
    const last = stamps.findLastIndex(({ mark }) => mark === 'leaving');
    changed(stamps.filter((_, at) => at !== last));
    next();
  });
  card.querySelector('.add-break')?.addEventListener('click', () => {
    const now = visit().stamps.find(({ mark }) => mark === 'leaving')?.at ?? toMinute(Date.now());
    changed([...visit().stamps, { mark: 'break', at: now }, { mark: 'back', at: now }]);
  });
  card.querySelector('.write')?.addEventListener('click', () => open('note', true));
}

function withAnew(card: HTMLElement, begin: () => void): void {
  const dialog = card.querySelector('dialog');
  card.querySelector('.anew')?.addEventListener('click', () => dialog?.showModal());
  card.querySelector('.keep')?.addEventListener('click', () => dialog?.close());
  card.querySelector('.really')?.addEventListener('click', () => {
    dialog?.close();
    begin();
  });
  card.querySelector('.print-button')?.addEventListener('click', () => window.print());
}

/** Puts what was kept into the fields. */
function fillIn(card: HTMLElement, { ticks, said }: Visit): void {
  for (const box of card.querySelectorAll<HTMLInputElement>('[data-tick]')) box.checked = ticks.includes(box.dataset['tick'] ?? '');
  for (const field of card.querySelectorAll<Field>('[data-said]')) field.value = said[field.dataset['said'] ?? ''] ?? '';
}

/** Draws all that follows from the visit: buttons, counts, what is asked in the end, the note. */
function draw(card: HTMLElement, { card: name, items }: CardFacts, { stamps, ticks, said }: Visit): void {
  const times = timesOf(stamps);
  const doing = whereabouts(stamps);
  const standing = card.querySelector('.standing');
  const words = standingWords(doing, times, Math.max(...stamps.map(({ at }) => at)));
  if (standing && standing.textContent !== words) standing.textContent = words;
  for (const button of card.querySelectorAll<HTMLElement>('.clock button')) button.hidden = !OFFERED[doing].some((each) => button.matches(each));
  drawCounts(card);
  for (const row of card.querySelectorAll<HTMLElement>('[data-about]')) {
    const [kind, item = ''] = (row.dataset['about'] ?? '').split(':');
    row.hidden = ticks.includes(item) === (kind === 'why');
  }
  for (const group of card.querySelectorAll<HTMLElement>('.reasons, .notes')) group.hidden = !group.querySelector('[data-about]:not([hidden])');
  card.querySelector('.doubts')?.replaceChildren(...doubtWords(times).map((doubt) => element('li', { className: 'caution' }, doubt)));
  const note = visitNote({ card: name, items, ticked: new Set(ticks), said, times });
  const whole = card.querySelector('.whole');
  if (whole) whole.textContent = note;
  for (const button of card.querySelectorAll<HTMLElement>('#note button.copy')) button.dataset['text'] = note;
}

function standingWords(doing: ReturnType<typeof whereabouts>, times: ReturnType<typeof timesOf>, latest: number): string {
  const at = (instant: number | undefined): string => (instant === undefined ? 'a time not noted' : momentWords(instant, Date.now()));
  const breaks = times.resting > 0 ? ` Breaks: ${spanWords(times.resting)}.` : '';
  if (doing === 'away') return NOT_THERE;
  if (doing === 'on-break') return `On a break since ${at(latest)}.`;
  if (doing === 'on-site') return `On site since ${at(times.arrived)}.${breaks}`;
  return `Left at ${at(times.left)}.${times.billable === undefined ? '' : ` May be billed: ${spanWords(times.billable)}.`}`;
}

function drawCounts(card: HTMLElement): void {
  for (const tab of card.querySelectorAll('[role=tab]')) {
    const boxes = [...card.querySelectorAll<HTMLInputElement>(`#${CSS.escape(tab.getAttribute('aria-controls') ?? '')} [data-tick]`)];
    const count = tab.querySelector('.count');
    if (count) count.textContent = `${boxes.filter((box) => box.checked).length}/${boxes.length}`;
  }
}
