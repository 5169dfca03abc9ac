import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'phrase-examples',
  reads: 'phrases',
  severity: 'error',
  summary: 'A phrase rule finds its own bad examples and lets its good ones pass.',
  why: 'The examples are the promise; a rule that breaks it will be switched off by the first tech it annoys.',
  messages: {
    flag: '"{id}" does not find this, and should. Widen find, or correct the example.',
    pass: '"{id}" finds this, and should let it pass. Narrow find, or add an unless.',
  },
  *check({ data, failing }) {
    for (const { rule, key, index, unchecked } of failing) {
      if (!unchecked) yield { messageId: key, at: ['rules', rule, key, index], data: { id: data.rules?.[rule]?.id } };
    }
  },
});
