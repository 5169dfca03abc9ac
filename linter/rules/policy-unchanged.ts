import { defineRule } from '../core/rule.ts';
import { listed } from '../core/verdict.ts';

export default defineRule({
  id: 'policy-unchanged',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  archive: true,
  summary: 'The change that closes a project changes nothing that it is judged by.',
  why: 'Whoever closes a project must not be able to bend the roster, the list or the rules for it in passing.',
  messages: {
    changed:
      'This change closes or finishes the run, and changes {files} as well. Make two changes of it: the run is judged by what stands there without them.',
  },
  when: ({ base }) => base !== undefined && base.policy.length > 0,
  *check({ base }) {
    const files = base?.policy ?? [];
    const shown = files.length > 3 ? [...files.slice(0, 2), `${files.length - 2} more`] : files;
    yield { messageId: 'changed', at: ['state'], data: { files: listed(shown) } };
  },
});
