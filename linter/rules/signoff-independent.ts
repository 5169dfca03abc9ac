import type { Person } from '../core/documents.ts';
import { held, type Roster } from '../core/people.ts';
import { defineRule } from '../core/rule.ts';
import { crewOf } from '../core/run.ts';
import { askedBefore, askedSignoffs, findSignoff } from '../core/seal.ts';
import { isToSignAnew } from './signoff-fresh.ts';

export default defineRule({
  id: 'signoff-independent',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  archive: true,
  last: true,
  summary: 'A sign-off that must be independent is by somebody from outside the project.',
  why: 'Support accepts the project into support. Who did the work cannot accept it.',
  messages: {
    crew: '{name} works on this project, so cannot sign it for {role}. Somebody else of {role} has to.',
    both: '{name} signed this phase for {other} already, so cannot sign it for {role} as well. Somebody else of {role} has to.',
    answered: '{name} answered "{title}", an item of the lead\'s, so cannot sign for {role}. Somebody else of {role} has to.',
  },
  when: ({ signoffs }) => signoffs.length > 0,
  *check(run) {
    // who leaves the project in the change that closes it has worked on it all the same
    const crew = crewOf(run.run).union(run.base?.before?.crew ?? new Set());
    for (const { phase, role, independent } of askedSignoffs(run)) {
      const signoff = independent ? findSignoff(run, phase, role) : undefined;
      const person = signoff?.data.by ? run.people.get(signoff.data.by) : undefined;
      // who never held the role is right-role's finding
      if (!signoff || !person || !held(person, role, signoff.data.date ?? '')) continue;
      const data = { name: person.name, role };
      const ids = idsOf(person, run.people);
      const answered = [...run.answers].find(([id, answer]) => answer !== 'open' && ids.has(answer.by) && run.checklist?.items.get(id)?.by === 'lead');
      const title = answered && run.checklist?.items.get(answered[0])?.title;
      const other = askedBefore(run, phase, role).find((each) => each.phase === phase && ids.has(findSignoff(run, phase, each.role)?.data.by ?? ''))?.role;
      const messageId = !crew.isDisjointFrom(ids) ? 'crew' : other ? 'both' : title ? 'answered' : undefined;
      if (!messageId || isToSignAnew(run, phase, role)) continue;
      yield { messageId, at: ['by'], file: signoff.file, data: { ...data, title, other } };
    }
  },
});

/** All ids of a person: who has one account of the forge is one person, however often the list names them. */
function idsOf({ id, account }: Person, people: Roster): ReadonlySet<string> {
  const same = (each: Person): boolean => account !== undefined && each.account?.toLowerCase() === account.toLowerCase();
  return new Set([id, ...[...people.values()].filter(same).map((each) => each.id)]);
}
