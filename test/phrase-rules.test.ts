import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileBook } from '../linter/core/book.ts';
import { everyPhrase } from '../linter/core/desk.ts';
import { messagesOf } from '../linter/core/passages.ts';
import { checkMessage, isUnchecked, policyOf } from '../linter/core/phrases.ts';
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
  const rules = (parsed.value ?? {}) as Phrases;
  const book = compileBook([rules]);

  test('can be read', () => {
    expect(parsed.diagnostics.map((each) => each.message)).toEqual([]);
    expect(book.faults.map((each) => each.problem)).toEqual([]);
  });

  test.each(everyPhrase(book))('$id finds what it must and lets pass what it must', (phrase) => {
    const found = (text: string): readonly string[] => {
      const reading = { audience: phrase.audience[0] ?? 'customer', first: phrase.when?.includes('first-word') };
      return messagesOf(readMarkdown(text), text, reading).flatMap((message) =>
        checkMessage(message, book, policyOf({}), phrase).map((each) => (isUnchecked(each) ? 'not checked' : each.phrase.id)),
      );
    };
    const rule = rules.rules[phrase.at[1]];
    for (const text of rule?.flag ?? []) expect(found(text), `must be found: ${text}`).not.toEqual([]);
    for (const text of rule?.pass ?? []) expect(found(text), `must pass: ${text}`).toEqual([]);
  });
});

describe('all rules together', () => {
  const all = compileBook(files.map(({ parsed }) => (parsed.value ?? {}) as Phrases));
  const found = (text: string, audience: Audience = 'customer'): readonly string[] =>
    messagesOf(readMarkdown(text), text, { audience }).flatMap((message) =>
      checkMessage(message, all, policyOf({})).map((each) => (isUnchecked(each) ? 'not checked' : each.phrase.id)),
    );
  const good =
    'We are aware of the issue and are working to resolve it as quickly as possible; we will update you as soon as we have an answer or by 3 pm, whichever comes first.';

  test('the sentence that owns the trouble and names a time passes', () => {
    expect(found(good)).toEqual([]);
  });

  test('the same with a time that nobody filled in fails once, and with no time it fails', () => {
    expect(found(good.replace('3 pm', "x o'clock"))).toEqual(['unfilled-time']);
    expect(found(good.replace(' or by 3 pm, whichever comes first', ''))).toContain('no-next-update');
  });

  test('a bad example in quotes and a note among colleagues are left alone', () => {
    const bad = 'The vendor is having an issue and we are not sure when it will be resolved.';
    expect(found(bad)).not.toEqual([]);
    expect(found(`Never write "${bad}" to anybody.`)).toEqual([]);
    expect(found(`> ${bad}`)).toEqual([]);
    expect(found('The vendor is having an issue; case 4411, next level called at 2 pm.', 'internal')).toEqual([]);
  });
});
