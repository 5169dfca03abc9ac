import type { RunDocument } from '../core/documents.ts';
import { heldWithin } from '../core/people.ts';
import { defineRule, type Finding } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';
import { meant, sureIf } from '../core/suggest.ts';
import type { Path } from '../core/text.ts';
import { isPlaceholder } from './no-placeholder.ts';

export default defineRule({
  id: 'known-person',
  reads: 'run',
  severity: 'error',
  summary: 'Everybody that a run names is on the list of people.',
  why: 'Support must be able to find and call whoever is named.',
  messages: {
    unknown: 'Nobody in records/people.yaml has the id "{id}". Add the person there, or correct the id.',
    base: 'Nobody has the id "{id}" in the records/people.yaml of the base, and a change cannot bring the people it is judged by. Land the person first, then close the run.',
    unfit: 'The entry of "{id}" in records/people.yaml has a mistake, so nobody can tell what {id} may do. Put it right first.',
    roster: 'records/people.yaml names nobody, or cannot be read, so nobody named here could be checked. Put it right first.',
    left: '{name} left before this project started, so nobody can reach {name} about it. Name somebody who is there.',
    typo: 'Nobody in records/people.yaml has the id "{id}". Did you mean "{suggestion}"?',
  },
  *check(run) {
    if (run.people.size === 0) {
      yield { messageId: 'roster', at: ['project', 'lead'], undecided: true };
      return;
    }
    const told = new Set<string>();
    for (const { id, at, file } of strangersIn(run)) {
      if (!file && isPlaceholder(id)) continue;
      if (run.people.unfit?.has(id)) {
        if (!told.has(id)) yield { messageId: 'unfit', at, data: { id }, undecided: true, ...(file ? { file } : {}) };
        told.add(id);
        continue;
      }
      const { suggestion, instead } = meant(id, run.people.keys());
      const unknown = run.judgedByBase ? 'base' : 'unknown';
      // who did a thing is for people to say
      yield { messageId: suggestion ? 'typo' : unknown, at, data: { id, suggestion }, instead: sureIf(instead, false), ...(file ? { file } : {}) };
    }
    yield* leaversIn(run);
  },
});

/** Whom support is to call, and cannot: what the lead is asked for is more, and right-role's. */
function* leaversIn({ run: { project }, people }: RunDocument): Iterable<Finding<'left'>> {
  for (const key of ['backup', 'escalate'] as const) {
    const person = people.get(project?.[key] ?? '');
    if (!person || !project?.started || heldWithin(person, { from: project.started, to: '9999-12-31' })) continue;
    yield { messageId: 'left', at: ['project', key], data: { name: person.name } };
  }
}

function* strangersIn(run: RunDocument): Iterable<{ id: string; at: Path; file?: string }> {
  const { project } = run.run;
  const isStranger = (id: string | undefined): id is string => Boolean(id) && !run.people.has(id as string);
  for (const key of ['lead', 'backup', 'escalate'] as const) if (isStranger(project?.[key])) yield { id: project[key], at: ['project', key] };
  for (const [index, id] of (project?.team ?? []).entries()) if (isStranger(id)) yield { id, at: ['project', 'team', index] };
  const { all, waived } = answersOf(run);
  for (const { item, answer, part, person } of all) if (!person && answer !== 'open') yield { id: answer.by, at: [part, item.id, 'by'] };
  for (const { item, answer, part } of waived) if (isStranger(answer.approved)) yield { id: answer.approved, at: [part, item.id, 'approved'] };
  for (const { data, file } of run.signoffs) if (isStranger(data.by)) yield { id: data.by, at: ['by'], file };
}
