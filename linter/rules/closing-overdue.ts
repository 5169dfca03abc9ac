import { daysBetween } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'closing-overdue',
  reads: 'run',
  severity: 'warning',
  timed: true,
  summary: 'A project that is on has not passed its planned closing day.',
  why: 'A project nobody closes is one whose lead tech support keeps calling.',
  messages: { overdue: 'This project was to close on {closes}, {days} ago. Close it, or plan a new day.' },
  *check({ run, state, today }) {
    const closes = run.project?.closes;
    if (!closes || closes >= today || (state !== 'active' && state !== 'closing')) return;
    // dates-in-order says it of a day before the start
    if (closes < (run.project?.started ?? '')) return;
    const days = daysBetween(closes, today);
    yield { messageId: 'overdue', at: ['project', 'closes'], data: { closes, days: days === 1 ? 'a day' : `${days} days` } };
  },
});
