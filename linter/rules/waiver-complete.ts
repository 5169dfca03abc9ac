import { addDays, daysBetween } from '../core/dates.ts';
import { heldWithin } from '../core/people.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf, crewOf, daysSoFar, isWaived } from '../core/run.ts';
import { explainsNothing } from '../core/said.ts';
import { listed } from '../core/verdict.ts';
import { isPlaceholder } from './no-placeholder.ts';

const asked = [
  ['approved', 'who approved it (approved: their-id)'],
  ['until', 'until when (until: 2026-12-15)'],
  ['ticket', 'under which ticket (ticket: T20261106.0007)'],
] as const;

const YEAR = 366;

export default defineRule({
  id: 'waiver-complete',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'A waived item says why, who approved it, until when, and under which ticket.',
  why: 'A waiver is a promise to do it later. Without a day that comes, a ticket and a second person it is only a gap.',
  messages: {
    missing: 'The waiver of "{title}" does not say {missing}.',
    empty: '"{reason}" does not say why "{title}" has to wait. Say what is in the way, for example "The vendor delivers in December".',
    self: '"{title}" is waived and approved by the same person. Somebody else has to approve it.',
    crew: '{name} works on this project, so cannot approve the waiver of "{title}". Somebody from outside it has to.',
    away: '{name} held no role at any time since this project started, so cannot have approved the waiver of "{title}". Somebody who is there has to.',
    again: '{name} approved the first waiver of "{title}". A new one needs a new approver.',
    order: '"{title}" is waived until {until}, but the project closes on {closes}. A waiver reaches beyond closing: choose a later day, or do the item before.',
    far: '"{title}" is waived until {until}, but a waiver lasts a year at most. Choose {latest} or an earlier day, and have it approved anew should it take longer.',
  },
  when: (run) => answersOf(run).waived.length > 0,
  *check(run) {
    const crew = crewOf(run.run);
    const days = daysSoFar(run);
    for (const { item, answer, part } of answersOf(run).waived) {
      const missing = asked.filter(([key]) => !answer[key]);
      const { id, title } = item;
      const [key] = missing[0] ?? [];
      if (key) yield { messageId: 'missing', at: [part, id, key], data: { title, missing: listed(missing.map(([, words]) => words)) } };
      const reason = answer.waived.trim();
      if (explainsNothing(reason, 5) && !isPlaceholder(reason)) yield { messageId: 'empty', at: [part, id, 'waived'], data: { reason, title } };
      if (answer.approved === answer.by) yield { messageId: 'self', at: [part, id, 'approved'], data: { title } };
      const approver = answer.approved === answer.by ? undefined : run.people.get(answer.approved ?? '');
      const first = run.answers.get(id);
      const again = part === 'settled' && isWaived(first) && first.approved === approver?.id;
      const wrong = again ? 'again' : crew.has(approver?.id ?? '') ? 'crew' : approver && !heldWithin(approver, days) ? 'away' : undefined;
      if (approver && wrong) yield { messageId: wrong, at: [part, id, 'approved'], data: { title, name: approver.name } };
      const { until } = answer;
      const closes = run.run.project?.closes;
      if (!until || !closes) continue;
      const from = yearFrom(closes, run.today);
      if (until < closes) yield { messageId: 'order', at: [part, id, 'until'], data: { title, until, closes } };
      else if (daysBetween(from, until) > YEAR) yield { messageId: 'far', at: [part, id, 'until'], data: { title, until, latest: addDays(from, YEAR) } };
    }
  },
});

/**
 * The day from which a waiver lasts a year: that of closing, or today where it is renewed once that has been. A closing day years away is none.
 * As days go by it only moves on, so nothing turns red by itself.
 */
function yearFrom(closes: string, today: string): string {
  if (closes < today) return today;
  return daysBetween(today, closes) > YEAR ? addDays(today, YEAR) : closes;
}
