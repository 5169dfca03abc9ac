import { afterAll, describe, expect, test } from 'vitest';
import { type Approval, approved, approvedByAll, CLOSED, closing, commit, forge, forget, gate, gateAlone, head, onMain, RUN } from './closing.ts';
import { type Organisation, organisation } from './organisation.ts';

afterAll(forget);

const OTHER = /Jonah Kim approved an earlier state, and what the sign-off covers has changed since/;
const NONE = /Jonah Kim has not approved this change with the account jkim-msp/;
const BACK = /Jonah Kim took the approval of this change back/;
const word = (state: string, of: string): Approval => ({ ...approved('jkim', of), state });

/** What the forge says of a branch that closes a run in good order, or of what was made of it, and what the gate must say. */
type Row = readonly [name: string, approvals: (house: Organisation) => readonly Approval[] | string, code: number, says: RegExp];

describe('sign-offs that are not approved are not passed for it', () => {
  test.each<Row>([
    ['nobody', () => [], 1, NONE],
    ['somebody else', (house) => [approved('skim', head(house)), approved('tlee', head(house))], 1, NONE],
    ['an account that looks alike', (house) => [{ ...approved('jkim', head(house)), account: 'j\u212aim-msp' }], 1, NONE],
    ['an account with a space', (house) => [{ ...approved('jkim', head(house)), account: 'jkim-msp ' }], 1, NONE],
    ['a comment alone', (house) => [word('commented', head(house))], 1, NONE],
    ['one that was begun and not sent', (house) => [word('pending', head(house))], 1, NONE],
    ['one that was dismissed', (house) => [word('approved', head(house)), word('dismissed', head(house))], 1, BACK],
    ['changes asked for afterwards', (house) => [word('approved', head(house)), word('changes-requested', head(house))], 1, BACK],
    ['the base', (house) => [approved('jkim', head(house, 'main'))], 1, OTHER],
    ['the commit before the sign-off', (house) => [approved('jkim', head(house, 'HEAD~1'))], 1, OTHER],
    [
      'a commit with another answer, signed anew since',
      (house) => {
        const before = head(house);
        house.edit(RUN, 'count: 24', 'count: 25');
        forge(house);
        commit(house);
        return approvedByAll(before);
      },
      1,
      OTHER,
    ],
    [
      'a commit with another answer under the same sign-off',
      (house) => {
        house.edit(RUN, 'count: 24', 'count: 25');
        const before = commit(house);
        house.edit(RUN, 'count: 25', 'count: 24');
        commit(house);
        return approvedByAll(before);
      },
      1,
      OTHER,
    ],
    [
      'a commit with another meaning, sealed by hand since',
      (house) => {
        const before = head(house);
        forge(house, { support: { meaning: 'I accept this project into support. 31 done, 0 open.' } });
        commit(house);
        return approvedByAll(before);
      },
      1,
      OTHER,
    ],
    [
      'another person, who signed before',
      (house) => {
        forge(house, { support: { by: 'obrien' } });
        return [approved('jkim', commit(house))];
      },
      1,
      /Pat Obrien has not approved this change with the account obrien-msp/,
    ],
    [
      'a signer without an account',
      (house) => {
        forge(house, { support: { by: 'rdiaz' } });
        return approvedByAll(commit(house));
      },
      1,
      /Rosa Diaz has no account/,
    ],
    [
      'one that the change gave to somebody else in the roster',
      (house) => {
        house.edit('records/people.yaml', 'account: jkim-msp', 'account: mallory-msp');
        return [{ ...approved('jkim', commit(house)), account: 'mallory-msp' }];
      },
      1,
      /policy-unchanged/,
    ],
    ['a commit that is not there', () => [approved('jkim', '1'.repeat(40))], 2, /not in this history/],
    ['a file that is no commit', (house) => [approved('jkim', head(house, `HEAD:${RUN}`))], 2, /not in this history/],
    ['an option of git', () => [approved('jkim', '--all')], 2, /do not have the shape/],
    ['a file that is no JSON', () => '{', 2, /are not JSON/],
    ['a file of another version', () => '{ "format": "closeout-approvals", "version": 2, "approvals": [] }', 2, /do not have the shape.*version/],
    ['a file with a state of its own', (house) => JSON.stringify([word('verified', head(house))]), 2, /do not have the shape/],
  ])('%s', async (_name, approvals, code, says) => {
    const house = await closing();
    const { verdict, ...said } = await gate(house, approvals(house));
    expect(said).toEqual({ code, errors: [expect.stringMatching(says)] });
    expect(verdict).not.toBe('may-close');
  });

  test('nothing handed in, and a file that is not there', async () => {
    const house = await closing();
    const missing = /assurance-reached: Closing asks for approved sign-offs, and nothing was handed in/;
    expect(await gateAlone(house)).toEqual({ code: 2, errors: [expect.stringMatching(missing)], verdict: 'undecided' });
    expect((await house.closeout('lint', '--base', 'main', '--approvals', 'nowhere.json')).code).toBe(2);
  });

  test('no word of ours calls it verified', async () => {
    const { out } = await (await closing()).closeout('lint', '--base', 'main');
    expect(out).not.toMatch(/verif/i);
  });

  test('a closed run that is signed anew asks for a new approval, one that is not asks for none', async () => {
    const house = await closing();
    house.git('checkout', '-qB', 'change', 'main');
    house.edit(`${CLOSED}/run.yaml`, 'count: 14', 'count: 15');
    forge(house, {}, `${CLOSED}/run.yaml`);
    commit(house);
    expect(await gate(house, [])).toMatchObject({ code: 1, errors: [expect.stringMatching(NONE)] });
    expect(await gate(house, approvedByAll(head(house, 'main')))).toMatchObject({ code: 1, errors: [expect.stringMatching(OTHER)] });
    expect(await gate(house, [approved('jkim', head(house))])).toMatchObject({ code: 0, errors: [] });
  });
});

describe('history that is not there decides nothing', () => {
  const undecided = { code: 2, verdict: 'undecided', errors: [expect.stringMatching(/history-available/)] };

  test('a base that does not exist', async () => {
    const house = await closing();
    for (const base of ['origin/main', '0'.repeat(40), '']) expect(await gate(house, approvedByAll(head(house)), base), base).toMatchObject(undecided);
  });

  test('a shallow clone', async () => {
    const house = await closing();
    house.git('clone', '-q', '--depth', '1', '--no-single-branch', '--branch', 'change', `file://${house.root}`, '.git/clone');
    const clone = organisation(`${house.root}/.git/clone`);
    expect(await gate(clone, approvedByAll(head(house)), 'main')).toMatchObject(undecided);
    expect(await gate(clone, approvedByAll(head(house)), 'origin/main')).toMatchObject(undecided);
    clone.git('fetch', '-q', '--unshallow');
    expect(await gate(clone, approvedByAll(head(house)), 'origin/main')).toMatchObject({ code: 0, verdict: 'may-close' });
  });

  test('a history that has nothing in common with the base', async () => {
    const house = await closing();
    house.git('checkout', '-q', '--orphan', 'stranger');
    expect(await gate(house, approvedByAll(commit(house)))).toMatchObject(undecided);
  });

  test('a branch that brings back, past the base, what was reopened there', async () => {
    const house = await closing();
    house.git('checkout', '-qB', 'change', 'main');
    house.write('README.md', 'Something else.\n');
    commit(house);
    onMain(house, () => house.write(`${CLOSED}/run.yaml`, `${house.read(`${CLOSED}/run.yaml`).replace('state: closed', 'state: active')}reason: It failed.\n`));
    const reopened = head(house, 'main');
    onMain(house, () => house.git('merge', '-q', '--no-edit', 'change'));
    // each has merged the other by now; the branch keeps the run closed, as one of the two bases has it
    house.git('merge', '-q', '--no-edit', '-s', 'ours', reopened);
    expect(house.git('merge-base', '--all', 'main', 'HEAD').trim().split('\n')).toHaveLength(2);
    expect((await gate(house, [])).code).toBe(2);
    house.git('merge', '-q', '--no-edit', '-s', 'ours', 'main');
    expect(await gate(house, [])).toMatchObject({ code: 1, errors: [expect.stringMatching(NONE)] });
  });
});
