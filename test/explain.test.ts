import { describe, expect, test } from 'vitest';
import { openRulebook } from '../linter/commands/rulebook.ts';
import { examples } from '../linter/core/examples.generated.ts';
import { type RuleFacts, slotWords } from '../linter/core/rulebook.ts';
import { slotted } from '../linter/core/slots.ts';
import { phraseText, ruleText } from '../linter/formats/explain.ts';
import type { View } from '../linter/formats/format.ts';
import { ruleLists } from '../linter/formats/rules.ts';
import { rulebook } from '../linter/organisation/rulebook.ts';
import { casesRules } from './case.ts';
import { exampleOf } from './examples.ts';
import { type Organisation, OWN_PHRASES, organisation, repository } from './organisation.ts';

const SECTIONS = ['Why', 'When it speaks', 'What it says', 'What to do', 'Its page'];

describe('the examples of explain', () => {
  test('come from the cases, and what they show as right is: the rule does not object to it', async () => {
    const rows = casesRules().flatMap((rule) => {
      const example = exampleOf(rule, examples[rule]);
      return example ? [[rule, example] as const] : [];
    });
    const banner = '// Generated from test/cases by `npm test -- test/explain.test.ts -u`. Do not edit.\n';
    const type = 'Readonly<Record<string, { readonly bad: string; readonly says: string; readonly good?: string }>>';
    const table = `${banner}export const examples: ${type} = ${JSON.stringify(Object.fromEntries(rows), null, 1)};\n`;
    // the package is small, and this is loaded by one command
    expect(table.length).toBeLessThan(40_000);
    await expect(table).toMatchFileSnapshot('../linter/core/examples.generated.ts');
  });
});

describe('closeout explain', () => {
  test('explains every rule and every check', async () => {
    const house = organisation();
    for (const rule of rulebook) await explained(house, rule);
  });

  async function explained(house: Organisation, { id, summary, why, messages, severity }: RuleFacts): Promise<void> {
    const { code, out, err } = await house.closeout('explain', id);
    expect([id, code, err]).toEqual([id, 0, '']);
    expect(out).toContain(`${id}  ${severity}\n${summary}\n`);
    expect(out).toContain(why);
    for (const section of SECTIONS) expect(out).toMatch(new RegExp(`\n\n${section}(?:, one of \\d+)?\n {2}\\S`));
    expect(out).toContain(`/rules/${id}/`);
    expect(out.match(/^ {2}- /gm)).toHaveLength(Object.keys(messages).length);
    expect(out).not.toMatch(/undefined|\{\{/);
  }

  test('a slot is plain words', () => {
    const slots = rulebook.flatMap(({ messages }) => Object.values(messages).flatMap((message) => slotted(message).filter((_, index) => index % 2 === 1)));
    expect(new Set(slots).size).toBeGreaterThan(50);
    for (const slot of slots) expect(slotWords[slot] ?? slot).toMatch(/^[a-z' ]+$/);
    expect(Object.keys(slotWords).filter((slot) => !slots.includes(slot))).toEqual([]);
  });

  test('says it in words, with one line that is wrong and the same put right', async () => {
    const house = organisation();
    house.write('closeout.config.yaml', `${house.read('closeout.config.yaml')}site: https://closeout.example/desk/\n`);
    expect((await house.closeout('explain', 'evidence-given')).out).toBe(`evidence-given  error
A done item carries the evidence its checklist asks for.

Why
  Support must be able to see for themselves, months later, when the lead tech is gone.

When it speaks
  It looks at each run with its sign-offs and evidence.
  It is an error: it blocks, and no config softens it.
  It holds from the state closing on; before that the run is left in peace.

What it says, one of 2
  - "<its title>" is done, but <what backs it> is missing. Add it, for example <an example>.
  - "<the words that were found>" shows nobody that "<its title>" is done. Write <what would be enough>, for example <an example>.

For example
  wrong  client-confirmed: { done: 2026-11-04, by: tlee, link: https://mail.example/maria-ortiz/thanks }
  says   "The client confirmed the work in writing" is done, but a ticket is missing. Add it, for example ticket: T20261106.0007.
  right  client-confirmed: { done: 2026-11-04, by: tlee, ticket: T20261104.0011 }

What to do
  Change the line that the finding names as its message says, then lint the file again: closeout lint FILE
  Records know no exceptions: what is found there is mended.

Its page
  https://closeout.example/desk/rules/evidence-given/
`);
  });

  test.each(['rules/evidence-given', '/rules/evidence-given/', 'https://closeout.example/desk/rules/evidence-given/', 'Evidence-Given'])(
    'takes what a finding prints: %s',
    async (written) => {
      expect((await organisation().closeout('explain', written)).out).toMatch(/^evidence-given {2}error\n/);
    },
  );

  test('says what the config made of a rule, and where an exception stands', async () => {
    const house = organisation();
    house.write('closeout.config.yaml', `${house.read('closeout.config.yaml')}severities: { no-rubber-stamp: error, item-verifiable: info }\n`);
    const stamp = (await house.closeout('explain', 'no-rubber-stamp')).out;
    expect(stamp).toMatch(/^no-rubber-stamp {2}error\n/);
    expect(stamp).toContain('Your config makes it an error; of itself it is a warning.');
    const item = (await house.closeout('explain', 'item-verifiable')).out;
    expect(item).toContain('An exception, with its reason, stands in the line above:\n    # closeout-ignore item-verifiable: the reason\n');
    expect((await house.closeout('explain', 'review-current')).out).toContain('\n    {/* closeout-ignore review-current: the reason */}   in a page\n');
    // the line that a finding names is the seal, which nobody should touch
    expect((await house.closeout('explain', 'signoff-fresh')).out).toContain('never edited by hand');
    expect((await house.closeout('explain', 'no-secret')).out).toContain('No comment silences it');
  });

  test('a phrase rule says what to say instead, by its name or the address of its place', async () => {
    const house = organisation();
    house.write('site/content/phrases/own.yaml', OWN_PHRASES);
    for (const written of ['phrase/in-the-works', 'in-the-works', 'https://x.example/phrases/#in-the-works']) {
      const { code, out } = await house.closeout('explain', written);
      expect(code).toBe(0);
      expect(out).toContain('phrase/in-the-works  warning\nIn the works\n\nSay instead\n  Tess Lee works on it now.\n');
      expect(out).toContain('It finds\n  - It is in the works.\n');
      expect(out).toContain('It leaves alone\n  - Tess Lee works on it now.\n');
      expect(out).toContain('/phrases/#in-the-works');
    }
    expect((await house.closeout('explain', 'phrase/in-the-work')).err).toContain('Did you mean phrase/in-the-works?');
  });

  test('a name that is nearly right is suggested; none is 3', async () => {
    const house = organisation();
    expect(await house.closeout('explain', 'evidnce-given')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('Did you mean evidence-given?') });
    expect((await house.closeout('explain', 'x'.repeat(100_000))).code).toBe(3);
    expect((await house.closeout('explain', 'constructor')).code).toBe(3);
    expect((await house.closeout('explain')).err).toContain('closeout rules lists them all');
  });

  test('JSON is whole', async () => {
    const { out } = await organisation().closeout('explain', 'evidence-given', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      format: 'closeout-explain',
      version: 1,
      id: 'evidence-given',
      severity: 'error',
      example: { good: expect.stringContaining('ticket') },
      complete: true,
    });
  });
});
test('on a terminal of 80 columns no line is longer', () => {
  const { rules, phrases } = openRulebook({ cwd: repository, now: () => new Date(), err: () => {} });
  expect([rules.length, phrases.length > 50]).toEqual([rulebook.length, true]);
  const narrow: View = { width: 80, paint: (_, text) => text };
  const texts = [
    ruleLists['text']?.({ rules, phrases }, narrow) ?? '',
    ruleLists['text']?.({ rules: [], phrases, word: 'phrase' }, narrow) ?? '',
    ...rules.map((rule) => ruleText(rule, examples[rule.id], narrow)),
    ...phrases.map(({ rule, group, url }) => phraseText(rule, group.title, url, narrow)),
  ];
  // one long word, as an address, stays whole
  for (const line of texts.join('\n').split('\n')) if (/\S \S/.test(line.trim())) expect(line.length, line).toBeLessThanOrEqual(80);
});
