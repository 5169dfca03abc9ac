import { compilePattern, type Pattern } from './pattern.ts';
import { PatternError } from './pattern-syntax.ts';
import { type Audience, type Message, maskQuotes, type Passage, type Sentence, sentencesOf, sourceSpan } from './prose.ts';
import { type Row, rowOf } from './row.ts';
import type { Finding, Severity } from './rule.ts';
import type { Span } from './text.ts';
import type { Config, PhraseRule, Phrases } from './types.generated.ts';

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

export function policyOf({ updates }: Pick<Config, 'updates'>): UpdatePolicy {
  return { first: 15, every: 60, 'long-running': 1440, 'fix-time': 'warn', ...updates };
}

/** A phrase rule made ready to look for. */
export interface Phrase {
  readonly id: string;
  readonly rule: PhraseRule;
  /** What a diagnostic of it carries as its rule. */
  readonly named: { readonly id: string; readonly severity: Severity; readonly messages: Readonly<Record<'found', string>> };
  readonly find: readonly Pattern[];
  readonly unless: readonly Pattern[];
}

/** What an editor wrote wrong in a pattern, and which. */
export interface PatternFault {
  readonly rule: number;
  readonly key: 'find' | 'unless';
  readonly index: number;
  readonly problem: string;
}

/** Makes the rules of one file ready; rules whose patterns cannot be read are left out and told. */
export function compilePhrases({
  lists = {},
  rules = [],
}: {
  readonly lists?: Phrases['lists'] | undefined;
  readonly rules?: readonly (PhraseRule | undefined)[] | undefined;
}): {
  readonly phrases: readonly Phrase[];
  readonly faults: readonly PatternFault[];
} {
  const phrases: Phrase[] = [];
  const faults: PatternFault[] = [];
  for (const [at, rule] of rules.entries()) {
    if (!rule) continue;
    const before = faults.length;
    const compiled = (key: 'find' | 'unless'): Pattern[] =>
      (rule[key] ?? []).flatMap((source, index) => {
        try {
          return compilePattern(source, lists);
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
          faults.push({ rule: at, key, index, problem: error.message });
          return [];
        }
      });
    const ready = { find: compiled('find'), unless: compiled('unless') };
    const named = { id: `phrase/${rule.id}`, severity: rule.severity, messages: { found: MESSAGE } };
    if (faults.length === before) phrases.push({ id: rule.id, rule, named, ...ready });
  }
  return { phrases, faults };
}

const MESSAGE = '"{found}": {why} Say instead: {say}';

/** A phrase rule's finding: a stretch of the source, and what may stand there instead. */
export interface PhraseFinding extends Finding<'found'> {
  readonly phrase: Phrase;
  readonly span: Span;
}

interface Said {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly row: Row;
}

/** Looks for wordings to avoid in one message: its sentences one by one, its conditions over the whole. */
export function checkMessage(message: Message, phrases: readonly Phrase[], policy: UpdatePolicy): PhraseFinding[] {
  const all = message.passages.flatMap((passage) =>
    sentencesOf({ ...passage, text: maskQuotes(passage.text) }).map((sentence): Said => ({ passage, sentence, row: rowOf(sentence.text) })),
  );
  const joined = all.map(({ row }) => row.joined).join('');
  let told: boolean | undefined;
  const isTold = (): boolean => {
    told ??= all.some(({ row }) => namesNextUpdate(row));
    return told;
  };
  const found = phrases
    .filter((phrase) => counts(phrase, message, policy) && phrase.find.some((pattern) => pattern.mayBeIn(joined)))
    .flatMap((phrase) => {
      const findings = all.flatMap((said) => findIn(phrase, said, message, policy));
      return findings.length > 0 && phrase.rule.when?.includes('no-next-update') && isTold() ? [] : findings;
    });
  return withoutInner(found);
}

function counts({ rule }: Phrase, message: Message, policy: UpdatePolicy): boolean {
  if (!(rule.audience as readonly Audience[]).includes(message.audience)) return false;
  if (rule.policy === 'fix-time' && policy['fix-time'] === 'allow') return false;
  return Boolean(message.first) || !rule.when?.includes('first-word');
}

function findIn(phrase: Phrase, { passage, sentence: { text, from }, row }: Said, message: Message, policy: UpdatePolicy): PhraseFinding[] {
  const { rule } = phrase;
  const spans = phrase.find.flatMap((pattern) => pattern.find(row));
  if (spans.length === 0 || phrase.unless.some((pattern) => pattern.find(row).length > 0)) return [];
  return spans.flatMap(([start, end]): PhraseFinding[] => {
    const found = text.slice(start, end);
    const most = message.longRunning ? policy['long-running'] : policy.every;
    if (rule.policy === 'cadence' && (minutesOf(found) ?? 0) <= most) return [];
    const severity = rule.policy === 'fix-time' ? (policy['fix-time'] === 'forbid' ? 'error' : 'warning') : rule.severity;
    const span = sourceSpan(passage, [from + start, from + end]);
    const data = { found, why: rule.why, say: rule.say };
    const fix = rule.replace === undefined ? {} : { fix: { span, text: likeCase(rule.replace, found) } };
    return [{ messageId: 'found', at: [], span, data, severity, phrase, ...fix }];
  });
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Of findings that lie in each other the heaviest stays, of equal ones the widest: one wording, one message. */
function withoutInner(findings: readonly PhraseFinding[]): PhraseFinding[] {
  const weight = ({ severity, phrase }: PhraseFinding): number => WEIGHT[severity ?? phrase.rule.severity];
  const width = ({ span: [start, end] }: PhraseFinding): number => end - start;
  const kept: PhraseFinding[] = [];
  for (const finding of findings.toSorted((a, b) => weight(a) - weight(b) || width(b) - width(a))) {
    const lies = ([start, end]: Span, [from, to]: Span): boolean => from <= start && end <= to;
    if (!kept.some((each) => lies(finding.span, each.span) || lies(each.span, finding.span))) kept.push(finding);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}

/** A replacement begins with a capital where the words it replaces did. */
function likeCase(text: string, found: string): string {
  return /^\p{Lu}/u.test(found) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const WHEN = '(<time>|<duration>|<unfilled>)';
const PROMPT = '(by|at|before|within|in|every|until|than|around|on) [the] [about]';
const TELL = '(update*|tell|call|phone|ring|mail|email|e-mail|write|text|message|report|contact|inform|post|send|notify|hear|know|touch|word|news|answer)';
// what has begun at 9 am says nothing of the next word: these look for what will be, or for somebody who is told
const TOLD = [
  `(will|shall|we'll|i'll|you'll|expect) [*] [*] [*] ${TELL} ... ${PROMPT} ${WHEN}`,
  `(update|tell|call|phone|ring|mail|email|e-mail|write|text|message|report|contact|inform|post|send|notify|back) [to|back] (you|him|her|them|everybody|everyone|all|again) ... ${PROMPT} ${WHEN}`,
  `(you|everybody|everyone) (posted|updated|informed|know|hear|have) ... ${PROMPT} ${WHEN}`,
  `(hear [*] from (us|me)|in touch|in contact|report back|back with) ... ${PROMPT} ${WHEN}`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} ... (will|shall|we'll|i'll|you'll) [*] [*] ${TELL}`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} (we|i|you) [*] ${TELL} [to|an] (you|again|from|more|back|update)`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} and [will] ${TELL} [to] (you|again)`,
  `next (update|word|message|call|mail|e-mail|email|news) ... ${WHEN}`,
  `(update|updates|word|news|more) [*] [*] (by|before|within|until|every|than) [the] ${WHEN}`,
  `^ [an] (update|updates|word|news|more) [*] [*] [*] ${PROMPT} ${WHEN}`,
];
let compiled: readonly Pattern[] | undefined;

/** Whether a sentence says when the next word comes. A time that is not filled in counts: it is told as what it is. */
function namesNextUpdate(row: Row): boolean {
  compiled ??= TOLD.map((pattern) => compilePattern(pattern));
  return compiled.some((pattern) => pattern.find(row).length > 0);
}

const UNITS: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/\bmin(ute)?s?\b/i, 1],
  [/\b(hours?|hrs?)\b/i, 60],
  [/\bdays?\b/i, 1440],
  [/\bweeks?\b/i, 10080],
];
const NUMBERS: Readonly<Record<string, number>> = {
  half: 0.5,
  an: 1,
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  few: 3,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
};

/** Minutes of the duration in a few words such as "within 4 hours"; undefined where there is none. */
export function minutesOf(text: string): number | undefined {
  const [unit, minutes] = UNITS.find(([pattern]) => pattern.test(text)) ?? [];
  if (unit === undefined || minutes === undefined) return undefined;
  // the number that stands next to the unit: "a call in two hours", "a couple of hours"; "half an hour" is less than one
  const words =
    text
      .slice(0, text.search(unit))
      .toLowerCase()
      .match(/\d+|[a-z]+(?:-[a-z]+)?/g) ?? [];
  const number = /\bhalf an? *$/.test(words.slice(-2).join(' ')) ? 'half' : words.findLast((each) => /^\d/.test(each) || Object.hasOwn(NUMBERS, each));
  return (number === undefined ? 1 : (NUMBERS[number] ?? Number(number))) * minutes;
}
