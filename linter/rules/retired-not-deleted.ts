import { isWhole, newestOf } from '../core/checklist.ts';
import { bump } from '../core/difference.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'retired-not-deleted',
  reads: 'checklist',
  severity: 'error',
  summary: 'An item that is not asked any more is retired, not deleted.',
  why: 'Runs on older releases still answer it, and somebody will ask why it is gone.',
  messages: { deleted: '"{title}" ({id}) was deleted. Put it back, with the line retired: {next}.' },
  *check({ data, facts, shelf, release, broken }) {
    if (release !== undefined || !isWhole('sections', data, broken)) return;
    const newest = newestOf(shelf);
    for (const [id, item] of newest?.items ?? []) {
      if (facts.items.has(id)) continue;
      const next = item.retired ?? bump(newest?.version ?? '1.0.0', item.level === 'must' ? 'major' : 'minor');
      const [, stood] = item.path;
      const section = data.sections?.findIndex((each) => each?.id === newest?.data.sections[Number(stood)]?.id) ?? -1;
      const at = section === -1 ? ['sections'] : ['sections', section, 'items'];
      yield { messageId: 'deleted', at, on: 'key', data: { id, title: item.title, next } };
    }
  },
});
