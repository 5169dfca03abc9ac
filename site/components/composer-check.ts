import { type InSlot, slotAt, textOf, touchesBlank } from '../letter.ts';
import { promiseWarning } from '../next-word.ts';
import type { Composer } from './composer.ts';
import { type DraftFinding, type DraftReader, type DraftReading, draftReader } from './draft.ts';
import { element } from './element.ts';
import { findingList } from './finding-list.ts';
import { NOT_CHECKED, tellWordings } from './letter-view.ts';

/** Time without a key before the words are read: a list that changes with each letter is read out with each letter. */
const REST = 300;
/** A promised time draws nearer while the page lies open. */
const AGAIN = 30_000;

/** Loads the phrase rules; what it gives back reads the finished text anew. Throws where the rules cannot be loaded. */
export async function watchWords(composer: Composer): Promise<() => void> {
  const read = await readerFrom(composer.facts.rules);
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  setInterval(() => warn(composer), AGAIN);
  const look = (): void => {
    warn(composer);
    const written = composer.parts().some(({ lead }) => lead !== undefined);
    const reading = written && read ? readingOf(composer, read) : undefined;
    const now = reading ? JSON.stringify(reading) : '';
    if (now === shown) return;
    shown = now;
    show(composer, reading);
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  };
}

async function readerFrom(address: string | undefined): Promise<DraftReader | undefined> {
  if (address === undefined) return undefined;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return draftReader(await response.json());
}

/** What is said wrong in the message, subject and body read together as the linter does. A blank is counted elsewhere and is no wording. */
function readingOf({ parts, facts }: Composer, read: DraftReader): DraftReading {
  const now = parts();
  const { findings, unchecked } = read(textOf(now), facts.reading);
  const counted = findings
    .filter(({ span }) => !touchesBlank(now, span))
    .map((finding) => (slotAt(now, finding.span)?.inside ? finding : { ...finding, instead: undefined }));
  return { findings: counted, unchecked };
}

function show({ box, facts, parts, field, replace }: Composer, reading: DraftReading | undefined): void {
  const result = box.querySelector('.result');
  const place = (span: DraftFinding['span']): { readonly slot: string; readonly inside?: InSlot } | undefined => slotAt(parts(), span);
  const where = (span: DraftFinding['span']): Node => {
    const slot = place(span)?.slot;
    if (slot === undefined) return element('span', { className: 'quiet' }, "in the template's own words");
    const link = element('a', { href: `#slot-${slot}`, className: 'quiet' }, `in {${slot}}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      field(slot)?.focus();
    });
    return link;
  };
  const use = (finding: DraftFinding): void => {
    const inside = place(finding.span)?.inside;
    // the list rests while somebody types: what it offers must still be about the words that stand there
    if (inside && textOf(parts()).slice(...finding.span) === finding.found) replace(inside, finding.instead ?? '');
  };
  tellWordings(box, reading ? countWords(reading) : '');
  result?.replaceChildren(...(reading ? findingList(reading, { phrases: facts.phrases, use, where }) : []));
}

function countWords({ findings: { length }, unchecked }: DraftReading): string {
  if (unchecked) return NOT_CHECKED;
  if (length === 0) return '';
  return length === 1 ? '1 wording to change' : `${length} wordings to change`;
}

function warn({ box, facts, value }: Composer): void {
  const caution = box.querySelector('.caution');
  const says = promiseWarning(value('next-update'), new Date(), facts.zone, facts.most) ?? '';
  if (caution && caution.textContent !== says) caution.textContent = says;
}
