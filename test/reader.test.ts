import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Path, Place } from '../linter/core/text.ts';
import { strangeCharacters } from '../linter/parse/strange.ts';
import { readYaml } from '../linter/parse/yaml.ts';
import { organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';

describe('a hostile file is one named finding', () => {
  const bomb = Array.from({ length: 10 }, (_, at) => `a${at}: &a${at} [${Array.from({ length: 10 }, () => (at === 0 ? 'lol' : `*a${at - 1}`)).join(', ')}]`);
  test.each([
    ['2 KB of opening brackets', '['.repeat(2048), 'not-too-deep'],
    ['2 KB of opening braces', '{'.repeat(2048), 'not-too-deep'],
    ['800 bytes of question marks', '? '.repeat(400), 'not-too-deep'],
    ['2 KB of dashes', '- '.repeat(1024), 'not-too-deep'],
    ['an alias bomb', `${bomb.join('\n')}\n`, 'no-anchors'],
    ['a key that reaches into every object', '__proto__: { state: closed }\n', 'plain-keys'],
    ['a NUL byte', 'checklist: project-\0closeout@1.1.0\n', 'no-control-characters'],
    ['a terminal escape written as a code', 'checklist: "\\e[2J"\n', 'no-control-characters'],
    ['half of a character written as a code', 'checklist: "\\ud83d"\n', 'no-control-characters'],
    ['a code beyond all characters', 'checklist: "\\Uffffffff"\n', 'valid-yaml'],
    ['a quote that is never closed, 1 MB long', `checklist: "${'a'.repeat(1_000_000)}`, 'valid-yaml'],
    ['a million blanks', `checklist: [${' '.repeat(1_000_000)}`, 'valid-yaml'],
    ['more than 1 MiB', `reason: "${'a'.repeat(1_048_576)}"`, 'file-small'],
  ])('%s', async (_, text, ruleId) => {
    const house = organisation();
    house.write(RUN, text);
    const { code, out } = await house.closeout('lint', '--format', 'json', RUN);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { ruleId: string; severity: string }[] };
    expect(diagnostics.map((each) => [each.ruleId, each.severity])).toEqual([[ruleId, 'error']]);
    expect(code).toBe(1);
  });
});

const isPlain = (text: string): boolean => strangeCharacters(`"${text}`).length === 0;
const word = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '\\', '\n', '-', '?', '[', ']', '{', '}', ',', '&', '*', '!', '|', '>', '%', '@', 'é', '👩‍🔧'),
    maxLength: 30,
  }),
  fc.constantFrom('1.10', 'true', 'null', '~', 'yes', '2026-11-06', '18:00', '0x1f', '---', '...', '<<', '=', '- a', 'a: b', 'a #b', ''),
);
const text = word.filter(isPlain);
const key = text.filter((each) => !each.includes('\n') && !['__proto__', 'constructor', 'prototype', '<<'].includes(each));
const { node: tree } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), weight: 4 },
    tie('list'),
    tie('group'),
  ),
  list: fc.array(tie('node'), { maxLength: 4 }),
  group: fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
}));
const rendered = fc
  .tuple(fc.oneof(fc.array(tree, { maxLength: 4 }), fc.dictionary(key, tree, { maxKeys: 4, noNullPrototype: true })), fc.constantFrom('any', 'flow', 'block'))
  .map(([data, collectionStyle]) => ({ data, source: stringify(data, { aliasDuplicateObjects: false, collectionStyle: collectionStyle as 'any' }) }))
  // `yaml` writes a few texts wrongly, such as one that begins with a blank and a line break; `edit` reads back what it wrote
  .filter(({ data, source }) => isDeepStrictEqual(loaded(source), data));

/** What js-yaml itself makes of a text; undefined where it cannot read it. */
function loaded(source: string): unknown {
  try {
    return load(source, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

describe('what the writer writes', () => {
  test('reads back as the same data', () => {
    fc.assert(
      fc.property(rendered, ({ data, source }) => {
        const { data: read, faults } = readYaml(source);
        expect(faults).toBe(undefined);
        expect(read).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  test('has the place of each value and key', () => {
    fc.assert(
      fc.property(rendered, ({ source }) => {
        const { data, root } = readYaml(source);
        if (!root) throw new Error(`not read: ${source}`);
        for (const { path, value, place } of places(root, data)) {
          const slice = source.slice(...place.value);
          if (place.key) expect(again(source.slice(...place.key)), `key of ${path.join('/')}`).toBe(path.at(-1));
          const isBlock =
            typeof value === 'string'
              ? /[|>][-+\d]*\n\s*$/.test(source.slice(0, place.value[0]))
              : typeof value === 'object' && value !== null && !/^[[{]/.test(slice);
          if (isBlock) continue;
          if (value === null) expect(['', 'null']).toContain(slice);
          else expect(path.length === 0 ? load(slice, { schema: CORE_SCHEMA }) : again(slice), path.join('/')).toEqual(value);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** What js-yaml reads in a stretch of text, as the only entry of a list. */
function again(slice: string): unknown {
  return (load(`- ${slice}`, { schema: CORE_SCHEMA }) as unknown[])[0];
}

function* places(place: Place, value: unknown, path: Path = []): Iterable<{ path: Path; value: unknown; place: Place }> {
  yield { path, value, place };
  for (const [step, inside] of place.inside ?? []) yield* places(inside, (value as Record<string | number, unknown>)[step], [...path, step]);
}

test('no text at all makes the reader throw, and every fault lies inside the text', () => {
  const signs = fc.constantFrom(
    'a',
    'b: ',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '\t',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&a ',
    '*a',
    '!a ',
    '|',
    '>',
    '#',
    ' #',
    '---',
    '...',
    '%',
    '\\',
    '\r\n',
    '<<<<<<< ',
    '<<: ',
    '@',
    '\u00a0',
    '\ud800',
    '\u0000',
    '\u200d',
  );
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: signs, maxLength: 25 }),
    rendered.chain(({ source }) => mutated(source, signs)),
  );
  fc.assert(
    fc.property(any, (source) => {
      const { faults = [], root, data } = readYaml(source);
      expect(root === undefined).toBe(faults.length > 0);
      const spans = root
        ? [...places(root, data)].flatMap(({ place }) => [place.value, place.key ?? place.value])
        : faults.map((fault) => fault.span ?? [-1, -1]);
      for (const [start, end] of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(Math.max(source.length, 1));
      }
    }),
    { numRuns: 5000 },
  );
});

/** A text with one stretch of it replaced. */
function mutated(source: string, signs: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.nat(source.length), fc.nat(3), signs).map(([at, length, sign]) => source.slice(0, at) + sign + source.slice(at + length));
}
