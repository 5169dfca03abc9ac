import { nearest } from '../core/suggest.ts';
import { ruleLists } from '../formats/rules.ts';
import { Usage } from '../organisation/failure.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';
import { openRulebook, type PhraseHere, type RuleHere } from './rulebook.ts';

export const help = `Lists what Closeout checks: each rule with its severity, as your config has it,
and the state that it wishes. Works outside a repository too.

Usage: closeout rules [WORD] [options]

WORD keeps the rules that say it: in their name, in what they want, or in why.
A severity, a group of phrases (hedges) and phrase (all of them) are words too.

  --format NAME   text, json or markdown (text)
  --help          show this

Examples:
  closeout rules
  closeout rules sign-off
  closeout rules hedges
  closeout rules --format markdown > rules.md
`;

const options = { format: { type: 'string' } } as const;

export function run(args: readonly string[], io: Io): number {
  const { values, positionals } = readOptions(args, options, 'rules');
  const format = ruleLists[oneOf('format', values.format, Object.keys(ruleLists)) ?? 'text'];
  const word = positionals.length > 0 ? positionals.join(' ').trim() : undefined;
  if (word === '') throw new Usage('Say which word, or leave it out for all rules.');
  const book = openRulebook(io);
  const rules = word === undefined ? book.rules : book.rules.filter((rule) => says(wordsOfRule(rule), word));
  const phrases = word === undefined ? book.phrases : book.phrases.filter((phrase) => says(wordsOfPhrase(phrase), word));
  if (rules.length + phrases.length === 0)
    throw new Usage(nothingWith(word ?? '', [...book.rules.map((each) => each.id), ...book.phrases.map((each) => each.group.id)]));
  io.out(format?.({ rules, phrases, word }, viewOf(io)) ?? '');
  return 0;
}

function wordsOfRule({ id, severity, configured, summary, why, timed }: RuleHere): string {
  return [id, configured ?? severity, summary, why, timed ? 'timed' : ''].join('\n');
}

function wordsOfPhrase({ rule, group }: PhraseHere): string {
  return [`phrase/${rule.id}`, group.id, group.title, rule.severity, rule.title].join('\n');
}

/** Whether a text says a word, however that is joined: sign-off, sign off and signoff are one. */
function says(text: string, word: string): boolean {
  const plain = (each: string): string => each.toLowerCase().replaceAll(/[ _-]/g, '');
  return text.split('\n').some((line) => plain(line).includes(plain(word)));
}

function nothingWith(word: string, ids: readonly string[]): string {
  const suggestion = nearest(word, ids);
  return `No rule says "${word}".${suggestion ? ` Did you mean ${suggestion}?` : ''} closeout rules lists them all.`;
}
