import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';
import { type Node, spanOfNode, wordsIn } from '../core/tree.ts';

const GUIDE = ['When you need this', 'Do this first', 'Steps', 'What to say', 'What not to do', 'Why'];
const CHANGE = ['What happened', 'How it came about', 'What changes'];

export default defineRule({
  id: 'page-sections',
  reads: 'page',
  severity: 'error',
  summary: 'A playbook has its six sections in order, a process change its three, and none is empty.',
  why: 'Who opens a page between two calls must find the steps in the same place each time.',
  messages: {
    missing: 'This page lacks {missing}. Its sections are, in this order: {sections}.',
    order: 'The section "{section}" stands in the wrong place. The order is: {sections}.',
    extra: '"{section}" is no section of a page like this. Make it part of one of these: {sections}.',
    typo: '"{section}" is no section of a page like this. Did you mean "{suggestion}"?',
    twice: 'The section "{section}" stands here a second time. Make one of the two.',
    empty: 'The section "{section}" is empty. Write it, in two lines if that is enough.',
    level: '"{section}" is a section. Begin it with ##.',
    title: 'The title of the page stands in the facts on top. Begin the sections with ##.',
    kind: 'These are the sections of a process change. Write kind: process-change in the facts on top.',
  },
  *check({ root, folder, data, places }) {
    const blocks = root.children ?? [];
    const heads = blocks.flatMap((node, at) => (node.type === 'heading' ? [{ node, name: wordsIn(node).trim(), next: blocks[at + 1] }] : []));
    for (const { node } of heads) if (node.depth === 1) yield { messageId: 'title', at: [], span: spanOfNode(node) };
    // a kind that cannot be here is told elsewhere; one that is missing may be among what did not fit
    const keys = [...(places().inside?.keys() ?? [])];
    const isUnsure = data.kind === undefined ? keys.some((key) => !Object.hasOwn(data, key)) : data.kind === 'process-change' && folder !== 'mistakes';
    if (folder === 'docs' || isUnsure) return;
    const wanted = data.kind === 'process-change' ? CHANGE : GUIDE;
    const sections = wanted.join(', ');
    const names = new Set(heads.map(({ name }) => name));
    const change = heads.find(({ name }) => name === CHANGE[0]);
    if (folder === 'mistakes' && wanted === GUIDE && change && !GUIDE.some((each) => names.has(each))) {
      yield { messageId: 'kind', at: [], span: spanOfNode(change.node) };
      return;
    }
    const placed = new Map<string, Node>();
    for (const [index, { node, name, next }] of heads.entries()) {
      const at = { at: [], span: spanOfNode(node) };
      const isSection = wanted.includes(name);
      if (node.depth !== 2 && (!isSection || heads.some((each) => each.name === name && each.node.depth === 2))) continue;
      const suggestion = isSection
        ? undefined
        : nearest(
            name,
            wanted.filter((each) => !names.has(each) && !placed.has(each)),
          );
      const section = suggestion ?? name;
      if (suggestion) yield { ...at, messageId: 'typo', data: { section: name, suggestion } };
      else if (!isSection) yield { ...at, messageId: 'extra', data: { section, sections } };
      else if (placed.has(section)) yield { ...at, messageId: 'twice', data: { section } };
      else if (node.depth !== 1 && node.depth !== 2) {
        // a level that is skipped is told by heading-order
        if ((node.depth ?? 0) <= (heads[index - 1]?.node.depth ?? 1) + 1) yield { ...at, messageId: 'level', data: { section } };
      } else if (isEmpty(next)) yield { ...at, messageId: 'empty', data: { section } };
      if (wanted.includes(section) && !placed.has(section)) placed.set(section, node);
    }
    const missing = wanted.filter((each) => !placed.has(each)).map((each) => `"${each}"`);
    if (missing.length > 0) yield { messageId: 'missing', at: [], data: { missing: missing.join(', '), sections } };
    const kept = longestInOrder([...placed.keys()].map((each) => wanted.indexOf(each)));
    for (const [section, node] of placed)
      if (!kept.has(wanted.indexOf(section))) yield { messageId: 'order', at: [], span: spanOfNode(node), data: { section, sections } };
  },
});

function isEmpty(next: Node | undefined): boolean {
  return !next || (next.type === 'heading' && (next.depth ?? 0) <= 2);
}

/** Of a few numbers the most that stand in order: what is not among them was moved. */
function longestInOrder(numbers: readonly number[]): ReadonlySet<number> {
  const choices = Array.from({ length: 2 ** numbers.length }, (_, choice) => numbers.filter((_number, bit) => choice & (2 ** bit)));
  const inOrder = choices.filter((choice) => choice.every((number, at) => at === 0 || (choice[at - 1] ?? 0) < number));
  return new Set(inOrder.toSorted((a, b) => b.length - a.length)[0]);
}
