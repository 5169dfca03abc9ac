import { applies, isWhole } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';

const MOST = 45;
const MOST_SMALLEST = 20;
const MOST_A_PHASE = 9;

export default defineRule({
  id: 'must-items-few',
  reads: 'checklist',
  severity: 'warning',
  summary: 'A project is asked at most 45 items, the smallest about 15, and a card at most nine in a phase.',
  why: 'A list that is too long is ticked without being read.',
  messages: {
    largest: '{count} items can apply to one project; at most {most} are read. Retire the ones that never found anything, or tie them to kinds.',
    smallest: '{count} items apply to every project, even the smallest; about 15 are right. Tie some to kinds with when.',
    phase: 'The phase {phase} has {count} items; a card has at most {most} in a phase. Keep those that were forgotten before.',
  },
  *check({ data, facts, release, broken }) {
    if (release !== undefined || data.subject === undefined || !isWhole('sections', data, broken)) return;
    const items = [...facts.items.values()].filter((item) => !item.retired);
    const at = ['sections'];
    if (data.subject !== 'project') {
      for (const [phase, own] of Map.groupBy(items, (item) => item.phase))
        if (own.length > MOST_A_PHASE) yield { messageId: 'phase', at, on: 'key', data: { phase, count: own.length, most: MOST_A_PHASE } };
      return;
    }
    const asked = (value: boolean): number => {
      const kinds = Object.fromEntries([...facts.kinds.keys()].map((kind) => [kind, value]));
      return items.filter((item) => applies(item, kinds)).length;
    };
    if (asked(true) > MOST) yield { messageId: 'largest', at, on: 'key', data: { count: asked(true), most: MOST } };
    if (asked(false) > MOST_SMALLEST) yield { messageId: 'smallest', at, on: 'key', data: { count: asked(false) } };
  },
});
