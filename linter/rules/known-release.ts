import { defineRule } from '../core/rule.ts';
import { splitReference } from '../core/version.ts';

export default defineRule({
  id: 'known-release',
  reads: 'run',
  severity: 'error',
  archive: true,
  summary: 'A run is pinned to a release that exists.',
  why: 'A run is judged by a frozen version, so that the list cannot move under the people who fill it in.',
  messages: {
    unknown: '"{id}" has no release {version}. Pin the run to {newest}; released are: {known}.',
    base: 'The base has no release {version} of "{id}", and a change cannot bring the release it is judged by. Land the release first, then close the run.',
    unreadable: 'The release {id}@{version} cannot be read, so this run cannot be judged. Put checklists/releases/{id}@{version}.yaml right first.',
  },
  when: ({ checklist }) => checklist === undefined,
  *check({ run, releases, judgedByBase }) {
    if (!run.checklist) return;
    const { id, version } = splitReference(run.checklist);
    const shelf = releases.get(id);
    if (!shelf) return;
    const data = { id, version, newest: `${id}@${shelf.versions[0]}`, known: shelf.versions.join(', ') };
    if (shelf.versions.includes(version)) yield { messageId: 'unreadable', at: ['checklist'], data, undecided: true };
    else yield { messageId: judgedByBase ? 'base' : 'unknown', at: ['checklist'], data };
  },
});
