import { daysBetween } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

/** Days before the start: what is billed from the first of the month, or told ahead, may lie a little earlier. */
const AHEAD = 31;

export default defineRule({
  id: 'dates-in-order',
  reads: 'run',
  severity: 'error',
  summary: 'Days follow each other as things happen.',
  why: 'A day in the wrong order is a slip, or an answer that was copied from another project.',
  messages: {
    closes: 'The project closes on {closes}, before it starts on {started}. Correct one of the two.',
    done: '"{title}" was done on {done}, before the project started on {started}. Correct the day.',
    date: '"{title}" was marked done on {done}, before the day it names as evidence ({date}). Correct one of the two.',
    early:
      '"{title}" names {date} as evidence, more than a month before the project started on {started}. Correct the day, or name what shows it in this project.',
  },
  *check(run) {
    const { started, closes } = run.run.project ?? {};
    if (started && closes && closes < started) yield { messageId: 'closes', at: ['project', 'closes'], data: { closes, started } };
    for (const { item, answer, part } of answersOf(run).done) {
      const { id, title } = item;
      const { done, date } = answer;
      if (started && done < started) yield { messageId: 'done', at: [part, id, 'done'], data: { title, done, started } };
      if (date && date > done) yield { messageId: 'date', at: [part, id, 'date'], data: { title, done, date } };
      if (date && started && daysBetween(date, started) > AHEAD) yield { messageId: 'early', at: [part, id, 'date'], data: { title, date, started } };
    }
  },
});
