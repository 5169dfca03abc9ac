// How well the phrase rules do on sentences that were written before the rules were: npm run bench:phrases
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { type Book, compileBook } from '../linter/core/book.ts';
import { deskOf } from '../linter/core/desk.ts';
import { messagesOf } from '../linter/core/passages.ts';
import { broughtBy, find } from '../linter/core/pattern.ts';
import { checkMessage, isUnchecked, policyOf } from '../linter/core/phrases.ts';
import { sentencesOf } from '../linter/core/prose.ts';
import { MOST_STEPS, rowOf } from '../linter/core/row.ts';
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
  return messagesOf(readMarkdown(text), text, { audience: 'customer' }).flatMap((message) =>
    checkMessage(message, book, policy).map((each) => (isUnchecked(each) ? 'not checked' : each.phrase.id)),
  );
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
    `${group.padEnd(12)}  ${String(book.phrases.count).padStart(5)}  ${share(right, right + wrong.length).padStart(9)}  ${share(right, right + missed.length).padStart(6)}`,
  );
  if (verbose) for (const each of [...missed, ...wrong]) console.log(`    ${each.flag ? 'missed' : `wrongly ${each.by.join(', ')}`}: ${each.text}`);
}
console.log(`${'all'.padEnd(19)}  ${share(total.right, total.right + total.wrong).padStart(9)}  ${share(total.right, total.right + total.missed).padStart(6)}`);

// the bound on steps (core/row.ts) is for hostile rules: no honest text may come near it, were all of it prose and each rule for everybody
const all = compileBook(readdirSync(folder).map((name) => readYaml(readFileSync(`${folder}/${name}`, 'utf8')).data as Phrases));
const desk = deskOf(all);
const sentences = globSync(['site/content/**/*.{md,mdx,yaml}', 'test/phrases/*.yaml']).flatMap((file) => sentencesOf(readFileSync(file, 'utf8')));
const most = Math.max(...sentences.map(({ text }) => stepsIn(text) / text.length));
console.log(`\n${sentences.length} sentences: at most ${Math.ceil(most)} steps for each of their characters, of ${MOST_STEPS}`);

function stepsIn(text: string): number {
  const row = rowOf(text, desk);
  for (const pattern of broughtBy(row, desk)) {
    const unless = find(pattern, row, desk).length > 0 ? desk.phrase(desk.pattern(pattern).phrase).unless : undefined;
    for (const each of unless ?? []) find(each, row, desk);
  }
  for (const pattern of all.told) find(pattern, row, desk);
  return text.length * MOST_STEPS - row.left;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((part / whole) * 100)} %`;
}
