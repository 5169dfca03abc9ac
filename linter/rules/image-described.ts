import { defineRule } from '../core/rule.ts';
import { spanOfNode, walk } from '../core/tree.ts';

export default defineRule({
  id: 'image-described',
  reads: 'page',
  severity: 'error',
  summary: 'Every picture says in words what it shows.',
  why: 'Some readers hear the page, and some stand where no picture loads.',
  messages: { missing: 'This picture has no description. Write what it shows between the square brackets: ![what it shows](...).' },
  *check({ root }) {
    for (const node of walk(root)) {
      if ((node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '')
        yield { messageId: 'missing', at: [], span: spanOfNode(node) };
    }
  },
});
