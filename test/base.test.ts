import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../linter/engine.ts';
import { answerAll, type Organisation, onBranch, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

async function errors(house: Organisation, ...args: string[]): Promise<readonly string[]> {
  const { out, err } = await house.closeout('lint', '--format', 'json', '--base', 'main', ...args);
  if (!out) return [err];
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  return diagnostics.filter((each) => each.severity === 'error').map((each) => `${each.file} ${each.ruleId}`);
}

describe('--base', () => {
  test('a pull request that closes a project too early is red, the finished one green', async () => {
    const house = onBranch();
    house.edit(RUN, 'state: active', 'state: closed');
    expect(new Set(await errors(house))).toEqual(new Set([`${RUN} item-answered`]));
    answerAll(house, RUN);
    await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    await house.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes');
    house.git('add', '.');
    house.git('commit', '-qm', 'close');
    expect(await errors(house)).toEqual([]);
  });

  test('a run that was deleted, moved or lowered is found', async () => {
    const house = onBranch();
    house.git('mv', 'records/projects/northwind/office-move', 'records/projects/northwind/old-move');
    expect(await errors(house)).toContain(`${RUN} run-kept`);
    house.git('reset', '-q', '--hard');
    house.edit(RUN, '@1.1.0', '@1.0.0');
    expect(await errors(house)).toContain(`${RUN} release-allowed`);
  });

  test('people and releases that arrive with a closing do not judge it', async () => {
    const house = onBranch();
    answerAll(house, RUN);
    house.edit('records/people.yaml', '- { id: gone', '- { id: friend, name: A Friend, roles: [{ role: support, from: 2020-01-01 }] }\n- { id: gone');
    await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'friend', '--yes')).code).toBe(0);
    house.edit(RUN, 'state: active', 'state: closed');
    expect(await errors(house)).toEqual([`${RUN} policy-unchanged`, 'records/projects/northwind/office-move/signoff.closing.support.yaml known-person']);
  });

  test('what turns red by itself counts only where the change touches the run', async () => {
    const house = onBranch();
    expect(await errors(house, '--today', '2027-01-10')).toEqual([]);
    house.edit(SIGNED, 'impact: Outlook asks once for the password.', 'impact: Outlook asks once.');
    expect(await errors(house, '--today', '2027-01-10')).toEqual([`${SIGNED} waiver-current`]);
    house.git('checkout', '-q', '.');
    const { code } = await house.closeout('lint', '--today', '2027-01-10', '--timed', 'count');
    expect(code).toBe(1);
  });

  test('a run that the change finishes is held to everything, one that was finished before to its seals', async () => {
    const house = onBranch();
    house.edit(SIGNED, 'state: closed', 'state: finished');
    expect(await errors(house)).toEqual([`${SIGNED} waiver-settled`, `${SIGNED} item-answered`]);
  });

  test('no such revision, no shared history and no repository are 2, never 0', async () => {
    const house = onBranch();
    const missing = await house.closeout('lint', '--base', 'origin/main');
    expect(missing).toMatchObject({ code: 2, err: '' });
    expect(missing.out).toMatch(/undecided .*fetch-depth: 0.* {2}history-available/);
    // nobody can say that a run may close, and all else is still told
    expect(missing.out).toMatch(/contoso\/mail-move +closed +could not decide/);
    house.edit(RUN, 'lead: tlee', 'lead: tle');
    expect(await house.closeout('lint', '--base', 'origin/main')).toMatchObject({ code: 1 });
    house.git('checkout', '-q', '.');
    house.git('checkout', '-q', '--orphan', 'stranger');
    house.git('commit', '-qm', 'unrelated');
    expect((await house.closeout('lint', '--base', 'main')).code).toBe(2);
    expect((await organisation().closeout('lint', '--base', 'main')).out).toContain('not in a git repository');
  });
});
