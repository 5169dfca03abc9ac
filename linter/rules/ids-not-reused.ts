import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'ids-not-reused',
  reads: 'checklist',
  severity: 'error',
  summary: 'The id of an item that went away is not used again.',
  why: 'An old run answers the old item. Under the same id its answer would read as one to the new.',
  messages: { reused: 'An item "{id}" was retired before ({title}). Give the new one an id of its own.' },
  *check({ facts, shelf, release }) {
    if (release !== undefined || !shelf) return;
    const spent = new Map<string, string>();
    const later = new Set<string>();
    // newest first: what an older release has and a newer one has not, went away
    for (const version of shelf.versions) {
      const items = shelf.release(version)?.items;
      if (!items) continue;
      for (const [id, item] of items) if (item.retired || (later.size > 0 && !later.has(id))) spent.set(id, item.title);
      for (const id of items.keys()) later.add(id);
    }
    for (const [id, item] of facts.items) {
      const title = item.retired ? undefined : spent.get(id);
      if (title) yield { messageId: 'reused', at: [...item.path, 'id'], data: { id, title } };
    }
  },
});
