import { isWhole } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { meant } from '../core/suggest.ts';

export default defineRule({
  id: 'known-kind',
  reads: 'checklist',
  severity: 'error',
  summary: 'Kinds and phases that a checklist refers to are defined in it.',
  why: 'An item that hangs on a misspelt kind never applies, and nobody notices.',
  messages: {
    kind: '"{name}" is not a kind of this checklist. Kinds are: {known}.',
    phase: '"{name}" is not a phase of this checklist. Phases are: {known}.',
    typo: '"{name}" is not a {what} of this checklist. Did you mean "{suggestion}"?',
  },
  *check({ data, facts, broken }) {
    // what is left out, because it does not fit the schema, may be what is looked for
    const phases = isWhole('phases', data, broken) ? (data.phases ?? []) : undefined;
    const kinds = isWhole('kinds', data, broken) ? [...facts.kinds.keys()] : undefined;
    const find = (what: 'kind' | 'phase', name: string, at: readonly (string | number)[]) => {
      const known = (what === 'kind' ? kinds : phases) ?? [];
      const { suggestion, instead } = meant(name, known);
      return { messageId: suggestion ? ('typo' as const) : what, at, data: { name, what, suggestion, known: known.join(', ') || 'none' }, instead };
    };
    for (const [index, signoff] of (data.signoffs ?? []).entries()) {
      if (signoff && phases && !phases.includes(signoff.phase)) yield find('phase', signoff.phase, ['signoffs', index, 'phase']);
    }
    for (const item of facts.items.values()) {
      if (phases && !phases.includes(item.phase)) yield find('phase', item.phase, [...item.path, 'phase']);
      for (const how of ['any', 'all', 'none'] as const) {
        for (const [index, kind] of (item.when?.[how] ?? []).entries()) {
          if (kinds && !kinds.includes(kind)) yield find('kind', kind, [...item.path, 'when', how, index]);
        }
      }
    }
  },
});
