import type { Evidence } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

const whats = {
  link: 'is a link to somewhere else',
  'not-file': 'is not a plain file',
  empty: 'is empty',
  unreadable: 'is too large or could not be read',
} as const;

const NONE: Evidence = { problem: 'missing' };

export default defineRule({
  id: 'evidence-exists',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'A file that is named as evidence lies in the evidence folder of the run.',
  why: 'A file name proves nothing; the file does, and its content is part of what is signed.',
  messages: {
    missing: '"{file}" is not there. Put the file into the evidence folder beside this run, or correct the name.',
    alike: '"{file}" is not there, but "{meant}" is. Capitals and accents count: call it the same in both places.',
    strange: '"{file}" {what}. Evidence is a plain file in the evidence folder, of at most 64 MiB.',
  },
  *check(run) {
    for (const { item, answer, part } of answersOf(run).done) {
      if (!answer.file) continue;
      const found = run.evidence.get(answer.file) ?? NONE;
      if (!('problem' in found)) continue;
      const { problem, meant } = found;
      const data = { file: answer.file, meant, what: problem === 'missing' ? undefined : whats[problem] };
      const finding = { at: [part, item.id, 'file'], item: item.id, data };
      if (problem === 'unreadable') yield { ...finding, messageId: 'strange', undecided: true };
      else if (problem !== 'missing') yield { ...finding, messageId: 'strange' };
      else if (meant === undefined) yield { ...finding, messageId: 'missing' };
      else yield { ...finding, messageId: 'alike', instead: { was: answer.file, texts: [meant], sure: true } };
    }
  },
});
