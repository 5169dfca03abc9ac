import { defineRule } from '../core/rule.ts';
import { meant } from '../core/suggest.ts';
import { type Node, spanOfNode, walk, wordsIn } from '../core/tree.ts';

export default defineRule({
  id: 'change-stated',
  reads: 'page',
  severity: 'error',
  summary: 'A process change says which process, since when, and links what was changed.',
  why: 'A note that changes nothing is only a record of somebody’s bad day.',
  messages: {
    key: 'A page of kind process-change needs {key}, for example {example}.',
    process: 'There is no process or checklist "{process}". There are: {known}.',
    typo: 'There is no process or checklist "{process}". Did you mean "{suggestion}"?',
    date: 'The change is dated {date}, which is after this page was reviewed ({reviewed}). Correct one of the two days.',
    link: '"What changes" links nothing. Link the checklist, item or playbook that is different now.',
    guide: '"{key}" belongs to a page of kind process-change. Add kind: process-change, or delete it.',
    folder: 'A process change is a page of site/content/mistakes. Move it there, or delete kind.',
  },
  *check({ data, root, folder, processes, addresses, places }) {
    const { kind, process, date, reviewed } = data;
    const keys = places().inside ?? new Map();
    if (kind !== 'process-change') {
      const key = (['process', 'date'] as const).find((each) => data[each] !== undefined);
      // a kind that is missing may be among what did not fit
      const isSure = kind !== undefined || [...keys.keys()].every((each) => Object.hasOwn(data, each));
      if (key && isSure) yield { messageId: 'guide', at: [key], on: 'key', data: { key } };
      return;
    }
    if (folder !== 'mistakes') {
      yield { messageId: 'folder', at: ['kind'] };
      return;
    }
    if (!keys.has('process')) yield { messageId: 'key', at: ['kind'], data: { key: 'process', example: 'process: service-coordination' } };
    if (!keys.has('date')) yield { messageId: 'key', at: ['kind'], data: { key: 'date', example: 'date: 2026-10-12' } };
    const known = [...processes, ...[...addresses.pages].flatMap((page) => /^\/checklists\/([^/]+)\/$/.exec(page)?.[1] ?? [])];
    if (process !== undefined && !known.includes(process)) {
      const { suggestion, instead } = meant(process, known);
      yield { messageId: suggestion ? 'typo' : 'process', at: ['process'], data: { process, suggestion, known: known.join(', ') || 'none' }, instead };
    }
    if (date !== undefined && reviewed !== undefined && date > reviewed) yield { messageId: 'date', at: ['date'], data: { date, reviewed } };
    const blocks = root.children ?? [];
    const from = blocks.findIndex((node) => node.type === 'heading' && wordsIn(node).trim() === 'What changes');
    const head = blocks[from];
    const below = blocks.slice(from + 1);
    // an empty section is told by page-sections
    if (head && below.length > 0 && !below.some(leadsOn)) yield { messageId: 'link', at: [], span: spanOfNode(head) };
  },
});

function leadsOn(node: Node): boolean {
  return [...walk(node)].some(({ type, name }) => type === 'link' || type === 'linkReference' || name === 'Item');
}
