import { defineRule } from '../core/rule.ts';
import { meant, sureIf } from '../core/suggest.ts';

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
  *check({ data, name, processes, people }) {
    const { process, walker } = data;
    if (process !== undefined && !processes.includes(process)) {
      const { suggestion, instead } = meant(process, processes);
      const words = { process, suggestion, known: processes.join(', ') || 'none' };
      // the file is called by its process
      yield { messageId: suggestion ? 'typo' : 'process', at: ['process'], data: words, instead: sureIf(instead, name.endsWith(`-${suggestion}`)) };
    }
    if (walker !== undefined && !people.has(walker)) {
      const { suggestion, instead } = meant(walker, people.keys());
      yield { messageId: suggestion ? 'person' : 'walker', at: ['walker'], data: { walker, suggestion }, instead: sureIf(instead, false) };
    }
  },
});
