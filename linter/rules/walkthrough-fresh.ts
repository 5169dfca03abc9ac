import { daysBetween } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';
import { walksOf } from '../core/walks.ts';

export default defineRule({
  id: 'walkthrough-fresh',
  reads: 'library',
  severity: 'warning',
  timed: true,
  summary: 'Every process of the config was walked within its term.',
  why: 'What was not being done is discovered by a walk, or by the customer.',
  messages: {
    never: 'Nobody has walked "{title}" yet. Ask somebody from another area to follow its document to the end.',
    over: 'The last walk of "{title}" was on {last}, {days} days ago; it is due every {every} days. Ask somebody from another area to walk it.',
  },
  *check({ config, walkthroughs, today }) {
    for (const [index, entry] of (config?.data.processes ?? []).entries()) {
      if (!entry) continue;
      const { id, title, 'walk-every': every } = entry;
      const { last } = walksOf(id, walkthroughs, today);
      const days = last === undefined ? 0 : daysBetween(last, today);
      const place = { at: ['processes', index, 'id'], file: config?.file ?? '' };
      if (last === undefined) yield { ...place, messageId: 'never', data: { title } };
      else if (days > every) yield { ...place, messageId: 'over', data: { title, last, days, every } };
    }
  },
});
