import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '../linter/core/text.ts';
import { readQuick } from '../linter/parse/quick.ts';
import { strangeCharacters } from '../linter/parse/strange.ts';
import { readYaml } from '../linter/parse/yaml.ts';

const files = ['checklists', 'records', 'site/content', 'test/base'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.yaml') ? `${folder}/${name}` : [])),
);
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** The same text as js-yaml reads it: a comment with a tab in it is more than the quick reader knows. */
function asEverybodyReads(text: string): ReturnType<typeof readYaml> {
  return readYaml(`${text}#\t\n`);
}

/** A place with all that it holds, as plain data. */
function unfolded(place: Place): unknown {
  const { key, value, inside } = place;
  const find = (step: string | number, known: Place): Place => (place.find ? (place.find(step) ?? { value: [-1, -1] }) : known);
  return { key, value, inside: inside && [...inside].map(([step, known]) => [step, unfolded(find(step, known))]) };
}

function isTheSame(text: string): boolean {
  const quick = strangeCharacters(text).length > 0 ? undefined : readQuick(text);
  if (!quick) return false;
  const { data, root, faults } = asEverybodyReads(text);
  if (!root) throw new Error(`read quickly, but it is wrong: ${JSON.stringify(text)} ${JSON.stringify(faults)}`);
  // the order of keys counts: findings come in it
  expect(JSON.stringify(quick.data), text).toBe(JSON.stringify(data));
  expect(quick.data).toEqual(data);
  expect(unfolded(quick.root), text).toEqual(unfolded(root));
  return true;
}

test.each(files)('%s is read quickly, and as js-yaml reads it', (file) => {
  expect(isTheSame(texts.get(file) ?? '')).toBe(true);
});

const sign = fc.constantFrom(
  ...['a', 'b: ', 'c: 1\n', ':', ': ', '- ', '- a\n', '? ', ' ', '  ', '    ', '\n', '\n\n', '\n  ', '\n    ', '\n- ', '\n  - ', '\n   \n'],
  ...['[', ']', '{', '}', ',', ', ', '[a, b]', '{ a: b }', '"', "'", '""', "''", '"x"', "'y'", '\\', '&a ', '*a', '!a ', '%', '@', '<<: '],
  ...['|', '>', '>-', '|+', '>2', 'k: >-\n  t\n', 'k: |\n\n  t\n', ' #', '# c', '\n# c\n', '\n      # c\n', '---', '...', '\t', '\r\n'],
  ...['null', 'true', '~', '-1', '.5', '0x1f', 'é', '\u00a0', 'constructor: 1', 'toString: 1', 'prototype: 1', '__proto__: 1', 'null: 1'],
);
/** Some lines of a real file, as far to the left as they go. */
const lines = fc.tuple(fc.constantFrom(...texts.values()), fc.nat(), fc.integer({ min: 1, max: 20 })).map(([text, at, count]) => {
  const all = text.split('\n');
  const some = all.slice(at % all.length).slice(0, count);
  const indent = Math.min(...some.flatMap((line) => (line.trim() === '' ? [] : line.length - line.trimStart().length)));
  return `${some.map((line) => line.slice(indent)).join('\n')}\n`;
});
const whole = fc.oneof(
  lines,
  fc.tuple(lines, lines).map((parts) => parts.join('')),
  fc.array(sign, { maxLength: 8 }).map((signs) => `${signs.join('')}\n`),
);
const slip = fc.record({ at: fc.nat(), gone: fc.nat(4), sign: fc.oneof(sign, fc.constant('')) });
const mutated = fc.tuple(whole, fc.array(slip, { maxLength: 3 })).map(([text, slips]) =>
  slips.reduce((now, { at, gone, sign: put }) => {
    const from = at % (now.length + 1);
    return now.slice(0, from) + put + now.slice(from + gone);
  }, text),
);

test('a bracket that goes on in a line that is not indented is left to js-yaml, whatever stands at the beginning of the text', () => {
  for (const text of ['# a, b]\n- [\nc]\n', '- a, b]\n- [c,\nd]\n', '# a}\n- { c:\nd }\n']) expect(readQuick(text), text).toBe(undefined);
});

test('whatever is read quickly has the data and the places that js-yaml gives, and no fault', () => {
  let read = 0;
  fc.assert(
    fc.property(mutated, (text) => {
      if (isTheSame(text)) read += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(1000);
});
