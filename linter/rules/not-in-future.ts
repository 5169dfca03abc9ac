import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

export default defineRule({
  id: 'not-in-future',
  reads: 'run',
  severity: 'error',
  summary: 'Nothing is done or signed on a day that is still to come.',
  why: 'What has not happened yet cannot be claimed.',
  messages: {
    done: '"{title}" is marked done on {day}, but today is {today}. Mark it done on the day it is.',
    signoff: 'This sign-off is dated {day}, but today is {today}. Sign on the day itself.',
  },
  *check(run) {
    const { today } = run;
    for (const { item, answer, part } of answersOf(run).done) {
      if (answer.done > today) yield { messageId: 'done', at: [part, item.id, 'done'], data: { title: item.title, day: answer.done, today } };
    }
    for (const { data, file } of run.signoffs) {
      if (data.date && data.date > today) yield { messageId: 'signoff', at: ['date'], file, data: { day: data.date, today } };
    }
  },
});
