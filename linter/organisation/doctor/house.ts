import { held } from '../../core/people.ts';
import { listed } from '../../core/verdict.ts';
import { type Look, type OrganisationFacts, ok, problem, type Told, warning } from './facts.ts';

/** A look at the organisation's files; nothing where the config could not be used, for config-readable says that once. */
function look(id: string, check: (organisation: OrganisationFacts) => readonly Told[]): Look {
  return { id, check: ({ organisation }) => (organisation ? check(organisation) : []) };
}

/** Checklists, people and runs: is there anything to judge, and anybody who may sign? */
export const houseLooks: readonly Look[] = [
  look('checklist-released', ({ checklists }) => {
    if (checklists.length === 0) return [problem('There is no checklist of projects.', 'Write one under checklists/, or copy the sample.')];
    return checklists.map(({ id, versions }) =>
      versions[0] === undefined
        ? problem(`"${id}" has no release, so no run can use it.`, `Freeze it: closeout release ${id} --why "..."`)
        : ok(`"${id}" has ${versions.length === 1 ? 'one release' : `${versions.length} releases`}, the newest is ${versions[0]}.`),
    );
  }),
  look('schemas-there', ({ unschemed, checklists }) => {
    if (unschemed.length > 0)
      return [
        warning(
          `${listed(unschemed)} ${unschemed.length === 1 ? 'has' : 'have'} no schema under schemas/runs, so editors complete nothing.`,
          'closeout release writes it; copy it from the branch where it was released.',
        ),
      ];
    return checklists.some(({ versions }) => versions.length > 0) ? [ok('Every release has its schema for editors.')] : [];
  }),
  look('roles-held', ({ people, today }) => {
    const missing = ['lead', 'support'].filter((role) => !people.some((person) => held(person, role, today)));
    if (missing.length > 0)
      return missing.map((role) =>
        problem(`Nobody in records/people.yaml holds the role ${role} today.`, `Add somebody with roles: [{ role: ${role}, from: ${today} }].`),
      );
    const [leads, support] = ['lead', 'support'].map((role) => people.filter((person) => held(person, role, today)));
    if (support?.length === 1 && leads?.some((person) => person.id === support[0]?.id))
      return [problem(`${support[0]?.name} is support and lead alone, and nobody may sign for both sides.`, 'Give the role support to one person more.')];
    return [ok(`Today ${leads?.length} hold the role lead, and ${support?.length} the role support.`)];
  }),
  look('assurance-fits', ({ config, people, today }) => {
    const closing = config.assurance?.closing ?? 'sealed';
    if (closing === 'declared')
      return [warning('A typed name is enough to close: signatures are not sealed.', 'Set assurance: { closing: sealed } in closeout.config.yaml.')];
    if (closing === 'sealed') return [ok('Signatures are sealed. That a name is real only code owners and approvals can show.')];
    const without = people.filter((person) => held(person, 'support', today) && !person.account);
    if (without.length === 0) return [ok('Approved signatures are asked for, and everybody in support has an account.')];
    return [
      problem(
        `Approved signatures are asked for, and ${listed(without.map(({ name }) => name))} ${without.length === 1 ? 'has' : 'have'} no account in records/people.yaml.`,
        'Add account: with their name on the forge.',
      ),
    ];
  }),
  look('runs-there', ({ runs }) => {
    const unread = runs.filter(({ state }) => state === undefined);
    if (unread.length > 0) return [problem(`${listed(unread.slice(0, 5).map(({ file }) => file))} cannot be read.`, 'closeout lint says what is wrong there.')];
    const closing = runs.filter(({ state }) => state === 'closing').length;
    if (runs.length === 0) return [ok('There is no run yet: closeout new project starts one.')];
    return [ok(`${runs.length} ${runs.length === 1 ? 'run' : 'runs'}, ${closing} of them closing.`)];
  }),
];
