import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Book, compileBook } from '../linter/core/book.ts';
import { everyPhrase } from '../linter/core/desk.ts';
import { checkMessage, policyOf } from '../linter/core/phrases.ts';
import type { PhraseRule, Phrases } from '../linter/core/types.generated.ts';
import { readYaml } from '../linter/parse/yaml.ts';

const folder = 'site/content/phrases';
const files = readdirSync(folder).map((name) => readYaml(readFileSync(`${folder}/${name}`, 'utf8')).data as Phrases);

function ruleFor(...find: PhraseRule['find']): PhraseRule {
  return { id: 'x', title: 'X', say: 'Y.', why: 'Z.', severity: 'error', audience: ['customer'], find, flag: [], pass: [] };
}

function found(text: string, book: Book): readonly (string | number | undefined)[] {
  const passage = { text, offsets: () => Array.from(text, (_, at) => at) };
  return checkMessage({ audience: 'customer', passages: [passage] }, book, policyOf({})).map(({ data }) => data?.['found']);
}

test('a book that was written as JSON and read again finds the same', () => {
  const book = compileBook(files);
  const again = JSON.parse(JSON.stringify(book)) as Book;
  const texts = files.flatMap(({ rules }) => rules.flatMap(({ flag, pass }) => [...flag, ...pass]));
  expect(texts.flatMap((text) => found(text, book)).length).toBeGreaterThan(100);
  for (const text of texts) expect(found(text, again), text).toEqual(found(text, book));
});

test('with more rules than anybody writes each word is still found, whatever it begins with', () => {
  const some = (pattern: (each: number) => string): string[] => Array.from({ length: 6000 }, (_, each) => pattern(each));
  const [small, capitals] = [some((each) => `(<number>|qq${each}*) (<number>|rr${each}) word${each}`), some((each) => `<shouting> Big${each}`)];
  const book = compileBook([{ rules: [ruleFor(...small, ...capitals)] }]);
  expect(book.words.length + book.beginnings.length + book.leaves.length).toBeGreaterThan(500_000);
  expect(found('We saw 5 7 word5999 and qq77th RR77 word77. It is LOUD Big99 and LOUD big100.', book)).toEqual([
    '5 7 word5999',
    'qq77th RR77 word77',
    'LOUD Big99',
  ]);
});

test('words that mean something to JavaScript are words', () => {
  const text = 'constructor and __proto__ and toString';
  expect(found(text, compileBook([{ rules: [ruleFor('we')] }]))).toEqual([]);
  const own = compileBook([{ lists: { proto: ['proto', '__proto__'] }, rules: [ruleFor('constructor', '<proto>', 'tostr*')] }]);
  for (const book of [own, JSON.parse(JSON.stringify(own)) as Book]) expect(found(text, book)).toEqual(['constructor', 'proto', 'toString']);
});

test('a sentence is looked through afresh, whatever was in those before', () => {
  const book = compileBook([{ rules: [ruleFor('never ... again', '(we|you) [really] (hope|wish)')] }]);
  expect(found('We call again. We never call. You wish. Never did we really hope again. Again and never.', book)).toEqual([
    'You wish',
    'Never did we really hope again',
  ]);
});

test('a word of one letter is found beside classes that begin with it', () => {
  const book = compileBook([{ rules: [ruleFor('<address>', '<number> <exclamation>', '(a|n|e) few')] }]);
  for (const each of [book, JSON.parse(JSON.stringify(book)) as Book])
    expect(found('A few. N few. E few. 5 or so, and 10.0.0.1', each)).toEqual(['A few', 'N few', 'E few', '10.0.0.1']);
});

test('a word of a pattern is no class, however it is written', () => {
  const book = compileBook([{ rules: [ruleFor('~number few', 'address few')] }]);
  expect(found('5 few. 10.0.0.1 few. Address few. <address> few. <address few.', book)).toEqual(['Address few', 'address few']);
});

test('a sentence goes on behind a shortened word, behind a dash as well', () => {
  const book = compileBook([{ rules: [ruleFor('update ... every <duration>')] }]);
  expect(found('We update you from 5 p.m. on every 3 hours. We update you. It rings every 5 minutes.', book)).toEqual([
    'update you from 5 p.m. on every 3 hours',
  ]);
  expect(found('We update you from 5 p.m. – every 3 hours.', book)).toEqual(['update you from 5 p.m. – every 3 hours']);
});

test('each way of a choice is found by words of its own', () => {
  const book = compileBook([
    { lists: { soon: ['in a moment', 'before you (know|notice)', 'asap'] }, rules: [ruleFor('<soon> we', '(no time [at all]|(at any|whatever the) cost)')] },
  ]);
  expect(found('In a moment we call. Before you notice we call. ASAP we call. A moment before we call.', book)).toEqual([
    'In a moment we',
    'Before you notice we',
    'ASAP we',
  ]);
  expect(found('There is no cost. No time is left. At any time. Whatever the cost.', book)).toEqual(['No time', 'Whatever the cost']);
});

test('of equal findings that share a place the one stays whose word comes first', () => {
  const book = compileBook([{ rules: [ruleFor('hope*', 'fear', 'dread')] }]);
  // as where an example stands for a slot
  const passage = { text: 'We hope, dread and fear.', offsets: () => Array.from('We hope, dread and fear.', () => 7) };
  const [first, ...others] = checkMessage({ audience: 'customer', passages: [{ ...passage }] }, book, policyOf({}));
  expect(first?.data?.['found']).toBe('dread');
  expect(others).toEqual([]);
});

test('where a list or class may end in several ways, what stands behind it decides', () => {
  const book = compileBook([{ lists: { ab: ['a', 'a b', 'a b c'] }, rules: [ruleFor('<ab> b d', '<ab> $', 'in <duration> or <time> we')] }]);
  expect(found('Here a b d. Here a b c.', book)).toEqual(['a b d', 'a b c']);
  expect(found('In a couple of days or 3 pm today we.', book)).toEqual(['In a couple of days or 3 pm today we']);
});

test('a pattern that cannot be read is told with its place, and its rule left out', () => {
  const book = compileBook([{ rules: [ruleFor('we')] }, { rules: [undefined, ruleFor('we (hope', '<nobody>'), ruleFor('you')] }]);

  expect(everyPhrase(book).map(({ at }) => at)).toEqual([
    [0, 0],
    [1, 2],
  ]);
  expect(book.faults.map(({ problem: _, ...place }) => place)).toEqual([
    { file: 1, rule: 1, key: 'find', index: 0 },
    { file: 1, rule: 1, key: 'find', index: 1 },
  ]);
});
