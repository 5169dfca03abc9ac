import { evidenceAsked } from '../core/evidence.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

const examples = {
  note: 'note: "Tuned with the NOC, disk alerts at 90 %"',
  link: 'link: https://docs.example/acme',
  ticket: 'ticket: T20261106.0007',
  date: 'date: 2026-11-06',
  count: 'count: 24',
  file: 'file: evidence/rack.jpg',
  vault: 'vault: Acme/Firewall',
} as const;

export default defineRule({
  id: 'evidence-given',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'A done item carries the evidence its checklist asks for.',
  why: 'Support must be able to see for themselves, months later, when the lead tech is gone.',
  messages: { missing: '"{title}" is done, but {evidence} is missing. Add it, for example {example}.' },
  *check(run) {
    for (const { item, answer, at } of answersOf(run).done) {
      if (item.evidence === 'none' || answer[item.evidence] !== undefined) continue;
      yield {
        messageId: 'missing',
        at: [...at, item.evidence],
        data: { title: item.title, evidence: evidenceAsked[item.evidence], example: examples[item.evidence] },
      };
    }
  },
});
