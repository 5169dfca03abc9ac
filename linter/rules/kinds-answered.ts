import { newestOf } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { meantKeys } from '../core/suggest.ts';
import { isMispinned } from './release-allowed.ts';

export default defineRule({
  id: 'kinds-answered',
  reads: 'run',
  severity: 'error',
  summary: 'Each kind that the checklist asks for is answered with true or false.',
  why: 'The kinds decide which items apply; one that is left out would hide items.',
  messages: {
    missing: '"{kind}" is not answered: {question} Add "{kind}: true" or "{kind}: false".',
    unknown: '"{kind}" is not a kind that {checklist} asks for. Delete it.',
    typo: '"{kind}" is not a kind that {checklist} asks for. Did you mean "{suggestion}"?',
  },
  *check(document) {
    const { run, checklist, broken, releases } = document;
    if (!checklist || isMispinned(document) || broken.has('project') || broken.has('project/kinds')) return;
    const kinds = run.project?.kinds ?? {};
    const unknown = Object.keys(kinds).filter((kind) => !checklist.kinds.has(kind));
    const free = [...checklist.kinds.keys()].filter((each) => !Object.hasOwn(kinds, each));
    if (unknown.length === 0 && free.length === 0) return;
    const newer = newestOf(releases.get(checklist.id))?.kinds.keys() ?? [];
    const meant = new Set<string>();
    for (const [kind, { suggestion, instead }] of meantKeys(unknown, free, [...checklist.kinds.keys(), ...newer])) {
      if (suggestion) meant.add(suggestion);
      const data = { kind, suggestion, checklist: run.checklist };
      yield { messageId: suggestion ? 'typo' : 'unknown', at: ['project', 'kinds', kind], on: 'key', data, instead };
    }
    for (const [kind, question] of checklist.kinds) {
      // a kind under a misspelt name is one mistake, told already
      if (Object.hasOwn(kinds, kind) || meant.has(kind) || broken.has(`project/kinds/${kind}`)) continue;
      yield { messageId: 'missing', at: ['project', 'kinds', kind], data: { kind, question } };
    }
  },
});
