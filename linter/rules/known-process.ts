import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';

export default defineRule({
  id: 'known-process',
  reads: 'walkthrough',
  severity: 'error',
  summary: 'A walkthrough is of a process of the config, by somebody of the roster.',
  why: 'A walk of a process that nobody lists does not count towards any.',
  messages: {
    process: 'There is no process "{process}" in closeout.config.yaml. There are: {known}.',
    typo: 'There is no process "{process}" in closeout.config.yaml. Did you mean "{suggestion}"?',
    walker: '"{walker}" is nobody in records/people.yaml.',
    person: '"{walker}" is nobody in records/people.yaml. Did you mean "{suggestion}"?',
  },
  *check({ data, processes, people }) {
    const { process, walker } = data;
    if (process !== undefined && !processes.includes(process)) {
      const suggestion = nearest(process, processes);
      yield { messageId: suggestion ? 'typo' : 'process', at: ['process'], data: { process, suggestion, known: processes.join(', ') || 'none' } };
    }
    if (walker !== undefined && !people.has(walker)) {
      const suggestion = nearest(walker, people.keys());
      yield { messageId: suggestion ? 'person' : 'walker', at: ['walker'], data: { walker, suggestion } };
    }
  },
});
