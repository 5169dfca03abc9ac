import { pictureNames, schemeOf, spanOfAddress } from '../core/allowed.ts';
import type { Addresses } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';
import { walk } from '../core/tree.ts';

/** Places in these pages are ids; in others they are headings, which the test of the built site knows. */
const PLACED = /^\/(?:checklists|phrases|rules)\//;
const MOST_LOOKS = 20;

export default defineRule({
  id: 'known-link',
  reads: 'page',
  severity: 'error',
  summary: 'A link inside the site leads to a page that there is.',
  why: 'A tech who runs into a dead link in a server room does not try the next one.',
  messages: {
    unknown: 'There is no page {url} in this site.',
    place: 'The page {page} has no place "{place}".',
    typo: 'Nothing in this site has the address {url}. Did you mean {suggestion}?',
    relative: 'Begin the address of a page with a slash: /playbooks/leaving-a-site/. From here "{url}" leads nowhere.',
    slash: 'An address inside the site ends with a slash: {suggestion}.',
  },
  *check({ root, text, addresses }) {
    const pictures = pictureNames(root);
    let looked = 0;
    for (const node of walk(root)) {
      const isLink = node.type === 'link' || (node.type === 'definition' && !pictures.has(node.identifier ?? ''));
      const url = isLink ? node.url : undefined;
      if (url === undefined || url.startsWith('#') || schemeOf(url) !== undefined) continue;
      const at = { at: [], span: spanOfAddress(node, text) };
      const [page = '', place] = url.split('#');
      if (!url.startsWith('/')) yield { ...at, messageId: 'relative', data: { url } };
      else if (!page.endsWith('/') && addresses.pages.has(`${page}/`))
        yield { ...at, messageId: 'slash', data: { suggestion: `${page}/${place === undefined ? '' : `#${place}`}` } };
      else if (!addresses.pages.has(page) || (place !== undefined && PLACED.test(page) && !addresses.pages.has(url))) {
        // each look goes over all addresses
        looked += 1;
        const isPage = addresses.pages.has(page);
        const near = looked > MOST_LOOKS ? undefined : isPage ? nearest(place ?? '', placesIn(page, addresses)) : nearest(url, addresses.pages);
        const suggestion = near && isPage ? `${page}#${near}` : near;
        yield { ...at, messageId: suggestion ? 'typo' : isPage ? 'place' : 'unknown', data: { url, suggestion, page, place } };
      }
    }
  },
});

function placesIn(page: string, { pages }: Addresses): readonly string[] {
  return [...pages].flatMap((each) => (each.startsWith(`${page}#`) ? [each.slice(page.length + 1)] : []));
}
