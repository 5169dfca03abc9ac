import { newestOf } from '../core/checklist.ts';
import type { RunDocument } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf, isWaived, type Part, parts } from '../core/run.ts';
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
    for (const part of parts) {
      const meant = meantIn(document, part);
      for (const id of answersOf(document).strange[part]) {
        const base = { at: [part, id], on: 'key' as const };
        const version = checklist.items.get(id)?.retired;
        const { suggestion, instead } = meant.get(id) ?? {};
        if (version) yield { ...base, messageId: 'retired', data: { id, version }, severity: 'info' };
        else yield { ...base, messageId: suggestion ? 'typo' : 'unknown', data: { id, suggestion, checklist: run.checklist }, instead };
      }
    }
    if (broken.has('answers')) return;
    for (const id of Object.keys(run.settled ?? {})) {
      const item = checklist.items.get(id);
      if (!item || item.retired || isWaived(answers.get(id)) || broken.has(`answers/${id}`)) continue;
      yield { messageId: 'unwaived', at: ['settled', id], on: 'key', data: { id } };
    }
  },
});

/** Items whose answers stand under a misspelt id: they are not missing, and the misspelling is told already. */
export function misspelt(run: RunDocument, part: Part): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { suggestion } of isMispinned(run) ? [] : meantIn(run, part).values()) if (suggestion) found.add(suggestion);
  return found;
}

/** For each unknown id the nearest item in force that is not answered under its own; of `settled`, the nearest waived one. */
function meantIn(document: RunDocument, part: Part): ReadonlyMap<string, Meant> {
  const { run, checklist, answers, releases } = document;
  const unknown = answersOf(document).strange[part].filter((id) => !checklist?.items.has(id));
  if (unknown.length === 0) return new Map();
  const items = [...(checklist?.items.values() ?? [])].filter((item) => !item.retired && !Object.hasOwn(run[part] ?? {}, item.id));
  const meant = part === 'answers' ? items : items.filter((item) => isWaived(answers.get(item.id)));
  const newer = newestOf(releases.get(checklist?.id ?? ''))?.items.keys() ?? [];
  return meantKeys(
    unknown,
    meant.map((item) => item.id),
    [...(checklist?.items.keys() ?? []), ...newer],
  );
}
