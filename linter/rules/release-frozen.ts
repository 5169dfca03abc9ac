import { releaseDigest } from '../core/checklist.ts';
import { bump, differences, heaviest } from '../core/difference.ts';
import { defineRule } from '../core/rule.ts';
import { compareVersions } from '../core/version.ts';

export default defineRule({
  id: 'release-frozen',
  reads: 'checklist',
  severity: 'error',
  firm: true,
  summary: 'A release is never edited.',
  why: 'Runs are signed against it. A release that changes would change what was signed.',
  messages: {
    edited: 'This release was edited: it no longer fits its digest. Put it back, change the living checklist instead, and run closeout release.',
    changed: 'This release was changed. Put it back, change the living checklist instead, and run closeout release.',
    name: 'This file is named {release}, but holds {actual}. Releases are written by closeout release only.',
    undigested: 'This release has no digest. Releases are written by closeout release only.',
    foreign: 'This new release is not what checklists/{id}.yaml holds. Delete it, and run closeout release.',
    low: 'What changed since {previous} asks for version {least} at least, not {version}. Delete this release, and run closeout release: it works the version out.',
    living: 'A living checklist has no digest. Delete the line; closeout release writes it into the release.',
  },
  *check({ data, release, base, origin, text, broken }) {
    if (release === undefined) {
      if (data.digest) yield { messageId: 'living', at: ['digest'], on: 'key' };
      return;
    }
    // what does not fit the schema is reported already, and was not what the digest was made of
    if (broken.size > 0) return;
    const actual = `${data.id}@${data.version}`;
    if (base?.text !== undefined && base.text.replaceAll('\r\n', '\n') !== text.replaceAll('\r\n', '\n')) yield { messageId: 'changed', at: [] };
    else if (!data.digest) yield { messageId: 'undigested', at: [] };
    else if (data.digest !== `sha256:${releaseDigest(data)}`) yield { messageId: 'edited', at: ['digest'] };
    else if (actual !== release) yield { messageId: 'name', at: ['version'], data: { release, actual } };
    else if (base && base.text === undefined && origin) {
      // a release that comes with the change is made from the living checklist that comes with it
      const { living, previous } = origin;
      const least = previous && bump(previous.version, heaviest(differences(previous.data, data)));
      if (!living || releaseDigest(living) !== releaseDigest(data)) yield { messageId: 'foreign', at: ['version'], data: { id: data.id } };
      else if (least && compareVersions(data.version ?? '', least) < 0) {
        yield { messageId: 'low', at: ['version'], data: { previous: previous.version, least, version: data.version } };
      }
    }
  },
});
