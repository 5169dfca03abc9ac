import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits as others } from '../linter/parse/fits-others.generated.js';
import { fits as runs } from '../linter/parse/fits-runs.generated.js';
import { handed } from '../linter/parse/formats.ts';
import { kindOf } from '../linter/parse/kinds.ts';
import { checkShape, type FileKind } from '../linter/parse/shape.ts';
import { validators } from '../linter/parse/validators.generated.js';
import { readYaml } from '../linter/parse/yaml.ts';

const fits = { ...runs, ...others };

const given = ['checklists', 'records', 'site/content', 'test/base'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = `${folder}/${name}`;
    const kind = kindOf(file.replace(/^test\/base\//, ''));
    if (kind === undefined) return [];
    const text = readFileSync(file, 'utf8');
    const own = file.endsWith('.yaml') ? text : (/^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? '');
    return [{ kind, data: readYaml(own).data }];
  }),
);
const approval = { account: 'mpatel', commit: 'a'.repeat(40), state: 'approved', at: '2026-11-06T10:00:00Z' };
const config = readYaml(readFileSync('closeout.config.yaml', 'utf8')).data;
const texts: readonly { readonly kind: FileKind; readonly data: unknown }[] = [
  ...given,
  { kind: 'config', data: config },
  { kind: 'approvals', data: { format: 'closeout-approvals', version: 1, approvals: [approval, approval] } },
];

const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    'a',
    'open',
    'done',
    'constructor',
    'a-b',
    'A b',
    '2026-11-06',
    '2026-02-30',
    '18:00',
    '24:00',
    '1.0.0',
    '1.0',
    'https://a.example',
    'evidence/a.txt',
  ],
  ...['../a', 'a@1.0.0', '+1 555 0142', 'America/New_York', 'x'.repeat(61), 'x'.repeat(501), 'x'.repeat(5001), `sha256:${'0'.repeat(64)}`, '0123abcd'],
  ...[
    0,
    1,
    -1,
    1.5,
    366,
    44_641,
    1_000_001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    false,
    null,
    [],
    ['a'],
    [1],
    {},
    { a: 'b' },
    { done: '2026-11-06', by: 'a' },
  ],
  ...[{ na: 'so', by: 'a' }, { waived: 'so', by: 'a' }, { done: 1 }, Array.from({ length: 301 }, () => 'a')],
);
const key = fc.constantFrom('id', 'title', 'odd', 'by', 'done', 'na', 'waived', 'toString', 'note', 'count', 'date', 'file');
const change = fc.record({ at: fc.nat(), how: fc.constantFrom('put', 'put', 'drop', 'add'), key, value: odd });

/** Puts something else in the place of a value, takes it away, or adds one beside it. */
function changed(data: unknown, { at, how, key: name, value }: { at: number; how: string; key: string; value: unknown }): unknown {
  const copy = structuredClone(data);
  const places: { holder: Record<string | number, unknown>; key: string | number }[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const each of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key: each });
      visit((holder as Record<string, unknown>)[each]);
    }
  };
  visit(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return value;
  if (how === 'drop' && !Array.isArray(place.holder)) delete place.holder[place.key];
  else if (how === 'add' && Array.isArray(place.holder)) place.holder.push(value);
  else place.holder[how === 'add' ? name : place.key] = value;
  return copy;
}

test.each(texts)('what stands in the repository fits: $kind', ({ kind, data }) => {
  expect(fits[kind](data)).toBe(true);
});

test('the quick check says yes exactly where the validators find nothing wrong', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(change, { maxLength: 3 }), ({ kind, data }, changes) => {
      const now = changes.reduce(changed, data);
      const isRight = validators(handed)[kind](now);
      expect(fits[kind](now), JSON.stringify(now)).toBe(isRight);
      seen[isRight ? 'yes' : 'no'] += 1;
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(500);
});

test('a text of pairs is shorter than it looks, and fits', () => {
  const data = [{ id: 'northwind', name: '🧯'.repeat(500) }];
  expect(fits.customers(data)).toBe(false);
  expect(checkShape('customers', data, () => '')).toMatchObject({ value: data, faults: [] });
});
