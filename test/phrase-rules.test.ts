import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../linter/core/passages.ts';
import { checkMessage, compilePhrases, policyOf } from '../linter/core/phrases.ts';
import type { Audience } from '../linter/core/prose.ts';
import type { Phrases } from '../linter/core/types.generated.ts';
import { parseFile } from '../linter/parse/file.ts';
import { readMarkdown } from '../linter/parse/markdown.ts';

const folder = 'site/content/phrases';
const files = readdirSync(folder).map((name) => {
  const source = { file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') };
  return { name, parsed: parseFile('phrases', source, {}) };
});

describe.each(files)('$name', ({ parsed }) => {
  const { phrases, faults } = compilePhrases((parsed.value ?? {}) as Phrases);

  test('can be read', () => {
    expect(parsed.diagnostics.map((each) => each.message)).toEqual([]);
    expect(faults.map((each) => each.problem)).toEqual([]);
  });

  test.each(phrases)('$id finds what it must and lets pass what it must', (phrase) => {
    const found = (text: string): readonly string[] => {
      const audience = (phrase.rule.audience[0] ?? 'customer') as Audience;
      const reading = { audience, first: phrase.rule.when?.includes('first-word') };
      return messagesOf(readMarkdown(text), text, reading).flatMap((message) => checkMessage(message, [phrase], policyOf({})).map((each) => each.phrase.id));
    };
    for (const text of phrase.rule.flag) expect(found(text), `must be found: ${text}`).not.toEqual([]);
    for (const text of phrase.rule.pass) expect(found(text), `must pass: ${text}`).toEqual([]);
  });
});
