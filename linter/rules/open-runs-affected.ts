import { applies, newestOf } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { listed } from '../core/verdict.ts';

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export default defineRule({
  id: 'open-runs-affected',
  reads: 'checklist',
  severity: 'info',
  summary: 'An editor sees how many open runs a new must item would reach.',
  why: 'A line is quickly added; the lead techs who have to answer it should not learn of it on their last day.',
  messages: {
    some: 'This {what}; {runs} would need {them} after an upgrade: {names}.',
    none: 'This {what}; no open run is of a kind that would need {them}.',
  },
  *check({ data, facts, shelf, release, openRuns }) {
    const newest = release === undefined ? newestOf(shelf) : undefined;
    if (!newest) return;
    const isMust = (id: string): boolean => newest.items.get(id)?.level === 'must' && !newest.items.get(id)?.retired;
    const added = [...facts.items.values()].filter((item) => item.level === 'must' && !item.retired && !isMust(item.id));
    const first = added[0];
    if (!first || data.subject !== 'project') return;
    const runs = openRuns().filter((run) => added.some((item) => applies(item, run.kinds)));
    const many = added.length > 1;
    const what = `adds ${counts[added.length] ?? added.length} blocking item${many ? 's' : ''}`;
    const names = runs.map((run) => run.id);
    const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
    const words = { what, them: many ? 'them' : 'it', runs: `${runs.length} open run${runs.length === 1 ? '' : 's'}`, names: listed(shown) };
    yield { messageId: runs.length > 0 ? 'some' : 'none', at: [...first.path, 'id'], data: words };
  },
});
