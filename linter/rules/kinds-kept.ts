import { applies } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { listed } from '../core/verdict.ts';

export default defineRule({
  id: 'kinds-kept',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'The change that closes a project takes no item away by its kinds, or says why.',
  why: 'An item that no longer applies is asked by nobody. Whoever accepts the project has to hear of it while it can still be answered.',
  messages: {
    dropped:
      'This change closes or finishes the run and sets {kinds}, so {count}: {items}. Set it back and answer what it asks, or say why in a line of its own: reason: ...',
  },
  when: ({ base, state }) => base?.before !== undefined && base.before.state !== state && (state === 'closed' || state === 'finished'),
  *check({ run, base, checklist }) {
    if (run.reason !== undefined && run.reason !== base?.before?.reason) return;
    const [before, now] = [base?.before?.kinds ?? {}, run.project?.kinds ?? {}];
    const dropped = [...(checklist?.items.values() ?? [])].filter((item) => applies(item, before) === true && applies(item, now) === false);
    if (dropped.length === 0) return;
    const turned = Object.keys(now).filter((kind) => before[kind] !== undefined && before[kind] !== now[kind]);
    const titles = dropped.map(({ title }) => `"${title}"`);
    const shown = titles.length > 3 ? [...titles.slice(0, 2), `${titles.length - 2} more`] : titles;
    const kinds = listed(turned.map((kind) => `${kind} to ${now[kind]}`));
    const count = titles.length === 1 ? '1 item no longer applies' : `${titles.length} items no longer apply`;
    yield { messageId: 'dropped', at: ['project', 'kinds', turned[0] ?? ''], data: { kinds, count, items: listed(shown) } };
  },
});
