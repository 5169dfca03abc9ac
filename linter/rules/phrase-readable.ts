import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'phrase-readable',
  reads: 'phrases',
  severity: 'error',
  summary: 'Every pattern of a phrase rule can be read, and every rule has an id of its own.',
  why: 'A pattern that cannot be read finds nothing, and nobody notices.',
  messages: {
    pattern: '{problem}',
    twice: 'The id "{id}" stands already in {where}. Give each phrase rule an id of its own.',
  },
  *check({ data, faults, elsewhere }) {
    for (const { rule, key, index, problem } of faults) yield { messageId: 'pattern', at: ['rules', rule, key, index], data: { problem } };
    const seen = new Set<string>();
    for (const [index, rule] of (data.rules ?? []).entries()) {
      if (!rule) continue;
      const where = seen.has(rule.id) ? 'this file' : elsewhere.get(rule.id);
      if (where) yield { messageId: 'twice', at: ['rules', index, 'id'], data: { id: rule.id, where } };
      seen.add(rule.id);
    }
  },
});
