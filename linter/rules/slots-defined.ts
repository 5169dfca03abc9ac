import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';
import { type Span, spanOf } from '../core/text.ts';

const SLOT = /\{([^{}\n]{0,60})\}/g;

export default defineRule({
  id: 'slots-defined',
  reads: 'update',
  severity: 'error',
  summary: 'Every slot that a template uses is defined, and every slot that it defines is used.',
  why: 'A slot that nobody asks for goes out to the customer in its braces.',
  messages: {
    unknown: '{{{name}}} is not one of the slots. Add it to slots with a type, a question and an example.',
    typo: '{{{name}}} is not one of the slots. Did you mean {{{suggestion}}}?',
    unused: '"{name}" is asked for, but neither subject nor body uses it. Use it, or delete it.',
    brace: 'A brace stands alone here. A slot is a name in braces, such as {{next-update}}.',
  },
  *check({ data, text, places, broken }) {
    if (broken.has('slots')) return;
    const slots = Object.keys(data.slots ?? {});
    // an open situation without its next update is told by next-update-given
    const isTold = (name: string): boolean => name === 'next-update' && data.stage !== undefined && data.stage !== 'resolved';
    const used = new Set<string>();
    for (const key of ['subject', 'body'] as const) {
      if (data[key] === undefined) continue;
      const [start, end] = spanOf(places(), [key]);
      const raw = text.slice(start, end);
      for (const { index, 0: braces, 1: name = '' } of raw.matchAll(SLOT)) {
        if (used.has(name)) continue;
        used.add(name);
        if (slots.includes(name) || broken.has(`slots/${name}`)) continue;
        const suggestion = nearest(name, slots);
        if (suggestion) used.add(suggestion);
        const span: Span = [start + index, start + index + braces.length];
        if (!isTold(name)) yield { messageId: suggestion ? 'typo' : 'unknown', at: [key], span, data: { name, suggestion } };
      }
      const alone = raw.replaceAll(SLOT, (slot) => ' '.repeat(slot.length)).search(/[{}]/);
      if (alone !== -1) yield { messageId: 'brace', at: [key], span: [start + alone, start + alone + 1] };
    }
    for (const name of slots) if (!used.has(name) && !isTold(name)) yield { messageId: 'unused', at: ['slots', name], on: 'key', data: { name } };
  },
});
