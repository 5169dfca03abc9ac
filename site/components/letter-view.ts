import type { Part } from '../letter.ts';
import { element } from './element.ts';

/** Draws the finished text. A slot that is still blank is marked, and a link to its field. */
export function drawLetter(box: HTMLElement, subject: readonly Part[], body: readonly Part[], goTo: (slot: string) => void): void {
  const drawn = (parts: readonly Part[]): (string | Node)[] =>
    parts.map((part) => (part.slot === undefined || part.lead !== undefined ? part.words : blank(part)));
  const blank = ({ words, slot = '' }: Part): HTMLElement => {
    const link = element('a', { href: `#slot-${slot}` }, element('mark', { className: 'slot' }, words));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(slot);
    });
    return link;
  };
  box.querySelector('.letter .subject')?.replaceChildren(element('span', { className: 'quiet' }, 'Subject:'), ' ', ...drawn(subject));
  box.querySelector('.letter .body')?.replaceChildren(...drawn(body));
}

/** How far the form is: "2 of 6 blanks left". */
export function progressWords(left: number, all: number): string {
  if (all === 0) return 'There is nothing to fill in.';
  return left === 0 ? 'Every blank is filled in.' : `${left} of ${all} blanks left`;
}

/** What stands beside the count of blanks when nobody looked at the wording. */
export const NOT_CHECKED = 'wording not checked';

/** Says beside the count of blanks what is to be said of the wording; nothing where the words are empty. */
export function tellWordings(box: HTMLElement, words: string): void {
  const place = box.querySelector<HTMLElement>('.wordings');
  if (!place) return;
  place.textContent = words;
  place.hidden = words === '';
}
