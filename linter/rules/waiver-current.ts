import { daysBetween } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf, formOf } from '../core/run.ts';

export default defineRule({
  id: 'waiver-current',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  timed: true,
  summary: 'A waiver has not run out.',
  why: 'On the day a waiver runs out the promise is due.',
  messages: { over: 'The waiver of "{title}" ran out on {until}, {days} ago. Do the item, or have a new waiver approved.' },
  when: (run) => answersOf(run).waived.length > 0,
  *check(run) {
    for (const { item, answer, part } of answersOf(run).waived) {
      if (!answer.until || answer.until >= run.today) continue;
      // one that ends before closing is none: waiver-complete says so
      if (answer.until < (run.run.project?.closes ?? '')) continue;
      // what was settled since is judged where it was settled
      if (part === 'answers' && formOf(run.settled.get(item.id)) !== 'open') continue;
      const days = daysBetween(answer.until, run.today);
      const data = { title: item.title, until: answer.until, days: days === 1 ? 'a day' : `${days} days` };
      yield { messageId: 'over', at: [part, item.id, 'until'], data };
    }
  },
});
