import { cpSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Signoff } from '../linter/engine.ts';
import {
  approvedByAll,
  CLOSED,
  CONFIG,
  closing,
  commit,
  EVIDENCE,
  FOLDER,
  forge,
  forget,
  gate,
  head,
  LEAD,
  onMain,
  RELEASE,
  ROSTER,
  RUN,
  SUPPORT,
} from './closing.ts';
import type { Organisation } from './organisation.ts';

afterAll(forget);

type Change = (house: Organisation) => unknown;
/** What is done to a branch that closes a run in good order, and what the gate must say of it. */
type Row = readonly [name: string, change: Change, says: RegExp | readonly RegExp[]];

/** The change is committed, and everybody's account approves it as it then stands: the gate finds it all the same.
 *  One pattern is all that it says; of several it says each. */
async function refused(change: Change, says: Row[2], code = 1): Promise<void> {
  const house = await closing();
  await change(house);
  const { verdict, ...said } = await gate(house, approvedByAll(commit(house)));
  const patterns = [says].flat().map((each) => expect.stringMatching(each));
  expect(said).toEqual({ code, errors: patterns.length === 1 ? patterns : expect.arrayContaining(patterns) });
  expect(verdict).not.toBe('may-close');
}

/** Sign-offs made anew by somebody who has the program's source, so that their seals fit. */
const forged =
  (own: Readonly<Record<string, Partial<Signoff>>>): Change =>
  (house) =>
    forge(house, own);
const by = (id: string): Change => forged({ support: { by: id } });
const edited =
  (file: string, before: string | RegExp, after: string): Change =>
  (house) =>
    house.write(
      file,
      house.read(file).replace(before, () => after),
    );
const then =
  (...changes: readonly Change[]): Change =>
  (house) => {
    for (const change of changes) change(house);
  };
const resealed = (...edit: Parameters<typeof edited>): Change => then(edited(...edit), forged({}));
const inTeam = (id: string): Change => resealed(RUN, '  escalate:', `  team: [tlee, ${id}]\n  escalate:`);
/** On main, and the branch begins after it, with its run as it stood. */
const before =
  (change: Change): Change =>
  (house) => {
    onMain(house, () => change(house));
    const own = head(house);
    house.git('checkout', '-qB', 'change', 'main');
    house.git('checkout', '-q', own, '--', FOLDER);
  };
const gone =
  (file: string): Change =>
  (house) =>
    rmSync(join(house.root, file), { recursive: true });
/** A file is moved elsewhere, and a link put in its place. */
const linked =
  (file: string): Change =>
  (house) => {
    renameSync(join(house.root, file), join(house.root, 'elsewhere'));
    symlinkSync(`${'../'.repeat(file.split('/').length - 1)}elsewhere`, join(house.root, file));
  };
const moved =
  (from: string, to: string): Change =>
  (house) =>
    renameSync(join(house.root, from), join(house.root, to));

describe('who signs', () => {
  test.each<Row>([
    ['a manager', by('skim'), /^signoff.closing.support.yaml right-role: Simone Kim cannot sign for support: .* did not hold that role on 2026-11-06/],
    ['somebody who left the company', by('gone'), /right-role: .*Gary Oneal did not hold that role/],
    ['somebody who starts tomorrow', by('late'), /right-role: .*Lena Tate did not hold that role/],
    ['the backup, who was in support once', by('mpatel'), /right-role: .*Maya Patel did not hold that role/],
    ['nobody on the list', by('jkin'), /known-person: .*Did you mean "jkim"/],
    ['an id in capitals', by('JKIM'), /value-form: "JKIM"/],
    ['a look-alike id, with a Cyrillic letter', by('jkіm'), /value-form: "jkіm"/],
    ['an id with a character of no width', by('jk\u200bim'), /no-invisible-characters: .*U\+200B/],
    [
      'one person for both roles',
      forged({ lead: { by: 'obrien' }, support: { by: 'obrien' } }),
      /signoff-independent: Pat Obrien signed this phase for lead already/,
    ],
    [
      'support who answered an item of the lead',
      then(edited(RUN, 'tlee, vault', 'obrien, vault'), by('obrien')),
      /signoff-independent: Pat Obrien answered "Every admin/,
    ],
    ['somebody without the lead role who did', resealed(RUN, 'tlee, vault', 'jkim, vault'), /right-role: Jonah Kim cannot answer "Every admin/],
    ['somebody of the team', then(edited(RUN, 'by: jkim', 'by: rdiaz'), inTeam('jkim')), /signoff-independent: Jonah Kim works on this project/],
    [
      'somebody who leaves the team with this change',
      before(edited(RUN, '  escalate:', '  team: [jkim]\n  escalate:')),
      /signoff-independent: Jonah Kim works/,
    ],
    ['the team in capitals', inTeam('JKIM'), /value-form: "JKIM"/],
    ['the team with a Cyrillic letter', inTeam('jkіm'), /value-form: "jkіm"/],
    ['the team under the id of nobody', inTeam('jk1m'), /known-person: .*"jk1m"/],
  ])('%s', (_name, change, says) => refused(change, says));
});

/** No answer says a day of its own, and who left in March has signed in January. */
const departed = then(
  edited(RUN, /{ done.*/g, '{ waived: Not before the spring, by: obrien, approved: skim, until: 2026-12-15, ticket: T1 }'),
  forged({ lead: { date: '2026-01-05' }, support: { date: '2026-01-05', by: 'gone' } }),
);

describe('what stands in the sign-off', () => {
  test.each<Row>([
    ['the seal is gone', edited(SUPPORT, /^seal: .*\n/m, ''), /signoff-present: This sign-off has no seal/],
    ['the seal is another', edited(SUPPORT, /sha256:..../, 'sha256:0000'), /signoff-fresh: This sign-off was edited/],
    ['its meaning is another', edited(SUPPORT, 'I accept', 'I do not accept'), /signoff-fresh: This sign-off was edited/],
    [
      'it names another release, with a seal that fits',
      forged({ support: { checklist: 'project-closeout@1.0.0' } }),
      /signoff-fresh: This sign-off was edited/,
    ],
    ['its signer is another', edited(SUPPORT, 'by: jkim', 'by: rdiaz'), /signoff-fresh: This sign-off was edited/],
    [
      'its covers are those of the run as it is now',
      then(edited(RUN, 'docs-found: { done: 2026-11-04', 'docs-found: { done: 2026-11-05'), edited(SUPPORT, /docs-found: ".*"/, 'docs-found: "00000000"')),
      /signoff-fresh: .*"docs-found"/,
    ],
    [
      'a false day, before the work, with a seal that fits',
      forged({ lead: { date: '2026-11-04' }, support: { date: '2026-11-04' } }),
      /signoff-in-order: .*was done on 2026-11-05/,
    ],
    ['a false day, on which the signer was still there', departed, /signoff-in-order: .*dated 2026-01-05, but the project started on 2026-09-14/],
    ['a false day, before the lead, with a seal that fits', forged({ support: { date: '2026-11-05' } }), /signoff-in-order: .*before the one for lead/],
    ['a day to come, with a seal that fits', forged({ support: { date: '2026-11-07' } }), /not-in-future: This sign-off is dated 2026-11-07/],
    [
      'it is copied from another project',
      (house) => cpSync(join(house.root, CLOSED, 'signoff.closing.support.yaml'), join(house.root, SUPPORT)),
      /signoff-present: .*for contoso\/mail-move/,
    ],
    [
      "it is the lead's under another name",
      (house) => cpSync(join(house.root, LEAD), join(house.root, SUPPORT)),
      /signoff-present: .*for lead, not for support/,
    ],
    ['it says that it is of another phase', edited(SUPPORT, 'phase: closing', 'phase: watch'), /signoff-present: .*for watch, not for closing/],
    ["the lead's is gone", gone(LEAD), /signoff-in-order: .*not yet for lead/],
    [
      "the lead's is made after support's",
      (house) => {
        const support = house.read(SUPPORT);
        forge(house, { lead: { by: 'mpatel' } });
        house.write(SUPPORT, support);
      },
      /signoff-fresh: .*an earlier sign-off/,
    ],
  ])('%s', (_name, change, says) => refused(change, says));

  test('the file is a link', () => refused(linked(SUPPORT), /file-readable: .*a link/, 2));
});

describe('what was signed', () => {
  test.each<Row>([
    ['an answer', edited(RUN, 'count: 24', 'count: 25'), /signoff-fresh: .*Tess Lee.*"agents-counted"\./],
    ['an answer of support', edited(RUN, 'docs-found: { done: 2026-11-04', 'docs-found: { done: 2026-11-05'), /signoff-fresh: .*Jonah Kim.*"docs-found"\./],
    ['an answer is gone', edited(RUN, / {2}circuit-recorded.*\n/, ''), /signoff-fresh: .*"circuit-recorded"/],
    ['an answer that must be there is gone', edited(RUN, / {2}printer-docs.*\n/, ''), /item-answered: .*missing/],
    ['the evidence', edited(EVIDENCE, 'photo', 'Photo'), /signoff-fresh: .*"rack-photo" or its file/],
    ['the evidence is gone', gone(EVIDENCE), /evidence-exists: .*is not there/],
    ['the evidence is a link to the same', linked(EVIDENCE), /evidence-exists: .*a link/],
    ['the kinds', edited(RUN, 'new-network: true, server: false', 'new-network: true, server: true'), /item-answered: "A restore/],
    ['the team', edited(RUN, '  escalate:', '  team: [mpatel]\n  escalate:'), /signoff-fresh: .*the lead or the team/],
    ['the lead', edited(RUN, 'lead: tlee', 'lead: mpatel'), /signoff-fresh: .*the lead or the team/],
    ['the release', edited(RUN, '@1.1.0', '@1.0.0'), /release-allowed: .*never lowered/],
  ])('%s', (_name, change, says) => refused(change, says));
});

const policy = (file: string): RegExp => new RegExp(`^run.yaml policy-unchanged: This change closes or finishes the run, and changes ${file} as well`);
const added: Change = (house) => {
  house.write(
    RELEASE.replace('1.1.0', '1.1.1'),
    house
      .read(RELEASE)
      .replace('version: 1.1.0', 'version: 1.1.1')
      .replace(/digest.*\n/, ''),
  );
  resealed(RUN, '@1.1.0', '@1.1.1')(house);
};
const friend = '- { id: friend, name: A Friend, roles: [{ role: support, from: 2020-01-01 }], account: tlee-msp }\n';

describe('what it is judged by', () => {
  test.each<Row>([
    ['a role is given', then(edited(ROSTER, '{ role: manager', '{ role: support'), by('skim')), [policy(ROSTER), /right-role: Simone Kim cannot sign/]],
    ['a person is added', then(edited(ROSTER, /^/, friend), by('friend')), [policy(ROSTER), /known-person: Nobody has the id "friend"/]],
    ['an account is exchanged', edited(ROSTER, 'account: jkim-msp', 'account: friend-msp'), policy(ROSTER)],
    ['the roster is called binary', then(edited(ROSTER, 'Rosa', 'Rosita'), (house) => house.write('.gitattributes', '* binary -diff\n')), policy(ROSTER)],
    ['the config asks for less', edited(CONFIG, 'closing: approved', 'closing: declared'), policy(CONFIG)],
    ['the config asks for nothing', edited(CONFIG, /assurance.*\n/, ''), policy(CONFIG)],
    [
      'the day is moved',
      then(edited(CONFIG, 'today: 2026-11-06', 'today: 2027-11-06'), forged({ support: { date: '2027-11-06' } })),
      [policy(CONFIG), /not-in-future/],
    ],
    ['the release asks for less', then(edited(RELEASE, /.*role: support, independent.*\n/, ''), gone(SUPPORT)), [policy(RELEASE), /release-frozen/]],
    ['a release is added and pinned', added, [policy(RELEASE.replace('1.1.0', '1.1.1')), /known-release: The base has no release 1.1.1/]],
    ['a release is gone', gone(RELEASE.replace('1.1.0', '1.0.0')), [policy(RELEASE.replace('1.1.0', '1.0.0')), /release-kept/]],
    ['a schema is added', (house) => house.write('schemas/run.schema.json', '{}'), policy('schemas/run.schema.json')],
  ])('%s', (_name, change, says) => refused(change, says));
});

describe('the way it went', () => {
  test.each<Row>([
    ['closed straight from planned', before(edited(RUN, 'state: active', 'state: planned')), /state-in-order: A run that is planned cannot become closed/],
    [
      'closed out of the archive',
      before(edited(RUN, 'state: active', 'state: cancelled\nreason: No budget.')),
      /state-in-order: A run that is cancelled cannot become closed/,
    ],
    ['new, and closed from the start', before(gone(FOLDER)), /state-in-order: A new run cannot begin as closed/],
    ['finished from active', edited(RUN, 'state: closed', 'state: finished'), [/state-in-order: A run that is active cannot/, /item-answered/]],
    ['moved', moved(FOLDER, 'records/projects/northwind/old-move'), [/run-kept/, /state-in-order: A new run/]],
  ])('%s', (_name, change, says) => refused(change, says));

  test('the closing is reverted, and no reason given', async () => {
    const house = await closing();
    house.git('branch', '-f', 'main');
    house.git('revert', '--no-edit', 'HEAD');
    expect((await gate(house, [])).errors).toEqual([expect.stringMatching(/state-in-order: This takes the run back from closed to active/)]);
    edited(RUN, /$/, 'reason: The circuit failed on its first day.\n')(house);
    expect(await gate(house, [])).toMatchObject({ code: 0 });
  });
});
