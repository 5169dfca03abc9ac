import { personsIn } from '../core/persons.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'names-nobody',
  reads: 'page',
  severity: 'error',
  firm: true,
  summary: 'A page on mistakes names no person.',
  why: 'What is kept is the change to the process. Who made a mistake is forgotten, on purpose.',
  messages: {
    person: '"{name}" is a person. Write what was done, not who did it.',
    mail: '"{name}" is somebody’s address. Write what was done, not who did it.',
  },
  *check({ folder, text, persons }) {
    if (folder !== 'mistakes') return;
    for (const { name, span } of personsIn(text, persons)) yield { messageId: name.includes('@') ? 'mail' : 'person', at: [], span, data: { name } };
  },
});
