import { nearest } from '../core/suggest.ts';
import { phraseText, type RuleExample, ruleText } from '../formats/explain.ts';
import { Usage } from '../organisation/failure.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';
import { openRulebook, type PhraseHere, type Rulebook, type RuleHere } from './rulebook.ts';

export const help = `Explains a rule: what it wants and why, when it speaks, what it says, and what
to do about it.

Usage: closeout explain RULE [options]

RULE is the name that a finding ends with, or the address of its page.

  --format NAME   text or json (text)
  --help          show this

Examples:
  closeout explain evidence-given
  closeout explain phrase/should-be-fixed
  closeout explain https://closeout.example/rules/evidence-given/

closeout rules lists them all.
`;

const options = { format: { type: 'string' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'explain');
  const format = oneOf('format', values.format, ['text', 'json'] as const) ?? 'text';
  const [written, ...more] = positionals;
  if (!written || more.length > 0) throw new Usage('Say which rule, as a finding names it: closeout explain evidence-given. closeout rules lists them all.');
  const book = openRulebook(io);
  const found = find(book, written);
  if ('group' in found && 'rule' in found) {
    io.out(format === 'json' ? jsonOf({ ...found, group: found.group.id }) : phraseText(found.rule, found.group.title, found.url, viewOf(io)));
    return 0;
  }
  const example = (await import('../core/examples.generated.ts')).examples[found.id] as RuleExample | undefined;
  io.out(format === 'json' ? jsonOf({ ...found, example }) : ruleText(found, example, viewOf(io)));
  return 0;
}

function jsonOf(facts: object): string {
  return `${JSON.stringify({ format: 'closeout-explain', version: 1, ...facts, complete: true }, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/** The rule or phrase rule that is meant; throws Usage where none is. */
function find({ rules, phrases, here }: Rulebook, written: string): RuleHere | PhraseHere {
  const name = nameIn(written);
  const bare = name.replace(/^phrase\//, '');
  const found = (name === bare ? rules.find(({ id }) => id === name) : undefined) ?? phrases.find(({ rule }) => rule.id === bare);
  if (found) return found;
  const ids = [...rules.map(({ id }) => id), ...phrases.map(({ rule }) => `phrase/${rule.id}`)];
  const suggestion = nearest(name, ids) ?? nearest(`phrase/${bare}`, ids);
  const none = name !== bare && !here ? ' Phrase rules are read from your repository; here is none.' : '';
  throw new Usage(`There is no rule "${name}".${suggestion ? ` Did you mean ${suggestion}?` : ''}${none} closeout rules lists them all.`);
}

/** The name in what a finding prints: the name itself, the path of its page, or its whole address. */
export function nameIn(written: string): string {
  const text = written.trim().slice(0, 2000);
  const phrase = /(?:^|\/)phrases\/?#([\w-]+)$/.exec(text)?.[1];
  if (phrase) return `phrase/${phrase}`;
  return /(?:^|\/)(?:linter\/)?rules\/([\w-]+)(?:\/|\.ts)?(?:[?#].*)?$/.exec(text)?.[1] ?? text.toLowerCase();
}
