import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'release-kept',
  reads: 'library',
  severity: 'error',
  firm: true,
  summary: 'A release stays in checklists/releases for good.',
  why: 'Runs of years ago are read, and their seals checked, with the release they are pinned to.',
  messages: { gone: 'This release was deleted or moved. Put it back: runs are pinned to it.' },
  *check({ gone = [] }) {
    for (const { file, kind } of gone) if (kind === 'release') yield { messageId: 'gone', at: [], file };
  },
});
