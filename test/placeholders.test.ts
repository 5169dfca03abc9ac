import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { RunDocument } from '../linter/core/documents.ts';
import { readYaml } from '../linter/parse/yaml.ts';
import rule, { isPlaceholder } from '../linter/rules/no-placeholder.ts';

// the rule looks at the text of the file before it looks at any value
test('a placeholder is found however YAML writes it', () => {
  const waiting = fc.constantFrom(
    ...["x o'clock", 'x-oclock', 'todo', 'To-do:', 'TBD', 'tbc', 'FIXME', 'xxxx', 'lorem ipsum', 'fill me in', 'fill this in', 'your-id', 'your-name'],
    ...['their-id', '<name of the site>', '[name of the site]', '[name]', '?', '???', '..', '....', '…', ' ?? ', '...\n', 'todo\n'],
  );
  const prose = fc.constantFrom(
    '',
    'Call ',
    "The client's ",
    'At five: ',
    'Line one\nline two ',
    'C:\\temp ',
    'é ',
    'A text that is long enough to go on in the next line ',
  );
  const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
  fc.assert(
    fc.property(prose, waiting, prose, style, fc.integer({ min: 20, max: 60 }), fc.boolean(), (before, word, after, defaultStringType, lineWidth, flow) => {
      const written = { update: `${before}${word}${after}`, touches: [`${word}${after}`, 'phones'], reason: `${before}${word}` };
      const text = stringify(written, { defaultStringType, defaultKeyType: 'PLAIN', lineWidth, collectionStyle: flow ? 'flow' : 'block' });
      const run = readYaml(text).data as typeof written;
      const expected = [run.update, ...run.touches, run.reason].filter(isPlaceholder);
      const document = { run, text } as unknown as RunDocument;
      expect(rule.when?.(document) ? [...rule.check(document)] : []).toHaveLength(expected.length);
    }),
    { numRuns: 2000 },
  );
});
