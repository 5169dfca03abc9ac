import { defineRule } from '../core/rule.ts';

const MAIL = '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}';

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
    // the longest first, so that a whole name is one finding
    const names = [...new Set([...persons].flatMap(partsOf))].toSorted((a, b) => b.length - a.length).map(escaped);
    const pattern = new RegExp([MAIL, ...(names.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`] : [])].join('|'), 'gu');
    for (const { index, 0: name } of text.matchAll(pattern))
      yield { messageId: name.includes('@') ? 'mail' : 'person', at: [], span: [index, index + name.length], data: { name } };
  },
});

/** The whole name, and its last part: a first name alone is too often a word. */
function partsOf(name: string): string[] {
  const last = name.split(' ').at(-1) ?? '';
  return name.includes(' ') && last.length > 2 ? [name, last] : [name];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
