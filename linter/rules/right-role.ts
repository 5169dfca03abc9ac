import type { Person, RunDocument } from '../core/documents.ts';
import { anyWith, held, present } from '../core/people.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf, crewOf, isDone } from '../core/run.ts';

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
    // who has left works on no project any more
    const works = (person: Person, day: string | undefined): boolean => crew.has(person.id) && (day === undefined || present(person, day));
    for (const { item, answer, at } of answersOf(run).all) {
      const person = answer === 'open' ? undefined : run.people.get(answer.by);
      if (!person) continue;
      const day = isDone(answer) ? answer.done : undefined;
      if (item.by === 'either') {
        const was = day ? `was a lead or in support on ${day}` : 'was ever a lead or in support';
        const may = ['lead', 'support'].some((role) => heldOn(person, role, day)) || works(person, day);
        if (!may) yield { messageId: 'either', at: [...at, 'by'], data: { name: person.name, title: item.title, was } };
        continue;
      }
      const data = { name: person.name, title: item.title, was: day ? `was a lead on ${day}` : 'was ever a lead' };
      // what was waived is often settled when the lead tech is long on another project
      const holds = heldOn(person, item.by, day) || (at[0] === 'settled' && heldOn(person, 'support', day));
      if (item.by === 'lead' && !holds && !works(person, day)) yield { messageId: 'lead', at: [...at, 'by'], data };
      if (item.by !== 'support' || (holds && !crew.has(person.id))) continue;
      const reason = holds ? 'works on this project' : day ? `was not in support on ${day}` : 'was never in support';
      yield { messageId: 'support', at: [...at, 'by'], data: { ...data, reason, instead: insteadOf(run, 'support', day ?? run.today, crew) } };
    }
    for (const { data: signoff, file } of run.signoffs) {
      const person = signoff.by ? run.people.get(signoff.by) : undefined;
      if (!person || !signoff.role || !signoff.date || held(person, signoff.role, signoff.date)) continue;
      const data = { name: person.name, role: signoff.role, day: signoff.date, instead: insteadOf(run, signoff.role, signoff.date, crew) };
      yield { messageId: 'signoff', at: ['by'], file, data };
    }
  },
});

/** Answers without a day of their own (na, waived) ask whether the role was ever held. */
function heldOn(person: Person, role: string, day: string | undefined): boolean {
  return day ? held(person, role, day) : person.roles.some((each) => each.role === role);
}

function insteadOf(run: RunDocument, role: string, day: string, crew: ReadonlySet<string>): string {
  const others = new Map([...run.people].filter(([id]) => role === 'lead' || !crew.has(id)));
  const person = anyWith(others, role, day);
  return person ? ` ${person.name} could.` : '';
}
