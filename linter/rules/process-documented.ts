import { defineRule } from '../core/rule.ts';
import { meant } from '../core/suggest.ts';

export default defineRule({
  id: 'process-documented',
  reads: 'library',
  severity: 'error',
  summary: 'Every process of the config has a document that is a page of the site, and an id of its own.',
  why: 'Nobody can follow a document that is not there.',
  messages: {
    unknown: 'There is no page "{document}" under site/content. Write it first: the process in steps that a stranger can follow.',
    typo: 'There is no page "{document}" under site/content. Did you mean "{suggestion}"?',
    twice: 'The id "{id}" stands here a second time. Give each process an id of its own.',
  },
  *check({ config, pages }) {
    const seen = new Set<string>();
    for (const [index, entry] of (config?.data.processes ?? []).entries()) {
      if (!entry) continue;
      const { id, document } = entry;
      const file = config?.file ?? '';
      if (seen.has(id)) yield { messageId: 'twice', at: ['processes', index, 'id'], file, data: { id } };
      seen.add(id);
      if (pages.has(document)) continue;
      const { suggestion, instead } = meant(document, pages);
      yield { messageId: suggestion ? 'typo' : 'unknown', at: ['processes', index, 'document'], file, data: { document, suggestion }, instead };
    }
  },
});
