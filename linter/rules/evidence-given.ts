import { evidenceAsked } from '../core/evidence.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';
import { sameWords, saysNothing } from '../core/said.ts';
import type { DoneAnswer } from '../core/types.generated.ts';
import { isPlaceholder } from './no-placeholder.ts';

const examples = {
  note: 'note: "Tuned with the NOC, disk alerts at 90 %"',
  link: 'link: https://docs.example/acme',
  ticket: 'ticket: T20261106.0007',
  date: 'date: 2026-11-06',
  count: 'count: 24',
  file: 'file: evidence/rack.jpg',
  vault: 'vault: Acme/Firewall',
} as const;

/** What would be enough, where words alone are the evidence. */
const enough: Readonly<Partial<Record<keyof typeof examples, string>>> = {
  note: 'who looked, at what, and what was there',
  link: 'the address of the page that shows it',
  vault: 'where the entry stands in the vault',
};

export default defineRule({
  id: 'evidence-given',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'A done item carries the evidence its checklist asks for.',
  why: 'Support must be able to see for themselves, months later, when the lead tech is gone.',
  messages: {
    missing: '"{title}" is done, but {evidence} is missing. Add it, for example {example}.',
    empty: '"{found}" shows nobody that "{title}" is done. Write {enough}, for example {example}.',
  },
  *check(run) {
    for (const { item, answer, part } of answersOf(run).done) {
      const { evidence, title } = item;
      if (evidence === 'none') continue;
      const messageId = answer[evidence] === undefined ? 'missing' : isEmpty(answer, evidence, title) ? 'empty' : undefined;
      if (!messageId) continue;
      const data = { title, evidence: evidenceAsked[evidence], found: answer[evidence], enough: enough[evidence], example: examples[evidence] };
      yield { messageId, at: [part, item.id, evidence], data };
    }
  },
});

/** Whether words are asked and lead nowhere; a note may be short beside something that can be looked up. */
function isEmpty(answer: DoneAnswer, evidence: keyof typeof examples, title: string): boolean {
  const { link, ticket, file, [evidence]: given } = answer;
  if (enough[evidence] === undefined || typeof given !== 'string') return false;
  const isNothing = evidence === 'link' ? saysNothing(given.replace(/^https?:\/\//, '')) : saysNothing(given) || sameWords(given, title);
  if (!isNothing) return false;
  return !isPlaceholder(given) && (evidence !== 'note' || (link ?? ticket ?? file) === undefined);
}
