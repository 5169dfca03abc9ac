import { defineRule } from '../core/rule.ts';
import { spanOfNode, walk } from '../core/tree.ts';

export default defineRule({
  id: 'heading-order',
  reads: 'page',
  severity: 'error',
  summary: 'Headings go down one level at a time.',
  why: 'Who hears a page read out finds the way by its headings; a level that is skipped sounds like a part that is missing.',
  messages: {
    skip: 'This heading has {actual} signs #, the one above it {above}. Use {right}.',
    first: 'The first heading has {actual} signs #. Use ##: the title of the page is above it.',
  },
  *check({ root }) {
    let above: number | undefined;
    for (const node of walk(root)) {
      if (node.type !== 'heading' || node.depth === undefined) continue;
      const at = { at: [], span: spanOfNode(node) };
      const actual = node.depth;
      if (above === undefined && actual > 2) yield { ...at, messageId: 'first', data: { actual } };
      else if (above !== undefined && actual > above + 1) yield { ...at, messageId: 'skip', data: { actual, above, right: '#'.repeat(above + 1) } };
      above = actual;
    }
  },
});
