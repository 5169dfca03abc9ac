import { watchWindow } from '../core/day.ts';
import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { defineRule, type Finding } from '../core/rule.ts';
import { isDone } from '../core/run.ts';
import { askedBefore, askedSignoffs, coveredItems, findSignoff } from '../core/seal.ts';
import { isToSignAnew } from './signoff-fresh.ts';

type MessageId = 'early' | 'dated' | 'begun' | 'answer' | 'window';

export default defineRule({
  id: 'signoff-in-order',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  archive: true,
  last: true,
  summary: 'Sign-offs follow each other, and follow what they sign.',
  why: 'Support accepts what the lead has declared finished, not the other way round.',
  messages: {
    early: 'The {phase} phase is signed for {role}, but not yet for {before}, which comes first. Have it signed for {before}, then anew for {role}.',
    dated: 'This sign-off is dated {date}, before the one for {before}, which is dated {other}. Sign anew, in order.',
    window: 'This sign-off is dated {date}, but the watch window lasts until {to}. Sign when it is over.',
    begun: 'This sign-off is dated {date}, but the project started on {started}. Sign anew, after the work.',
    answer: 'This sign-off is dated {date}, but "{title}" was done on {done}. Sign anew, after the work.',
  },
  when: ({ signoffs }) => signoffs.length > 0,
  *check(run) {
    for (const { phase, role } of askedSignoffs(run)) {
      const signoff = findSignoff(run, phase, role);
      const finding = signoff && problemOf(run, signoff);
      // one that is to be given anew in any case needs no second message; a gap before it always does
      if (!finding || (finding.messageId !== 'early' && isToSignAnew(run, phase, role))) continue;
      yield { ...finding, file: signoff.file };
      return;
    }
  },
});

function problemOf(run: RunDocument, { phase, role, data }: SignoffDocument): Finding<MessageId> | undefined {
  const { date } = data;
  if (!date) return undefined;
  const earlier = askedBefore(run, phase, role).map((each) => ({ ...each, data: findSignoff(run, each.phase, each.role)?.data }));
  const absent = earlier.find((each) => !each.data && run.phases.includes(each.phase));
  if (absent) {
    const before = absent.phase === phase ? absent.role : `${absent.role} (${absent.phase} phase)`;
    return { messageId: 'early', at: ['role'], data: { role, phase, before } };
  }
  const later = earlier.find((each) => (each.data?.date ?? '') > date);
  if (later) return { messageId: 'dated', at: ['date'], data: { date, before: later.role, other: later.data?.date } };
  const to = phase === 'watch' ? watchWindow(run)?.to : undefined;
  if (to && date <= to) return { messageId: 'window', at: ['date'], data: { date, to } };
  const started = run.run.project?.started;
  // who has left could sign for a day on which they were still there, where no answer says a day of its own
  if (started && date < started) return { messageId: 'begun', at: ['date'], data: { date, started } };
  for (const id of coveredItems(run, phase, role)) {
    const answer = run.answers.get(id);
    if (!isDone(answer) || answer.done <= date) continue;
    return { messageId: 'answer', at: ['date'], data: { date, title: run.checklist?.items.get(id)?.title ?? id, done: answer.done } };
  }
  return undefined;
}
