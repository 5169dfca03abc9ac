import { defineRule } from '../core/rule.ts';

const WORD = '# yaml-language-server:';
const MODELINE = /^# yaml-language-server:[ \t]*\$schema=(\S+)/;

export default defineRule({
  id: 'modeline-fits',
  reads: 'text',
  severity: 'info',
  summary: 'The first line of a file tells editors the schema that it follows.',
  why: 'With it an editor offers the open items, the forms of an answer and the keys while somebody types; with the wrong one it offers those of another list.',
  messages: {
    missing: 'Editors do not know the schema of this file, so they cannot complete or check what is typed. Begin it with: {line}',
    other: 'Editors check this file by {found}, but it follows {right}.',
    lost: 'Editors find no schema at {found}. It is at {way}.',
  },
  *check({ text, schema }) {
    if (!schema) return;
    const { at, line } = firstModeline(text) ?? { at: 0, line: '' };
    const right = `${WORD} $schema=${schema.way}`;
    if (line === right) return;
    const [start = '', found] = MODELINE.exec(line) ?? [];
    // a schema on some server is somebody's own choice
    if (found === schema.way || (found && /^https?:/.test(found)) || !schema.exists()) return;
    const end = at + line.length;
    if (found === undefined)
      yield { messageId: 'missing', at: [], span: [at, end], data: { line: right }, fix: { span: [at, end], text: line ? right : `${right}\n` } };
    else {
      const span = [at + start.length - found.length, at + start.length] as const;
      const data = { found: nameIn(found), right: nameIn(schema.way), way: schema.way };
      const base = { at: [], span, fix: { span, text: schema.way } };
      yield data.found === data.right ? { ...base, messageId: 'lost', data: { ...data, found } } : { ...base, messageId: 'other', data };
    }
  },
});

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The first line that is for editors, of the comments on top. */
function firstModeline(text: string): { readonly at: number; readonly line: string } | undefined {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length + 1;
    const line = text.slice(at, next - 1).trimEnd();
    if (line.startsWith(WORD)) return { at, line };
    if (line !== '' && !line.startsWith('#')) return undefined;
    at = next;
  }
  return undefined;
}
