import { applies, newestOf } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { listed } from '../core/verdict.ts';
import { isSameButWording } from '../core/version.ts';
import { problemOf } from './release-allowed.ts';

export default defineRule({
  id: 'run-behind',
  reads: 'run',
  severity: 'info',
  summary: 'A run is on the newest release of its checklist.',
  why: 'Each release adds what support learned the hard way; a run that is on may as well profit from it.',
  messages: { behind: '{newest} is out; this run is on {version}. {news}' },
  *check(run) {
    const { checklist, releases } = run;
    const shelf = checklist && releases.get(checklist.id);
    if (!shelf || shelf.versions[0] === checklist.version || problemOf(run)) return;
    const newest = newestOf(shelf);
    if (!newest) return;
    // a patch only words things better: nobody has to do anything
    if (run.state === 'closed' || isSameButWording(newest.version, checklist.version)) return;
    const added = [...newest.items.values()].filter((item) => !checklist.items.has(item.id) && applies(item, run.run.project?.kinds ?? {}));
    const titles = added.slice(0, 3).map((item) => `"${item.title}"`);
    const more = added.length > 3 ? [`${added.length - 3} more`] : [];
    const news = added.length > 0 ? `New for this project: ${listed([...titles, ...more])}.` : 'Nothing in it is new for this project.';
    yield { messageId: 'behind', at: ['checklist'], data: { newest: `${newest.id}@${newest.version}`, version: checklist.version, news } };
  },
});
