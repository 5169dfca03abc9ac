import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meant } from '../linter/core/suggest.ts';
import { organisation, RUN } from './organisation.ts';

describe('a slip of the finger', () => {
  const words = [
    'northwind',
    'project-closeout',
    'new-network',
    'escalate',
    'touches',
    'impact',
    'engagements',
    'dock-street',
    'active',
    'answers',
    'docs-found',
  ];
  const text = readFileSync(join('test/base', RUN), 'utf8');
  const crlf = `# kept\r\n${text.replaceAll('\n', '\r\n').replace('started: 2026', 'started:   2026')}`;

  test('is taken back to the byte, or left as it stands', async () => {
    const house = organisation();
    const slip = fc.tuple(fc.constantFrom(...words), fc.nat(12), fc.constantFrom('drop', 'double', 'swap'), fc.constantFrom(text, crlf));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(slip, async ([word, at, how, whole]) => {
        const [a = '', b = ''] = word.slice(1 + (at % (word.length - 2)));
        const from = 1 + (at % (word.length - 2));
        const written = word.slice(0, from) + (how === 'drop' ? b : how === 'double' ? a + a + b : b + a) + word.slice(from + 2);
        const slipped = whole.replace(word, written);
        house.write(RUN, slipped);
        await house.closeout('lint', '--fix', RUN);
        const after = house.read(RUN);
        expect([whole, slipped]).toContain(after);
        if (after === whole) taken += 1;
      }),
      { numRuns: 80 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test.each([
    ['evidnce', ['evidence', 'title'], true],
    ['northwnd', ['northwind', 'contoso'], true],
    ['protectoin', ['protection'], true],
    ['leda', ['lead'], true],
    ['site-3', ['site-1'], false],
    ['unmanaged', ['managed'], false],
    ['mus', ['must', 'may'], true],
    ['by', ['be'], false],
    ['restore-tests', ['restore-tested', 'restore-test'], false],
    ['qwertz', ['northwind'], false],
  ])('%s of %s: sure %s', (written, candidates, sure) => {
    expect(meant(written, candidates).instead?.sure ?? false).toBe(sure);
  });

  test('of two keys that both mean the same, none is renamed', async () => {
    const house = organisation();
    house.edit(RUN, '  impact: Phones', '  impct: Twice\n  inpact: Phones');
    const before = house.read(RUN);
    expect((await house.closeout('lint', '--fix', RUN)).code).toBe(1);
    expect(house.read(RUN)).toBe(before);
  });

  test('in the name of a person is shown, and never put in', async () => {
    const house = organisation();
    house.edit(RUN, 'lead: tlee', 'lead: tle');
    const { out, err } = await house.closeout('lint', '--fix', '--format', 'json', RUN);
    expect(err).toContain('Nothing here can be fixed without a person.');
    expect(JSON.parse(out).diagnostics).toMatchObject([{ ruleId: 'known-person', suggestions: [{ text: 'tlee' }] }]);
    expect(house.read(RUN)).toContain('lead: tle\n');
  });

  test('in a customer is put in only where the folder says so too', async () => {
    const house = organisation();
    house.edit('records/customers.yaml', 'id: northwind', 'id: northwynd');
    const { out } = await house.closeout('lint', RUN);
    expect(out).toContain('Did you mean "northwynd"?');
    expect(out).not.toContain('--fix can mend');
  });

  test('under which others lie is mended in as many rounds as it takes', async () => {
    const house = organisation();
    const before = house.read(RUN);
    house.edit(RUN, 'answers:', 'anwers:');
    house.edit(RUN, 'docs-found:', 'docs-fuond:');
    house.edit(RUN, 'rack-photo: open', 'rack-photo: opne');
    const { err } = await house.closeout('lint', '--fix', RUN);
    expect(err).toBe(`3 findings fixed in 1 file, nothing is left.\n  ${RUN}: 3 (known-key, known-item, answer-form)\n`);
    expect(house.read(RUN)).toBe(before);
  });
});
