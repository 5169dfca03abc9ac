import { defineRule } from '../core/rule.ts';
import { walksOf } from '../core/walks.ts';

export default defineRule({
  id: 'more-than-one-walker',
  reads: 'library',
  severity: 'info',
  summary: 'Two people or more have followed each process to its end.',
  why: 'When the only one who can leaves, the owner finds out what was not being done.',
  messages: {
    one: 'Only one person has followed "{title}" to its end. Let somebody else walk it next.',
    none: 'Nobody has followed "{title}" to its end. Mend its document first, then let two people walk it.',
  },
  *check({ config, walkthroughs, today }) {
    for (const [index, entry] of (config?.data.processes ?? []).entries()) {
      if (!entry) continue;
      const { last, finishers } = walksOf(entry.id, walkthroughs, today);
      // a process that nobody walked is told by walkthrough-fresh
      if (last === undefined || finishers.size > 1) continue;
      const place = { at: ['processes', index, 'id'], file: config?.file ?? '', data: { title: entry.title } };
      yield { ...place, messageId: finishers.size === 1 ? 'one' : 'none' };
    }
  },
});
