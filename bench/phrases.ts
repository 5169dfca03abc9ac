// How well the phrase rules do on sentences that were written before the rules were: npm run bench:phrases
import { readdirSync, readFileSync } from 'node:fs';
import { type Book, compileBook } from '../linter/core/book.ts';
import { messagesOf } from '../linter/core/passages.ts';
import { checkMessage, policyOf } from '../linter/core/phrases.ts';
import type { Phrases } from '../linter/core/types.generated.ts';
import { parseFile } from '../linter/parse/file.ts';
import { readMarkdown } from '../linter/parse/markdown.ts';
import { readYaml } from '../linter/parse/yaml.ts';

interface Corpus {
  readonly texts: readonly { readonly text: string; readonly flag: boolean }[];
}

const verbose = process.argv.includes('--wrong');
const folder = 'site/content/phrases';
const policy = policyOf({});
const total = { right: 0, missed: 0, wrong: 0 };

function flagged(text: string, book: Book): readonly string[] {
  return messagesOf(readMarkdown(text), text, { audience: 'customer' }).flatMap((message) => checkMessage(message, book, policy).map((each) => each.phrase.id));
}

console.log('group         rules  precision  recall');
for (const name of readdirSync('test/phrases').sort()) {
  const group = name.replace('.yaml', '');
  const file = `${folder}/${name}`;
  const parsed = parseFile('phrases', { file, text: readFileSync(file, 'utf8') }, {});
  for (const { message, range } of parsed.diagnostics) console.log(`${file}:${range.start.line} ${message}`);
  const book = compileBook([(parsed.value ?? {}) as Phrases]);
  for (const { problem } of book.faults) console.log(`${file} ${problem}`);
  const { texts } = readYaml(readFileSync(`test/phrases/${name}`, 'utf8')).data as Corpus;
  const judged = texts.map(({ text, flag }) => ({ text, flag, by: flagged(text, book) }));
  const right = judged.filter((each) => each.flag && each.by.length > 0).length;
  const missed = judged.filter((each) => each.flag && each.by.length === 0);
  const wrong = judged.filter((each) => !each.flag && each.by.length > 0);
  total.right += right;
  total.missed += missed.length;
  total.wrong += wrong.length;
  console.log(
    `${group.padEnd(12)}  ${String(book.phrases.length).padStart(5)}  ${share(right, right + wrong.length).padStart(9)}  ${share(right, right + missed.length).padStart(6)}`,
  );
  if (verbose) for (const each of [...missed, ...wrong]) console.log(`    ${each.flag ? 'missed' : `wrongly ${each.by.join(', ')}`}: ${each.text}`);
}
console.log(`${'all'.padEnd(19)}  ${share(total.right, total.right + total.wrong).padStart(9)}  ${share(total.right, total.right + total.missed).padStart(6)}`);

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((part / whole) * 100)} %`;
}
