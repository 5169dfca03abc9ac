import type { Book, Phrase } from './book.ts';
import { type Desk, deskOf } from './desk.ts';
import { minutesOf } from './next-update.ts';
import { broughtBy, find, orderIn } from './pattern.ts';
import { type Message, maskQuotes, type Passage, type Sentence, sentencesOf, sourceSpan } from './prose.ts';
import { type Row, rowOf } from './row.ts';
import type { Finding, Severity } from './rule.ts';
import type { Span } from './text.ts';
import type { Config } from './types.generated.ts';

/** What the config says of updates, with what holds where it says nothing. */
export interface UpdatePolicy {
  /** Minutes until the first word. */
  readonly first: number;
  /** The most minutes between two updates. */
  readonly every: number;
  /** The same, once it takes days. */
  readonly 'long-running': number;
  readonly 'fix-time': 'allow' | 'warn' | 'forbid';
}

export function policyOf({ updates }: { readonly updates?: Config['updates'] | undefined }): UpdatePolicy {
  return { first: 15, every: 60, 'long-running': 1440, 'fix-time': 'warn', ...updates };
}

/** What a diagnostic of a phrase carries as its rule. */
export function namedOf({ id, severity }: Phrase): { readonly id: string; readonly severity: Severity; readonly messages: Readonly<Record<'found', string>> } {
  return { id: `phrase/${id}`, severity, messages: { found: '"{found}": {why} Say instead: {say}' } };
}

/** A phrase rule's finding: a stretch of the source, and what may stand there instead. */
export interface PhraseFinding extends Finding<'found'> {
  readonly phrase: Phrase;
  readonly span: Span;
}

/** That a message could not be checked: the sentence in which the phrase rules ask for more steps than any honest ones. */
export interface Unchecked extends Finding<'much'> {
  readonly span: Span;
}

export function isUnchecked(finding: PhraseFinding | Unchecked): finding is Unchecked {
  return finding.messageId === 'much';
}

// some wordings are found by several rules, and a text is rarely wrong in each word
const MOST_HITS = 1000;

/**
 * Looks for wordings to avoid in one message: its sentences one by one, its conditions over the whole. With `only`, for
 * that phrase of the book alone. Of a message that could not be looked through to its end nothing else is told.
 */
export function checkMessage(message: Message, book: Book, policy: UpdatePolicy, only?: Phrase): readonly (PhraseFinding | Unchecked)[] {
  const desk = deskOf(book);
  const isLookedFor = (phrase: Phrase): boolean => (!only || phrase === only) && counts(phrase, message, policy);
  const most = message.passages.reduce((sum, { text }) => sum + text.length, MOST_HITS);
  const sentences: Placed[] = [];
  const hits: Hit[] = [];
  for (const passage of message.passages) {
    for (const { text, from } of sentencesOf(maskQuotes(passage.text))) {
      const sentence = { passage, text, from };
      sentences.push(sentence);
      if (!book.isWhole) return [uncheckedAt(sentence, undefined)];
      const row = rowOf(text, desk);
      const { seen, last } = phrasesIn(row, desk, isLookedFor, most - hits.length);
      if (row.left < 0) return [uncheckedAt(sentence, last)];
      for (const { phrase, spans } of seen) {
        for (const [start, end] of spans) {
          const found = text.slice(start, end);
          if (!isOften(found, phrase, message, policy)) hits.push({ phrase, passage, found, span: [from + start, from + end] });
        }
      }
    }
  }
  const hanging = hits.find(hangs);
  let isTold = false;
  for (const sentence of hanging ? sentences : []) {
    const row = rowOf(sentence.text, desk);
    isTold = book.told.some((pattern) => find(pattern, row, desk).length > 0);
    if (row.left < 0) return [uncheckedAt(sentence, hanging?.phrase)];
    if (isTold) break;
  }
  return findingsOf(isTold ? hits.filter((each) => !hangs(each)) : hits, policy);
}

/** A sentence, and where it stands. */
interface Placed extends Sentence {
  readonly passage: Passage;
}

/** `last`: what was looked for when the steps were spent; undefined where they did not even last to tell what to look for. */
function uncheckedAt({ passage, text, from }: Placed, last: Phrase | undefined): Unchecked {
  const span = sourceSpan(passage, [from + text.length - text.trimStart().length, from + text.trimEnd().length]);
  return { messageId: 'much', at: [], span, data: { rule: last ? `phrase/${last.id}` : 'all of them' }, undecided: true };
}

/** Where a phrase's pattern was found in a row. */
interface Seen {
  readonly pattern: number;
  readonly phrase: Phrase;
  readonly spans: readonly Span[];
}

/** Where a row's text holds phrases that are looked for, `most` times at most, and which was looked for last; of equal findings the first stays. */
function phrasesIn(
  row: Row,
  desk: Desk,
  isLookedFor: (phrase: Phrase) => boolean,
  most: number,
): { readonly seen: readonly Seen[]; readonly last?: Phrase | undefined } {
  const seen: Seen[] = [];
  let last: Phrase | undefined;
  let places = 0;
  for (const pattern of broughtBy(row, desk)) {
    if (row.left < 0) return { seen, last };
    const phrase = desk.phrase(desk.pattern(pattern).phrase);
    if (!isLookedFor(phrase)) continue;
    last = phrase;
    const spans = find(pattern, row, desk);
    if (spans.length === 0 || phrase.unless.some((each) => find(each, row, desk).length > 0)) continue;
    seen.push({ pattern, phrase, spans });
    places += spans.length;
    if (places > most) row.left = -1;
  }
  if (seen.length < 2) return { seen, last };
  const placeOf = orderIn(row, desk);
  return { seen: seen.sort((a, b) => placeOf(a.pattern) - placeOf(b.pattern)), last };
}

/** Where a phrase was found in a passage. */
interface Hit {
  readonly phrase: Phrase;
  readonly passage: Passage;
  readonly found: string;
  readonly span: Span;
}

/** Whether a phrase is right where the message says when the next word comes. */
function hangs({ phrase }: Hit): boolean {
  return Boolean(phrase.when?.includes('no-next-update'));
}

function counts(phrase: Phrase, message: Message, policy: UpdatePolicy): boolean {
  if (!phrase.audience.includes(message.audience)) return false;
  if (phrase.policy === 'fix-time' && policy['fix-time'] === 'allow') return false;
  return Boolean(message.first) || !phrase.when?.includes('first-word');
}

/** Whether what was found names a time to the next word that is short enough. */
function isOften(found: string, phrase: Phrase, message: Message, policy: UpdatePolicy): boolean {
  return phrase.policy === 'cadence' && (minutesOf(found) ?? 0) <= (message.longRunning ? policy['long-running'] : policy.every);
}

function findingsOf(hits: readonly Hit[], policy: UpdatePolicy): readonly PhraseFinding[] {
  return hits.length === 0 ? [] : withoutInner(hits.map((each) => findingOf(each, policy)));
}

function findingOf({ phrase, passage, found, span: own }: Hit, policy: UpdatePolicy): PhraseFinding {
  const severity = phrase.policy === 'fix-time' ? (policy['fix-time'] === 'forbid' ? 'error' : 'warning') : phrase.severity;
  const span = sourceSpan(passage, own);
  const data = { found, why: phrase.why, say: phrase.say };
  const fix = phrase.replace === undefined ? {} : { fix: { span, text: likeCase(phrase.replace, found) } };
  return { messageId: 'found', at: [], span, data, severity, phrase, ...fix };
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Of findings that lie in each other the heaviest stays, of equal ones the widest: one wording, one message. */
function withoutInner(findings: readonly PhraseFinding[]): PhraseFinding[] {
  const weight = ({ severity, phrase }: PhraseFinding): number => WEIGHT[severity ?? phrase.severity];
  const width = ({ span: [start, end] }: PhraseFinding): number => end - start;
  const kept: PhraseFinding[] = [];
  for (const finding of findings.toSorted((a, b) => weight(a) - weight(b) || width(b) - width(a) || byRule(a.phrase, b.phrase))) {
    // none of those that are kept lies in another, so they end in the order in which they begin: a look at two of them tells
    const index = firstFrom(kept, finding.span[0]);
    const lies = ([start, end]: Span, [from, to]: Span): boolean => from <= start && end <= to;
    const isNear = ({ span }: PhraseFinding): boolean => lies(finding.span, span) || lies(span, finding.span);
    if (!kept.slice(Math.max(0, index - 1), index + 1).some(isNear)) kept.splice(index, 0, finding);
  }
  return kept;
}

/** The index of the first finding that begins here or later. */
function firstFrom(findings: readonly PhraseFinding[], start: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.span[0] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In the order in which the rules were written. */
function byRule({ at: [file, rule] }: Phrase, { at: [other, behind] }: Phrase): number {
  return file - other || rule - behind;
}

/** A replacement begins with a capital where the words it replaces did. */
function likeCase(text: string, found: string): string {
  return /^\p{Lu}/u.test(found) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
