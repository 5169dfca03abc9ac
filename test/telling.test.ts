import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { RunDocument, TextDocument } from '../linter/core/documents.ts';

// Rules tell the first texts by hand and those after them by a pattern (core/telling.ts). No verdict may hang on how many came before.

const FIRST_TEXTS = 10;

/** Whether a text holds what the rules look for, as they begin. */
async function asTheyBegin(): Promise<(text: string) => readonly unknown[]> {
  vi.resetModules();
  const [{ default: secret }, { default: placeholder }] = await Promise.all([
    import('../linter/rules/no-secret.ts'),
    import('../linter/rules/no-placeholder.ts'),
  ]);
  return (text) => {
    const run = { run: { update: text }, text } as unknown as RunDocument;
    return [[...secret.check({ text } as TextDocument)], placeholder.when?.(run) ? [...placeholder.check(run)] : []];
  };
}

test('a text is told as the thousandth as it is told as the first', async () => {
  const later = await asTheyBegin();
  for (let told = 0; told < FIRST_TEXTS; told += 1) later('');
  const piece = fc.constantFrom(
    ...['password', 'Passwd', 'pw', 'PIN', 'api key', 'secret', 'community string', ' is ', ':', '=', '"', "'", 'hunter2', 'abcd1!', '\u212a', '\u0130'],
    ...['://', 'backup', '@', 'x'.repeat(80), '[', ']', '[name]', '[a, b]', '<', '>', 'name', 'to-do', 'your-', 'id', '..', '?', '\u2026', '\\', ',', '#'],
    ...['}', ' ', '\n', '\u00a0', 'é'],
  );
  const texts = fc.array(fc.array(piece, { minLength: 1, maxLength: 9 }), { minLength: FIRST_TEXTS, maxLength: FIRST_TEXTS });
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const first = await asTheyBegin();
      for (const text of some.map((pieces) => pieces.join(''))) expect(first(text), text).toEqual(later(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['[', ''],
  ['[', ',]'],
  ['[,', ']'],
  [']', '['],
])('a text of nothing but brackets is looked through once: %s, at its end %s', async (bracket, end) => {
  const first = await asTheyBegin();
  const text = `${bracket.repeat(2_000_000 / bracket.length)}${end}`;
  // with a search from each sign on this would take minutes
  for (let told = 0; told < FIRST_TEXTS; told += 1) expect(first(text)).toEqual([[], []]);
});
