import { addDays, daysBetween } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';

const A_YEAR = 365;

export default defineRule({
  id: 'review-current',
  reads: 'content',
  severity: 'warning',
  timed: true,
  summary: 'A page or template was read again by its owner within its term.',
  why: 'An old page that nobody dares to delete costs the trust in all the others.',
  messages: {
    over: 'The next review was due on {due}, {days} ago. Read it, correct what changed, and set reviewed to the day.',
    future: 'reviewed is {reviewed}, and today is {today}. Write the day on which it was read.',
  },
  *check({ data, today }) {
    if (data.reviewed === undefined) return;
    if (data.reviewed > today) {
      yield { messageId: 'future', at: ['reviewed'], data: { reviewed: data.reviewed, today } };
      return;
    }
    const due = addDays(data.reviewed, data['review-every'] ?? A_YEAR);
    const days = daysBetween(due, today);
    if (days > 0) yield { messageId: 'over', at: ['reviewed'], data: { due, days: days === 1 ? 'a day' : `${days} days` } };
  },
});
