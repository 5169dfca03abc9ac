import { newestOf } from '../core/checklist.ts';
import { bump, differences, heaviest } from '../core/difference.ts';
import { defineRule } from '../core/rule.ts';
import { compareVersions } from '../core/version.ts';

export default defineRule({
  id: 'version-bumped',
  reads: 'checklist',
  severity: 'error',
  summary: 'The version of a checklist says how much changed.',
  why: 'A run moves to a new patch without a thought. A must item that comes along in it would block a closing nobody expected it to.',
  messages: {
    small: 'This {words}, which is a {weight} change: the version after {before} is {right}, not {version}. Run closeout release, which works it out.',
    lower: 'The newest release is {newest}, but this list stands at {version}. Put version: {newest} back; closeout release works the next one out.',
  },
  *check({ data, shelf, release, origin, base }) {
    const { version } = data;
    // of a release that comes with the change release-frozen tells it
    if (version === undefined || (release !== undefined && base && base.text === undefined)) return;
    const before = release === undefined ? newestOf(shelf) : origin?.previous;
    if (!before) return;
    const at = ['version'];
    if (release === undefined && compareVersions(version, before.version) < 0) yield { messageId: 'lower', at, data: { newest: before.version, version } };
    if (compareVersions(version, before.version) <= 0) return;
    const found = differences(before.data, data);
    const weight = heaviest(found);
    const right = bump(before.version, weight);
    if (compareVersions(version, right) >= 0) return;
    const words = found.find((each) => each.weight === weight)?.words ?? 'changes it';
    yield { messageId: 'small', at, data: { words, weight, before: before.version, right, version } };
  },
});
