import { components, found, strangersIn } from '../core/allowed.ts';
import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';
import { isComponent, spanOfNode, walk } from '../core/tree.ts';

const MOST_LOOKS = 20;

export default defineRule({
  id: 'known-component',
  reads: 'page',
  severity: 'error',
  firm: true,
  summary: 'A page uses the components that the site has, each with what it needs.',
  why: 'The site cannot be built with a page that uses any other, and a card that names nothing shows nothing.',
  messages: {
    component: 'There is no component <{name}>. There are {known}.',
    typo: 'There is no component <{name}>. Did you mean <{suggestion}>?',
    attribute: '<{name}> has no "{attribute}". Delete it.',
    missing: '<{name}> needs {attribute}="...", in quotes.',
    block: '<{name}> stands on lines of its own. Put a blank line in front of it and behind it, and around what it holds.',
    unknown: '<{name} id="{id}" /> names nothing that there is. {hint}',
  },
  *check({ root, addresses }) {
    for (const each of strangersIn(root)) {
      const suggestion = each.messageId === 'component' ? nearest(String(each.data?.['name']), Object.keys(components)) : undefined;
      yield suggestion ? { ...found(each), messageId: 'typo', data: { name: each.data?.['name'], suggestion } } : found(each);
    }
    let looked = 0;
    for (const node of walk(root)) {
      const name = isComponent(node) ? (node.name ?? '') : '';
      if (node.type === 'mdxJsxTextElement' && Object.hasOwn(components, name)) yield { messageId: 'block', at: [], span: spanOfNode(node), data: { name } };
      const id = node.attributes?.find((each) => each.name === 'id')?.value;
      const known = name === 'Update' ? addresses.updates : name === 'Item' ? addresses.items : undefined;
      if (!known || typeof id !== 'string' || known.has(id)) continue;
      // each look goes over all ids
      looked += 1;
      const near = looked > MOST_LOOKS ? undefined : nearest(id, known);
      const hint = near
        ? `Did you mean "${near}"?`
        : name === 'Item'
          ? 'An item is <checklist>/<item>, such as project-closeout/restore-tested.'
          : 'An update template is a file of site/content/updates.';
      yield { messageId: 'unknown', at: [], span: spanOfNode(node), data: { name, id, hint } };
    }
  },
});
