import { evidenceWords, type Status } from '../../linter/engine.ts';
import type { Judged } from './judge.ts';
import { leftWords, roleWords } from './left.ts';

const standings = {
  missing: 'not signed yet',
  declared: 'declared, without a seal',
  sealed: 'sealed',
  stale: 'stale: what it covers has changed since',
} as const;

/** What is left, by role, as plain text for a ticket. */
export function ticketNote(judged: Judged): string {
  const { status, workspace } = judged;
  if (!status) return `${leftWords(judged)}\n`;
  const head = [`${status.customer}: ${status.name} (${status.run})`, `${leftWords(judged)} As of ${workspace.today}, ${status.checklist}.`].join('\n');
  const blocks = (['lead', 'either', 'support'] as const).flatMap((role) => {
    const own = status.left.filter(({ by }) => by === role);
    return own.length === 0 ? [] : [`${roleWords[role]}: ${own.length}\n${own.map(itemLine).join('\n')}`];
  });
  const others = status.others.map(({ message }) => `- ${message}`);
  const signed = status.signoffs.map(({ phase, role, standing, by, date }) => `- ${phase}, ${role}: ${by ? `${by}, ${date}; ` : ''}${standings[standing]}`);
  const besides = [others.length > 0 ? `Besides\n${others.join('\n')}` : '', signed.length > 0 ? `Sign-offs\n${signed.join('\n')}` : ''];
  return `${[head, ...blocks, ...besides].filter(Boolean).join('\n\n')}\n`;
}

function itemLine({ title, evidence, wrong }: Status['left'][number]): string {
  if (wrong) return `- ${wrong}`;
  return `- ${title}${evidence === 'none' ? '' : ` (${evidenceWords[evidence]})`}`;
}
