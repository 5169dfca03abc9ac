import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'reachable-condition',
  reads: 'checklist',
  severity: 'error',
  summary: 'There can be a project to which an item applies.',
  why: 'An item that can never apply looks like a safeguard, and is none.',
  messages: {
    both: 'No project can be and not be "{kind}": it stands in "{key}" and in "none". Take it out of one of them.',
    card: 'Only projects have kinds, and this checklist is for a {subject}. Delete "when", or make two items of it.',
  },
  *check({ data, facts, release }) {
    if (release !== undefined) return;
    for (const { when, path } of facts.items.values()) {
      if (!when) continue;
      if (data.subject !== undefined && data.subject !== 'project') {
        yield { messageId: 'card', at: [...path, 'when'], on: 'key', data: { subject: data.subject } };
        continue;
      }
      const none = new Set(when.none ?? []);
      const kind = when.all?.find((each) => none.has(each));
      if (kind) yield { messageId: 'both', at: [...path, 'when', 'all', when.all?.indexOf(kind) ?? 0], data: { kind, key: 'all' } };
      else if (when.any?.every((each) => none.has(each))) yield { messageId: 'both', at: [...path, 'when', 'any'], data: { kind: when.any[0], key: 'any' } };
    }
  },
});
