import { newestOf } from '../core/checklist.ts';
import type { RunDocument } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { isWaived } from '../core/run.ts';
import { type Meant, meantKeys } from '../core/suggest.ts';
import { isMispinned } from './release-allowed.ts';

export default defineRule({
  id: 'known-item',
  reads: 'run',
  severity: 'error',
  summary: 'Every answer is to an item of the pinned release.',
  why: 'An answer under a misspelt id answers nothing.',
  messages: {
    unknown: '{checklist} has no item "{id}". Delete the line, or look up the id in the checklist.',
    typo: '{checklist} has no item "{id}". Did you mean "{suggestion}"?',
    retired: '"{id}" was retired with {version}: its answer is not asked any more, and may be deleted.',
    unwaived: '"{id}" was not waived, so there is nothing to settle. Delete the line.',
  },
  *check(document) {
    const { run, checklist, answers, broken } = document;
    if (!checklist || isMispinned(document)) return;
    for (const part of ['answers', 'settled'] as const) {
      const meant = meantIn(document, part);
      for (const id of Object.keys(run[part] ?? {})) {
        const item = checklist.items.get(id);
        const base = { at: [part, id], on: 'key' as const };
        if (!item) {
          const { suggestion, instead } = meant.get(id) ?? {};
          yield { ...base, messageId: suggestion ? 'typo' : 'unknown', data: { id, suggestion, checklist: run.checklist }, instead };
        } else if (item.retired) {
          yield { ...base, messageId: 'retired', data: { id, version: item.retired }, severity: 'info' };
        } else if (part === 'settled' && !isWaived(answers.get(id)) && !broken.has('answers') && !broken.has(`answers/${id}`)) {
          yield { ...base, messageId: 'unwaived', data: { id } };
        }
      }
    }
  },
});

/** Items whose answers stand under a misspelt id: they are not missing, and the misspelling is told already. */
export function misspelt(run: RunDocument, part: 'answers' | 'settled'): ReadonlySet<string> {
  if (isMispinned(run)) return new Set();
  return new Set([...meantIn(run, part).values()].flatMap(({ suggestion }) => suggestion ?? []));
}

/** For each unknown id the nearest item in force that is not answered under its own; of `settled`, the nearest waived one. */
function meantIn({ run, checklist, answers, releases }: RunDocument, part: 'answers' | 'settled'): ReadonlyMap<string, Meant> {
  const strange = Object.keys(run[part] ?? {}).filter((id) => !checklist?.items.has(id));
  if (strange.length === 0) return new Map();
  const items = [...(checklist?.items.values() ?? [])].filter((item) => !item.retired && !Object.hasOwn(run[part] ?? {}, item.id));
  const meant = part === 'answers' ? items : items.filter((item) => isWaived(answers.get(item.id)));
  const newer = newestOf(releases.get(checklist?.id ?? ''))?.items.keys() ?? [];
  return meantKeys(
    strange,
    meant.map((item) => item.id),
    [...(checklist?.items.keys() ?? []), ...newer],
  );
}
