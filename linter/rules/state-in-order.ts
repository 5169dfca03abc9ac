import type { State } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';

/** Where a run may go from a state in one change; `closing` may be passed on the way to closed. Back needs a reason. */
const forward: Readonly<Record<State | 'new', readonly State[]>> = {
  new: ['planned', 'active', 'paused', 'closing'],
  planned: ['active', 'cancelled'],
  active: ['paused', 'closing', 'closed', 'cancelled'],
  paused: ['active', 'closing', 'closed', 'cancelled'],
  closing: ['closed', 'cancelled'],
  closed: ['finished'],
  finished: [],
  cancelled: [],
};
const back: Readonly<Record<State, readonly State[]>> = {
  planned: [],
  active: ['planned'],
  paused: ['planned'],
  closing: ['active', 'paused'],
  closed: ['closing', 'active', 'paused'],
  finished: ['closed'],
  cancelled: ['planned', 'active', 'paused'],
};

export default defineRule({
  id: 'state-in-order',
  reads: 'run',
  severity: 'error',
  archive: true,
  summary: 'A run goes through its states one by one, and goes back only with a reason.',
  why: 'Support plans by the state. A project that is closed before it was ever active was never seen by anybody.',
  messages: {
    step: 'A run that is {before} cannot become {state} in one change. Set {allowed}.',
    begin: 'A new run cannot begin as {state}. Begin with planned or active.',
    back: 'This takes the run back from {before} to {state}. Say why in a line of its own: reason: ...',
  },
  when: ({ base }) => base !== undefined,
  *check({ run, base }) {
    const { state, reason } = run;
    if (!state || !base) return;
    const before = base.before ? base.before.state : 'new';
    if (before === undefined || before === state || forward[before].includes(state)) return;
    const at = ['state'];
    if (before === 'new') yield { messageId: 'begin', at, data: { state } };
    else if (!back[before].includes(state)) {
      const allowed = [...forward[before], ...back[before]].join(', ').replace(/, (?=\w+$)/, ' or ');
      yield { messageId: 'step', at, data: { before, state, allowed } };
    } else if (reason === undefined || reason === base.before?.reason) yield { messageId: 'back', at, data: { before, state } };
  },
});
