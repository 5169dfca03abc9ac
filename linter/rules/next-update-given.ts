import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';

const SLOT = /\{([^{}\n]{0,60})\}/g;

export default defineRule({
  id: 'next-update-given',
  reads: 'update',
  severity: 'error',
  summary: 'A template for something that is still open says when the next update comes.',
  why: 'A customer can wait for three o’clock. Nobody can wait for "as soon as possible".',
  messages: {
    missing: 'While something is open the customer must hear when you write again. Add the slot next-update of type time, and use it in the body.',
    type: 'next-update is a time, not a {type}. Write type: time.',
    unused: 'The body does not say when the next update comes. Use {{next-update}} in it.',
  },
  *check({ data: { stage, slots = {}, body }, broken }) {
    if (stage === undefined || stage === 'resolved' || broken.has('slots') || broken.has('slots/next-update')) return;
    const slot = slots['next-update'];
    if (!slot) yield { messageId: 'missing', at: ['slots'], on: 'key' };
    else if (slot.type !== 'time') yield { messageId: 'type', at: ['slots', 'next-update', 'type'], data: { type: slot.type } };
    else if (body !== undefined && ![...body.matchAll(SLOT)].some(([, name = '']) => isMeant(name, slots)))
      yield { messageId: 'unused', at: ['body'], on: 'key' };
  },
});

/** Whether a slot is next-update, or is so misspelt; that is told by slots-defined. */
function isMeant(name: string, slots: object): boolean {
  return name === 'next-update' || (!Object.hasOwn(slots, name) && nearest(name, Object.keys(slots)) === 'next-update');
}
