import fc from 'fast-check';
import { CORE_SCHEMA, EVENT_ID, getScalarValue, load, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { expect, test } from 'vitest';
import { plainScalar } from '../linter/parse/scalars.ts';

test('a plain word means what the core schema of YAML says', () => {
  const number = fc.stringMatching(/^[-+]?(?:0o|0x)?[0-9a-fA-F]{0,5}\.?[0-9]{0,4}(?:[eE][-+]?[0-9]{0,3})?$/);
  const known = fc.constantFrom(
    ...'~ null Null NULL nULL true True TRUE tRUE false False FALSE yes no on off NO .inf -.inf +.INF .Inf .iNF .nan .NaN .NAN -.nan 0o7 0o8 -0o7 0x1F 0xg 1e3 1E+3 1e .5 5. . - + -. 1_000 010 -0 +1 1.10 2026-11-06 12:30 190:20:30 0b11 1.2.3 9007199254740993'.split(
      ' ',
    ),
    ...['9'.repeat(308), '9'.repeat(309), `-${'9'.repeat(400)}`, `${'0'.repeat(400)}7`, '1e400'],
  );
  fc.assert(
    fc.property(fc.oneof(known, number, fc.string({ maxLength: 8 })), (word) => {
      fc.pre(isPlainScalar(word));
      expect(plainScalar(word)).toBe(load(word, { schema: CORE_SCHEMA }));
    }),
    { numRuns: 5000 },
  );
});

/** Whether the text as a whole is one unquoted word to YAML. */
function isPlainScalar(word: string): boolean {
  try {
    const scalars = parseEvents(word, {}).filter((event) => event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP);
    const [only] = scalars;
    return (
      scalars.length === 1 &&
      only?.type === EVENT_ID.SCALAR &&
      only.style === SCALAR_STYLE.PLAIN &&
      only.tagStart < 0 &&
      only.anchorStart < 0 &&
      only.valueStart >= 0 &&
      getScalarValue(word, only) === word
    );
  } catch {
    return false;
  }
}
