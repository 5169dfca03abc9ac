import { minutesOf, namesNextUpdate } from './next-update.ts';
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
  const counting = phrases.filter((phrase) => counts(phrase, message, policy));
  const possible = all.map(({ row }) => possibleIn(phrases, row));
  let told: boolean | undefined;
  const isTold = (): boolean => {
    told ??= all.some(({ row }) => namesNextUpdate(row));
    return told;
  };
  const found = counting.flatMap((phrase) => {
    const findings = all.flatMap((said, at) => findIn(phrase, possible[at]?.get(phrase) ?? [], said, message, policy));
    return findings.length > 0 && phrase.rule.when?.includes('no-next-update') && isTold() ? [] : findings;
  });
  return withoutInner(found);
}

type Entry = readonly [phrase: Phrase, pattern: Pattern];

/** Patterns by a word that each of them needs. */
interface Index {
  readonly whole: ReadonlyMap<string, readonly Entry[]>;
  readonly beginnings: readonly (readonly [beginning: string, entry: Entry])[];
  readonly always: readonly Entry[];
}

const indexes = new WeakMap<readonly Phrase[], Index>();

/** The patterns that a sentence may hold. Of hundreds few are in it: to look for each would take longer than all the rest. */
function possibleIn(phrases: readonly Phrase[], { lower, joined }: Row): ReadonlyMap<Phrase, readonly Pattern[]> {
  const { whole, beginnings, always } = indexes.get(phrases) ?? indexOf(phrases);
  const found = new Set(always);
  for (const word of lower) for (const entry of whole.get(word) ?? []) found.add(entry);
  for (const [beginning, entry] of beginnings) if (joined.includes(beginning)) found.add(entry);
  const possible = new Map<Phrase, Pattern[]>();
  for (const [phrase, pattern] of found) {
    const own = possible.get(phrase);
    if (own) own.push(pattern);
    else possible.set(phrase, [pattern]);
  }
  return possible;
}

function indexOf(phrases: readonly Phrase[]): Index {
  const whole = new Map<string, Entry[]>();
  const beginnings: [string, Entry][] = [];
  const always: Entry[] = [];
  for (const phrase of phrases) {
    for (const pattern of phrase.find) {
      const entry: Entry = [phrase, pattern];
      if (pattern.needs.length === 0) always.push(entry);
      for (const word of pattern.needs) {
        if (!word.endsWith(' ')) {
          beginnings.push([word, entry]);
          continue;
        }
        const own = whole.get(word.trim()) ?? [];
        own.push(entry);
        whole.set(word.trim(), own);
      }
    }
  }
  const index = { whole, beginnings, always };
  indexes.set(phrases, index);
  return index;
}

function counts({ rule }: Phrase, message: Message, policy: UpdatePolicy): boolean {
  if (!(rule.audience as readonly Audience[]).includes(message.audience)) return false;
  if (rule.policy === 'fix-time' && policy['fix-time'] === 'allow') return false;
  return Boolean(message.first) || !rule.when?.includes('first-word');
}

function findIn(
  phrase: Phrase,
  find: readonly Pattern[],
  { passage, sentence: { text, from }, row }: Said,
  message: Message,
  policy: UpdatePolicy,
): PhraseFinding[] {
  const { rule } = phrase;
  const spans = find.flatMap((pattern) => pattern.find(row));
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
