import { defineRule } from '../core/rule.ts';
import { meant } from '../core/suggest.ts';

export default defineRule({
  id: 'known-playbook',
  reads: 'checklist',
  severity: 'error',
  summary: 'The page that an item names in `how` exists.',
  why: 'A link that leads nowhere is worse than none: the next one is not tried.',
  messages: {
    unknown: 'There is no page "{how}" under site/content. Write it first, or delete the line.',
    typo: 'There is no page "{how}" under site/content. Did you mean "{suggestion}"?',
  },
  *check({ facts, pages, release }) {
    // a page may go after a release was frozen
    if (release !== undefined) return;
    for (const { how, path } of facts.items.values()) {
      if (!how || pages.has(how)) continue;
      const { suggestion, instead } = meant(how, pages);
      yield { messageId: suggestion ? 'typo' : 'unknown', at: [...path, 'how'], data: { how, suggestion }, instead };
    }
  },
});
