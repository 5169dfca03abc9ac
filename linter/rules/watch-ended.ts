import { daysBetween } from '../core/dates.ts';
import { watchWindow } from '../core/day.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'watch-ended',
  reads: 'run',
  severity: 'warning',
  timed: true,
  summary: 'A closed run is finished soon after its watch window ends.',
  why: 'Nobody watches any more, and nobody has said that all is well.',
  messages: { over: 'The watch window ended on {to}, {days} ago. Answer the watch items, sign, and set state: finished.' },
  when: ({ state, run }) => state === 'closed' && run.state === 'closed',
  *check(run) {
    const window = watchWindow(run);
    if (!window || window.to >= run.today) return;
    const days = daysBetween(window.to, run.today);
    yield { messageId: 'over', at: ['state'], data: { to: window.to, days: days === 1 ? 'a day' : `${days} days` } };
  },
});
