import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'walkthrough-told',
  reads: 'walkthrough',
  severity: 'error',
  summary: 'A walkthrough says how far it came, on a day that has been, in a file of its day and process.',
  why: 'Where the document first failed is what a walk is for.',
  messages: {
    failed: 'The walk did not get to the end. Say in first-failed which step of the document could not be followed.',
    reached: 'The walk got to the end, so no step failed. Delete first-failed, or write followed-to-end: false.',
    future: '{date} has not come yet; today is {today}.',
    file: 'The file should be called {right}.yaml, by its day and process.',
    own: 'A walk inside one’s own area shows what one knows already. Ask somebody from another area to walk it too.',
  },
  *check({ data, name, today, processes, places }) {
    const failed = Boolean(places().inside?.has('first-failed'));
    if (data['followed-to-end'] === false && !failed) yield { messageId: 'failed', at: ['followed-to-end'] };
    if (data['followed-to-end'] === true && failed) yield { messageId: 'reached', at: ['first-failed'], on: 'key' };
    if (data['outside-own-area'] === false) yield { messageId: 'own', at: ['outside-own-area'], severity: 'info' };
    if (data.date === undefined) return;
    const right = `${data.date}-${data.process}`;
    if (data.date > today) yield { messageId: 'future', at: ['date'], data: { date: data.date, today } };
    else if (data.process !== undefined && processes.includes(data.process) && name !== right)
      yield { messageId: 'file', at: ['date'], on: 'key', data: { right } };
  },
});
