import type { DraftFinding, DraftReading } from './draft.ts';
import { element } from './element.ts';

/** What a page does with the findings that it lists. */
export interface Listing {
  /** Address of the page of phrases; empty on that page itself. */
  readonly phrases: string;
  /** Puts the offered words in. */
  use(finding: DraftFinding): void;
  /** Says where the words stand, on a page with several fields. */
  where?(finding: DraftFinding): Node;
}

/** Findings for a reader: how many, and of each what was found, why it costs trust, what to say, and a button where one wording is sure. Words that could not be checked are never called clean. */
export function findingList({ findings, unchecked }: DraftReading, listing: Listing): readonly HTMLElement[] {
  const alarm = unchecked === undefined ? [] : [element('p', { className: 'alarm' }, unchecked)];
  if (unchecked !== undefined && findings.length === 0) return alarm;
  return [
    ...alarm,
    element('p', { className: 'count' }, countWords(findings.length)),
    element('ol', {}, ...findings.map((finding) => rowOf(finding, listing))),
  ];
}

function countWords(count: number): string {
  if (count === 0) return 'Nothing found. Read it once more as the person who gets it.';
  return count === 1 ? '1 wording to change:' : `${count} wordings to change:`;
}

function rowOf(finding: DraftFinding, { phrases, use, where }: Listing): HTMLElement {
  const { rule, title, found, why, say, instead } = finding;
  const head = element('p', {}, element('mark', {}, found), ' ', element('a', { href: `${phrases}#${rule}` }, title));
  if (where) head.append(' ', where(finding));
  const row = element('li', {}, head, element('p', {}, why));
  row.append(element('p', {}, element('span', { className: 'label' }, 'Say'), ' ', say));
  if (instead === undefined) return row;
  const button = element('button', { type: 'button', className: 'button' }, 'Use it');
  button.addEventListener('click', () => use(finding));
  row.append(element('p', {}, element('span', { className: 'label' }, 'In its place'), ' ', element('strong', {}, instead), ' ', button));
  return row;
}
