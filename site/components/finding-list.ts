import type { DraftFinding, DraftReading, DraftStop } from './draft.ts';
import { element } from './element.ts';

/** What a page does with the findings that it lists. */
export interface Listing {
  /** Address of the page of phrases; empty on that page itself. */
  readonly phrases: string;
  /** Puts the offered words in. */
  use(finding: DraftFinding): void;
  /** Says where the words stand, on a page with several fields. */
  where?(span: DraftFinding['span']): Node;
}

/** Characters of a sentence by which somebody finds it again. */
const ENOUGH = 60;

/**
 * Findings for a reader: how many, and of each what was found, why it costs trust, what to say, and a button where one
 * wording is sure. Words that could not be checked are never called clean.
 */
export function findingList({ findings, unchecked }: DraftReading, listing: Listing): readonly HTMLElement[] {
  const rows = findings.map((finding) => rowOf(finding, listing));
  const list = [element('p', { className: 'count' }, countWords(rows.length)), element('ol', {}, ...rows)];
  if (unchecked === undefined) return list;
  const stop = stopOf(unchecked, listing);
  return rows.length === 0 ? [stop] : [stop, element('p', { className: 'quiet' }, 'Of the rest of your text:'), ...list];
}

function countWords(count: number): string {
  if (count === 0) return 'Nothing found. Read it once more as the person who gets it.';
  return count === 1 ? '1 wording to change:' : `${count} wordings to change:`;
}

/** What the writer can do comes first; the reason is for those who keep the rules. */
function stopOf({ why, cause, sentence }: DraftStop, { where }: Listing): HTMLElement {
  const stop = element('div', { className: 'warn' }, element('p', { className: 'count' }, 'Your wording could not be checked.'));
  if (sentence) {
    const { found, span } = sentence;
    const begins = found.length > ENOUGH ? `${found.slice(0, ENOUGH).replace(/\s+\S*$/, '')} …` : found;
    const at = element('p', {}, 'The check gave up at: ', element('mark', {}, begins));
    if (where) at.append(' ', where(span));
    stop.append(at);
  }
  stop.append(
    element('p', {}, 'So nobody knows yet whether the message is fine. Write it shorter and simpler, or read it once more as the person who gets it.'),
    element('p', { className: 'reason' }, `The reason${cause === 'rules' ? ', for those who keep the phrase rules' : ''}: ${why}`),
  );
  return stop;
}

function rowOf(finding: DraftFinding, { phrases, use, where }: Listing): HTMLElement {
  const { rule, title, found, why, say, instead } = finding;
  const head = element('p', {}, element('mark', {}, found), ' ', element('a', { href: `${phrases}#${rule}` }, title));
  if (where) head.append(' ', where(finding.span));
  const row = element('li', {}, head, element('p', {}, why));
  row.append(element('p', {}, element('span', { className: 'label' }, 'Say'), ' ', say));
  if (instead === undefined) return row;
  const button = element('button', { type: 'button', className: 'button' }, 'Use it');
  button.addEventListener('click', () => use(finding));
  row.append(element('p', {}, element('span', { className: 'label' }, 'In its place'), ' ', element('strong', {}, instead), ' ', button));
  return row;
}
