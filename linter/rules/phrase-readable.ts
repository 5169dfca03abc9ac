import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'phrase-readable',
  reads: 'phrases',
  severity: 'error',
  summary: 'Every pattern of a phrase rule can be read and looked for, and every rule has an id of its own.',
  why: 'What cannot be read or looked for finds nothing, and nobody notices.',
  firm: true,
  messages: {
    pattern: '{problem}',
    twice: 'The id "{id}" stands already in {where}. Give each phrase rule an id of its own.',
    much: 'This message could not be checked against the phrase rules: to look for {rule} in this sentence takes far too many steps. Give the rules in site/content/phrases fewer patterns, gaps (...), choices and words in brackets.',
  },
  *check({ data, faults, failing, elsewhere }) {
    for (const { rule, key, index, problem } of faults) yield { messageId: 'pattern', at: ['rules', rule, key, index], data: { problem } };
    for (const { rule, key, index, unchecked } of failing) {
      if (unchecked) yield { messageId: 'much', at: ['rules', rule, key, index], data: unchecked, undecided: true };
    }
    const seen = new Set<string>();
    for (const [index, rule] of (data.rules ?? []).entries()) {
      if (!rule) continue;
      const where = seen.has(rule.id) ? 'this file' : elsewhere.get(rule.id);
      if (where) yield { messageId: 'twice', at: ['rules', index, 'id'], data: { id: rule.id, where } };
      seen.add(rule.id);
    }
  },
});
