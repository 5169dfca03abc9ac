import { describe, expect, test } from 'vitest';
import { rulebook } from '../linter/organisation/rulebook.ts';
import { OWN_PHRASES, organisation, repository } from './organisation.ts';

interface Listed {
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly phrases: readonly Readonly<Record<string, unknown>>[];
  readonly complete: boolean;
}

async function listed(house: ReturnType<typeof organisation>, ...args: string[]): Promise<Listed> {
  return JSON.parse((await house.closeout('rules', ...args, '--format', 'json')).out) as Listed;
}

describe('closeout rules', () => {
  test('lists every rule and check once, by what it looks at', async () => {
    const { code, out } = await organisation().closeout('rules');
    expect(code).toBe(0);
    const ids = [...out.matchAll(/^ {2}([a-z][a-z0-9-]+) +(?:error|warning|info)\b/gm)].map(([, id]) => id);
    expect(ids.toSorted()).toEqual(rulebook.map(({ id }) => id).toSorted());
    expect(out).toMatch(/^Runs and sign-offs: \d+\n {2}known-checklist +error +archive too\n {6}A run is pinned/);
    expect(out).toContain(`${rulebook.length} rules`);
  });

  test('JSON has what a program asks for, with the severity of the config', async () => {
    const house = organisation();
    house.write('closeout.config.yaml', `${house.read('closeout.config.yaml')}severities: { no-rubber-stamp: error }\nsite: https://closeout.example\n`);
    house.write('site/content/phrases/own.yaml', OWN_PHRASES);
    const { rules, phrases, complete } = await listed(house);
    expect([rules.length, complete]).toEqual([rulebook.length, true]);
    expect(rules.find(({ id }) => id === 'no-rubber-stamp')).toEqual({
      id: 'no-rubber-stamp',
      group: 'run',
      severity: 'error',
      own: 'warning',
      summary: 'The same note, link, ticket or file does not back five or more items.',
      why: expect.stringMatching(/\.$/),
      messages: expect.objectContaining({}),
      from: 'closing',
      pending: false,
      archive: false,
      last: false,
      timed: false,
      firm: false,
      url: 'https://closeout.example/rules/no-rubber-stamp/',
    });
    expect(phrases.find(({ id }) => id === 'phrase/in-the-works')).toEqual({
      id: 'phrase/in-the-works',
      group: 'own',
      severity: 'warning',
      title: 'In the works',
      say: 'Tess Lee works on it now.',
      why: 'Nobody knows who does what.',
      audience: ['customer'],
      url: 'https://closeout.example/phrases/#in-the-works',
    });
    expect((await house.closeout('rules')).out).toMatch(/\n {2}no-rubber-stamp +error +warning of itself, from closing on\n/);
    expect((await house.closeout('rules')).out).toMatch(/\n {2}own +1 {2}Our own\n/);
  });

  test('a word picks, however it is joined; one that nothing says is 3', async () => {
    const house = organisation();
    house.write('site/content/phrases/own.yaml', OWN_PHRASES);
    for (const word of ['sign-off', 'sign off', 'SIGNOFF']) {
      const ids = (await listed(house, word)).rules.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['signoff-present', 'signoff-fresh', 'assurance-reached']));
      expect(ids).not.toContain('valid-yaml');
    }
    expect((await listed(house, 'own')).phrases.map(({ id }) => id)).toContain('phrase/in-the-works');
    expect((await house.closeout('rules', 'phrase/in-the')).out).toContain('  phrase/in-the-works  warning\n      In the works\n');
    expect(await house.closeout('rules', 'signoff-presnt')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('Did you mean signoff-present?') });
  });

  test('Markdown is tables that hold', async () => {
    const house = organisation();
    house.write('site/content/phrases/own.yaml', OWN_PHRASES.replace('title: In the works', 'title: "In | the <b>works</b>"'));
    const { out } = await house.closeout('rules', '--format', 'markdown');
    expect(out).toMatch(
      /^# Rules\n\n## Runs and sign-offs\n\n\| rule \| severity \| what it wants \|\n\| --- \| --- \| --- \|\n\| `known-checklist` \| error \(archive too\) \| A run/,
    );
    expect(out).toContain('| `phrase/in-the-works` | warning | In \\| the \\<b\\>works\\</b\\> |');
  });

  test('outside a repository, and beside a broken config, rules come as they are', async () => {
    const nowhere = organisation(`${repository}bench`);
    const { rules, phrases } = await listed(nowhere);
    expect([rules.length, phrases.length]).toEqual([rulebook.length, 0]);
    expect((await nowhere.closeout('explain', 'valid-yaml')).code).toBe(0);
    expect((await nowhere.closeout('explain', 'phrase/should-be-fixed')).err).toContain('Phrase rules are read from your repository');
    const house = organisation();
    house.write('closeout.config.yaml', 'organisation: [\n');
    const broken = await house.closeout('rules');
    expect([broken.code, broken.err.includes('are left out')]).toEqual([0, true]);
  });
});
