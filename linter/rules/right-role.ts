import type { Answer, Person, RunDocument } from '../core/documents.ts';
import { anyWith, type Days, held, heldWithin } from '../core/people.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf, crewOf, daysSoFar, isDone, type PlacedAnswer } from '../core/run.ts';

export default defineRule({
  id: 'right-role',
  reads: 'run',
  severity: 'error',
  summary: 'Whoever answers or signs held the role for it on that day.',
  why: 'The list works because two sides look at it. One side that answers for the other is nobody looking.',
  messages: {
    lead: '{name} cannot answer "{title}": it is the lead\'s item, and {name} neither works on this project nor {was}.',
    support: '{name} cannot answer "{title}": it is support\'s item, and {name} {reason}.{instead}',
    either: '{name} cannot answer "{title}": {name} neither works on this project nor {was}.',
    project: '{name} was not a lead on {day}, so cannot lead this project.',
    signoff: '{name} cannot sign for {role}: {name} did not hold that role on {day}.{instead}',
  },
  *check(run) {
    const { project } = run.run;
    const lead = project?.lead ? run.people.get(project.lead) : undefined;
    if (lead && project?.started && !held(lead, 'lead', project.started) && !held(lead, 'lead', project.closes ?? project.started)) {
      yield { messageId: 'project', at: ['project', 'lead'], data: { name: lead.name, day: project.started } };
    }
    const crew = crewOf(run.run);
    const soFar = daysSoFar(run);
    for (const placed of answersOf(run).all) {
      const { item, answer, part, person } = placed;
      if (!person) continue;
      const day = dayOf(answer);
      // na and waived have no day of their own: who was there at no time of the project cannot have answered
      const days = day === undefined ? soFar : { from: day, to: day };
      if (mayAnswer(person, placed, crew, days)) continue;
      const { name } = person;
      const { title } = item;
      const at = [part, item.id, 'by'];
      if (item.by === 'support') {
        const when = day === undefined ? 'since the project started' : `on ${day}`;
        const reason = heldWithin(person, days, 'support') ? 'works on this project' : `was not in support ${when}`;
        yield { messageId: 'support', at, data: { name, title, reason, instead: insteadOf(run, 'support', day ?? run.today, crew) } };
      } else {
        const what = item.by === 'lead' ? 'a lead' : 'a lead or in support';
        yield { messageId: item.by, at, data: { name, title, was: `was ${what} ${day === undefined ? 'since it started' : `on ${day}`}` } };
      }
    }
    for (const { data: signoff, file } of run.signoffs) {
      const person = signoff.by ? run.people.get(signoff.by) : undefined;
      if (!person || !signoff.role || !signoff.date || held(person, signoff.role, signoff.date)) continue;
      const data = { name: person.name, role: signoff.role, day: signoff.date, instead: insteadOf(run, signoff.role, signoff.date, crew) };
      yield { messageId: 'signoff', at: ['by'], file, data };
    }
  },
});

/** Whether the item is this person's to answer. */
function mayAnswer(person: Person, { item, part }: PlacedAnswer, crew: ReadonlySet<string>, days: Days): boolean {
  if (item.by === 'support') return heldWithin(person, days, 'support') && !crew.has(person.id);
  if (heldWithin(person, days, 'lead')) return true;
  // what was waived is often settled when the lead tech is long on another project
  if ((item.by === 'either' || part === 'settled') && heldWithin(person, days, 'support')) return true;
  // who has left works on no project any more
  return crew.has(person.id) && heldWithin(person, days);
}

function dayOf(answer: Answer): string | undefined {
  return isDone(answer) ? answer.done : undefined;
}

function insteadOf(run: RunDocument, role: string, day: string, crew: ReadonlySet<string>): string {
  const others = new Map([...run.people].filter(([id]) => role === 'lead' || !crew.has(id)));
  const person = anyWith(others, role, day);
  return person ? ` ${person.name} could.` : '';
}
