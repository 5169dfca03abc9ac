import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited } from '../linter/edit/edited.ts';
import { withEntry } from '../linter/edit/entries.ts';
import { readYaml } from '../linter/parse/yaml.ts';

const DONE = { done: '2026-11-02', by: 'tlee' };
const ORDER = ['a', 'b', 'c', 'd'];

function set(text: string, key: string, value: unknown = DONE): string {
  return edited('run.yaml', text, [{ within: ['answers'], key, value, order: ORDER }]);
}

describe('an answer is set by changing its own bytes', () => {
  test.each([
    ['a plain value', 'answers:\n  a: open   # why\n  b: open\n', 'a', 'answers:\n  a: { done: 2026-11-02, by: tlee }   # why\n  b: open\n'],
    ['an empty value', 'answers:\n  a:   # later\n  b: open\n', 'a', 'answers:\n  a: { done: 2026-11-02, by: tlee }   # later\n  b: open\n'],
    [
      'a group over several lines: its comments move above it',
      'answers:\n  # first\n  a:\n    na: none   # no UPS\n    by: tlee\n  b: open\n',
      'a',
      'answers:\n  # first\n  # no UPS\n  a: { done: 2026-11-02, by: tlee }\n  b: open\n',
    ],
    [
      'the comment beside its key stays beside it',
      'answers:\n  a:   # What is asked\n    na: none   # no UPS\n    by: tlee   # he knows\n',
      'a',
      'answers:\n  # no UPS\n  a: { done: 2026-11-02, by: tlee }   # What is asked   # he knows\n',
    ],
    [
      'a missing one goes where its neighbours stand',
      'answers:\n  a: open # x\n\n  # second part\n  c: open\n',
      'b',
      'answers:\n  a: open # x\n  b: { done: 2026-11-02, by: tlee }\n\n  # second part\n  c: open\n',
    ],
    ['the first of all', 'answers:\n  # head\n  b: open\n', 'a', 'answers:\n  # head\n  a: { done: 2026-11-02, by: tlee }\n  b: open\n'],
    ['a list on one line', 'answers: { a: open, c: open } # x\n', 'b', 'answers: { a: open, c: open, b: { done: 2026-11-02, by: tlee } } # x\n'],
    ['an empty list', 'answers: {}\nstate: closing\n', 'a', 'answers:\n  a: { done: 2026-11-02, by: tlee }\nstate: closing\n'],
    ['no list at all', 'state: closing', 'a', 'state: closing\n\nanswers:\n  a: { done: 2026-11-02, by: tlee }\n'],
    ['no line break at the end', 'answers:\n  a: open', 'b', 'answers:\n  a: open\n  b: { done: 2026-11-02, by: tlee }'],
    [
      'below a text of several lines',
      'answers:\n  a:\n    na: |\n      one\n      two\n    by: tlee\n',
      'b',
      'answers:\n  a:\n    na: |\n      one\n      two\n    by: tlee\n  b: { done: 2026-11-02, by: tlee }\n',
    ],
    ['line breaks of Windows', 'answers:\r\n  a: open\r\n', 'b', 'answers:\r\n  a: open\r\n  b: { done: 2026-11-02, by: tlee }\r\n'],
  ])('%s', (_name, before, key, after) => {
    expect(set(before, key)).toBe(after);
  });

  test('a key at the top is set and added', () => {
    const text = 'state: active # now\nanswers: {}\nreason: >-\n  long\n  text\n';
    expect(edited('run.yaml', text, [{ within: [], key: 'state', value: 'closing' }])).toBe(text.replace('active', 'closing'));
    expect(edited('run.yaml', 'answers: {}\n', [{ within: [], key: 'state', value: 'closing' }])).toBe('answers: {}\nstate: closing\n');
  });

  test('whatever is written comes back as it was meant, and the rest of the file stays', () => {
    const reason = fc
      .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('" \n"', "it's: 'x' # no", '- a', '{}', 'yes', '1.10', '\\', ' x ', 'a\nb'))
      .filter((text) => /\S/.test(text) && !readYaml(JSON.stringify(text)).faults);
    const TEXT = '# head\nanswers:\n  a: open   # one\n\n  # two\n  c: { na: "x",   by: tlee }\nstate: closing # s\n';
    fc.assert(
      fc.property(reason, fc.constantFrom(...ORDER), (na, key) => {
        const after = set(TEXT, key, { na, by: 'tlee' });
        const { answers } = readYaml(after).data as { answers: Record<string, unknown> };
        expect(answers[key]).toEqual({ na, by: 'tlee' });
        for (const line of ['# head', '# one', '  # two', 'state: closing # s']) expect(after).toContain(line);
      }),
      { numRuns: 300 },
    );
  });

  test('a file that cannot be read is not touched', () => {
    expect(() => set('answers:\n  a: [\n', 'a')).toThrow('cannot be read');
    expect(withEntry('state: open\n', { value: [0, 11], inside: new Map() }, { within: [], key: 'reason', value: 'x' })).toBe('state: open\nreason: x\n');
  });
});
