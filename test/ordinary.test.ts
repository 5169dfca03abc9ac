import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { approved, CLOSED, CONFIG, closing, commit, EVIDENCE, forge, forget, gate, gateAlone, head, onMain, ROSTER, RUN, sign } from './closing.ts';
import type { Organisation } from './organisation.ts';

afterAll(forget);

const GREEN = { code: 0, errors: [], verdict: 'may-close' };
const OTHER = `${CLOSED}/run.yaml`;

/** What happens to a branch that closes a run after Jonah Kim has approved it. */
type Row = readonly [name: string, happens: (house: Organisation) => unknown];

/** Other people's work lands on main. */
function meanwhile(house: Organisation): void {
  onMain(house, () => {
    house.edit(OTHER, 'impact: Outlook asks once for the password.', 'impact: Outlook asks once.');
    house.edit(ROSTER, 'Rosa Diaz', 'Rosa Maria Diaz');
    house.edit(CONFIG, 'organisation: Harbour IT', 'organisation: Harbour Services');
    house.write('README.md', 'New words.\n');
  });
}

describe('an approval stays while what it is of stays', () => {
  test.each<Row>([
    ['nothing happens', () => {}],
    ['main goes on', meanwhile],
    [
      'the branch is updated with main',
      (house) => {
        meanwhile(house);
        house.git('merge', '-q', '--no-edit', 'main');
      },
    ],
    [
      'the branch is rebased',
      (house) => {
        meanwhile(house);
        house.git('rebase', '-q', 'main');
      },
    ],
    ['the branch is squashed in its place', (house) => house.git('reset', '-q', '--soft', 'main')],
    [
      'main is merged with it, as a forge does to try it',
      (house) => {
        meanwhile(house);
        house.git('checkout', '-q', '--detach', 'main');
        house.git('merge', '-q', '--no-edit', 'change');
      },
    ],
    [
      'it is squashed onto main',
      (house) => {
        meanwhile(house);
        house.git('checkout', '-q', '--detach', 'main');
        house.git('merge', '-q', '--squash', 'change');
      },
    ],
    ['the impact is worded better', (house) => house.edit(RUN, 'impact: Phones and', 'impact: Telephones and')],
    [
      'a comment is added, and the files laid out anew',
      (house) => {
        house.write(RUN, `# Looked at with Maria.\n${house.read(RUN).replaceAll('\n', '\r\n')}`);
      },
    ],
    ['an engagement is added', (house) => house.edit(RUN, 'engagements:\n', 'engagements:\n  - { date: 2026-11-20, what: Visit, impact: None }\n')],
    ['a watch item is answered', (house) => house.edit(RUN, 'alerts-tuned: open', 'alerts-tuned: { done: 2026-11-06, by: jkim, note: Two muted }')],
    [
      'another run is begun',
      (house) =>
        house.write(
          'records/projects/contoso/phones/run.yaml',
          house
            .git('show', `main:${RUN}`)
            .replaceAll(/northwind|dock-street/g, 'contoso')
            .replace(/engagements:[\s\S]*?state:/, 'state:'),
        ),
    ],
    [
      'the answers are changed and changed back',
      (house) => {
        house.edit(RUN, 'count: 24', 'count: 25');
        commit(house);
        house.edit(RUN, 'count: 25', 'count: 24');
      },
    ],
  ])('%s', async (_name, happens) => {
    const house = await closing();
    const then = head(house);
    happens(house);
    commit(house);
    expect(await gate(house, [approved('jkim', then)])).toEqual(GREEN);
  });

  test('a comment after it, the account in another case, and an earlier refusal count for nothing', async () => {
    const house = await closing();
    const of = head(house);
    expect(await gate(house, [approved('jkim', of), { ...approved('jkim', of), state: 'commented' }])).toEqual(GREEN);
    expect(await gate(house, [{ ...approved('jkim', of), account: 'JKim-MSP' }])).toEqual(GREEN);
    expect(
      await gate(house, [
        { ...approved('jkim', of), state: 'changes-requested' },
        approved('jkim', of),
        { ...approved('skim', of), state: 'changes-requested' },
      ]),
    ).toEqual(GREEN);
  });

  test.each<Row>([
    ['a working tree with line breaks of Windows', (house) => house.git('config', 'core.autocrlf', 'true')],
    [
      'evidence that git keeps in another form, as large files are in a checkout of CI',
      (house) => {
        // a stand-in of Git LFS: it keeps each line backwards
        house.write('bin/git-lfs', '#!/bin/sh\nexec rev\n');
        chmodSync(join(house.root, 'bin/git-lfs'), 0o755);
        vi.stubEnv('PATH', `${join(house.root, 'bin')}:${process.env['PATH']}`);
        for (const way of ['clean', 'smudge']) house.git('config', `filter.lfs.${way}`, `git-lfs ${way} -- %f`);
        house.write('.gitattributes', '*.txt filter=lfs\n');
      },
    ],
    [
      "evidence that a filter of the account's config keeps in another form",
      (house) => {
        house.write('account.gitconfig', '[filter "large"]\n\tclean = rev\n\tsmudge = rev\n');
        vi.stubEnv('GIT_CONFIG_GLOBAL', join(house.root, 'account.gitconfig'));
        house.write('.gitattributes', '*.txt filter=large\n');
      },
    ],
  ])('%s', async (_name, set) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    const house = await closing();
    house.write('.gitattributes', '*.txt -text\n');
    set(house);
    house.write(EVIDENCE, 'A photo of the rack.\n');
    forge(house);
    const of = commit(house);
    house.git('rm', '-rq', '--cached', '.');
    house.git('reset', '-q', '--hard');
    expect(await gate(house, [approved('jkim', of)])).toEqual(GREEN);
  });
});

describe('the life of a run', () => {
  test('support answers its items after the lead has signed, in steps that each are green', async () => {
    const house = await closing();
    house.write(
      RUN,
      house
        .read(RUN)
        .replace('state: closed', 'state: closing')
        .replace(/docs-found: .*/, 'docs-found: open'),
    );
    house.git('rm', '-q', `${RUN.replace('run', 'signoff.closing.support')}`);
    commit(house);
    expect(await gateAlone(house)).toMatchObject({ code: 0, verdict: 'left' });
    house.git('branch', '-f', 'main');
    house.edit(RUN, 'docs-found: open', 'docs-found: { done: 2026-11-06, by: jkim }');
    await sign(house, 'support', 'jkim');
    commit(house);
    expect(await gateAlone(house)).toEqual({ ...GREEN, verdict: 'may-close' });
    house.edit(RUN, 'state: closing', 'state: closed');
    expect(await gate(house, [approved('jkim', commit(house))])).toEqual(GREEN);
  });

  test('active to closed in one pull request, whatever lies between', async () => {
    const house = await closing();
    expect(house.git('show', `main:${RUN}`)).toContain('state: active');
    expect(await gate(house, [approved('jkim', head(house))])).toEqual(GREEN);
  });

  test('a closed run is edited, watched and finished, and nobody is asked again', async () => {
    const house = await closing();
    const land = (): string => house.git('branch', '-f', 'main');
    land();
    house.edit(RUN, 'impact: Phones and', 'impact: Telephones and');
    commit(house);
    expect([await gate(house, []), await gateAlone(house)]).toEqual([GREEN, GREEN]);
    house.edit(CONFIG, 'today: 2026-11-06', 'today: 2026-12-10');
    commit(house);
    land();
    house.edit(RUN, 'alerts-tuned: open', 'alerts-tuned: { done: 2026-12-09, by: jkim, note: Two muted }');
    await sign(house, 'support', 'jkim');
    house.edit(RUN, 'state: closed', 'state: finished');
    commit(house);
    expect([await gate(house, []), await gateAlone(house)]).toEqual([GREEN, GREEN]);
    land();
    house.edit(RUN, 'impact: Telephones and', 'impact: Phones and');
    commit(house);
    expect([await gate(house, []), await gateAlone(house)]).toEqual([GREEN, GREEN]);
  });

  test('another run that is broken on main is told, and takes nothing from this one', async () => {
    const house = await closing();
    onMain(house, () => house.write('records/projects/contoso/phones/run.yaml', house.read(RUN)));
    house.git('rebase', '-q', 'main');
    const of = head(house);
    const { errors, verdict } = await gate(house, [approved('jkim', of)]);
    expect(verdict).toBe('may-close');
    expect(errors).toEqual([expect.stringMatching(/known-customer/)]);
    expect((await house.closeout('lint', '--base', 'main', '--approvals', '.git/approvals.json', RUN)).code).toBe(0);
  });
});
