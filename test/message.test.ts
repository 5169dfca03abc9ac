import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBook } from '../linter/core/book.ts';
import { deskOf } from '../linter/core/desk.ts';
import { messagesOf } from '../linter/core/passages.ts';
import { find } from '../linter/core/pattern.ts';
import { checkMessage, policyOf } from '../linter/core/phrases.ts';
import { rowOf } from '../linter/core/row.ts';
import { type Node, spanOfNode } from '../linter/core/tree.ts';
import type { PhraseRule } from '../linter/core/types.generated.ts';
import { readMarkdown } from '../linter/parse/markdown.ts';
import { messageIn, readPlainMessage } from '../linter/parse/plain-message.ts';
import { readYaml } from '../linter/parse/yaml.ts';

/** Lines as people write them, and the signs that would be Markdown. */
const line = fc.oneof(
  fc.constantFrom('Your mail works again.', 'We call you at 3 pm', 'since 9:30; nothing to do', '3 pm', 'a - b', 'x', '', ''),
  fc.stringMatching(/^[a-zA-Z0-9 .,:;!?()'"/%@$-]{0,24}$/),
  fc.constantFrom(
    '- one',
    '* one',
    '1. one',
    '2) two',
    '# Title',
    '> said',
    '    code',
    '\tcode',
    '***',
    '---',
    '===',
    '+ plus',
    'two  ',
    // pasted from a web page or a mail
    '\u00a0words',
    '\u3000words',
    'words\u00a0',
    '~~~',
    '| a |',
    'a\\',
    '&amp;',
    '<b>',
    '[x](y)',
    '`c`',
    '_em_',
  ),
);

function skeleton(node: Node): unknown {
  return [node.type, node.value ?? '', node.type === 'root' ? [] : spanOfNode(node), (node.children ?? []).map(skeleton)];
}

test('a message without Markdown is read as the Markdown reader reads it', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join('\n');
      const read = readPlainMessage(text);
      if (!read) return;
      plain += 1;
      expect(skeleton(read)).toEqual(skeleton(readMarkdown(text)));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test('what is taken for a plain message in a run can be read as one, in each way to write it', () => {
  const seen = { none: 0, plain: 0, any: 0 };
  const head = fc.constantFrom(
    'update: ',
    'update: >-\n  ',
    'update: |\n  ',
    'update: >\n    ',
    'update: "',
    "update: '",
    '"update": ',
    'update:\n  ',
    '{ update: ',
    '{ "update"\n  : ',
    '{ update # a\n  # b\n  : ',
    '{ "upd\\\n  ate": ',
    '"upd\\u0061te": ',
  );
  fc.assert(
    fc.property(head, fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (before, lines, end) => {
      const indent = /\n( +)$/.exec(before)?.[1] ?? '  ';
      const close = before.at(-1) === '"' ? '"' : before.at(-1) === "'" ? "'" : before.startsWith('{') ? ' }' : '';
      const text = `${before.startsWith('{') ? '' : 'state: closing\n'}${before}${lines.join(`\n${indent}`)}${close}\n`.replaceAll('\n', end);
      const kind = messageIn(text);
      seen[kind] += 1;
      const reading = readYaml(text);
      const update = reading.faults ? undefined : (reading.data as { update?: unknown }).update;
      if (typeof update !== 'string') return;
      expect(kind, text).not.toBe('none');
      if (kind === 'plain') expect(readPlainMessage(update), text).toBeDefined();
    }),
    { numRuns: 3000, examples: [['update:\n  ', ["'", "'"], '\n']] },
  );
  expect(seen.plain).toBeGreaterThan(100);
  expect(seen.any).toBeGreaterThan(100);
});

test('a comment that begins like a message and goes on in a megabyte of blanks is taken for one at once', () => {
  expect(messageIn(`state: closing\n# update #${' '.repeat(1_000_000)}x\n`)).toBe('any');
});

test('a pattern that may be read in many ways is looked for in few steps', () => {
  const pattern = `${'[a] [*] '.repeat(30)}... ... never`;
  const desk = deskOf(compileBook([{ rules: [ruleFor(pattern)] }]));
  const found = (text: string) => find(0, rowOf(text, desk), desk);
  // each of the ways would be 2 to the power of 60
  expect(found(`${'a '.repeat(60)} never`)).toEqual([[0, 126]]);
  expect(found(`${'a '.repeat(60)}end`)).toEqual([]);
  expect(found(`never ${'a '.repeat(60)}end`)).toEqual([[0, 5]]);
});

test('a message is judged in which each of 50,000 words is wrong', () => {
  const text = 'a '.repeat(50_000);
  const messages = messagesOf(readMarkdown(text), text, { audience: 'customer' });
  const found = messages.flatMap((message) => checkMessage(message, compileBook([{ rules: [ruleFor('a')] }]), policyOf({})));
  expect(found.map(({ span }) => span)).toEqual(Array.from({ length: 50_000 }, (_, each) => [2 * each, 2 * each + 1]));
});

function ruleFor(pattern: string): PhraseRule {
  return { id: 'x', title: 'X', say: 'Y.', why: 'Z.', severity: 'error', audience: ['customer'], find: [pattern], flag: [], pass: [] };
}
