import type { Node } from '../core/tree.ts';

/** Characters that may mean something in Markdown. */
const SIGNS = /[\\`*_[\]<>&\t\r]/;
/** Lines that are more than a line of a paragraph: blanks at an end, or what begins a list, a heading, a quote or a rule. */
const BLOCK = /^(?:\s|[-+#>=~|:]|\d{1,9}[.)])|\s$/;

/**
 * What the Markdown reader would make of a text in which nothing is Markdown: paragraphs, and that is what most messages are.
 * Undefined where something may be. It saves loading the reader, which takes longer than checking the message.
 */
export function readPlainMessage(text: string): Node | undefined {
  if (SIGNS.test(text)) return undefined;
  const paragraphs: Node[] = [];
  let start = 0;
  let at = 0;
  const paragraph = (end: number): void => {
    if (end > start) {
      const position = { start: { offset: start }, end: { offset: end } };
      paragraphs.push({ type: 'paragraph', children: [{ type: 'text', value: text.slice(start, end), position }], position });
    }
  };
  for (const line of text.split('\n')) {
    if (line === '') {
      paragraph(at - 1);
      start = at + 1;
    } else if (BLOCK.test(line)) return undefined;
    at += line.length + 1;
  }
  paragraph(text.length);
  return { type: 'root', children: paragraphs, position: { start: { offset: 0 }, end: { offset: text.length } } };
}

/** Whether a run has a message to its customer, and whether it is one that readPlainMessage reads: judged by the lines as they stand, on the careful side. */
export function messageIn(run: string): 'none' | 'plain' | 'any' {
  // a key may stand apart from its colon with comments between, any letter of it may be written as a code, and a backslash joins two lines
  const named = run.includes('\nupdate:') || (run.includes('update') && /(?:^|[\s{,"'])update["']?\s*[:#]/.test(run));
  if (!named && !(run.includes('\\') && /\\[xuU\r\n]/.test(run))) return 'none';
  const [, head, said = ''] = /^update:[ \t]*([>|][+-]?(?=\r?\n))?(.*(?:\r?\n(?!\S).*)*)/m.exec(run) ?? [];
  const lines = said.split(/\r?\n/).filter((line) => line !== '');
  if (lines.length === 0 || (!head && /^\s*["']/.test(said))) return 'any';
  // other blanks than these are of the message
  const words = lines.map((line) => line.replace(/^ +/, ''));
  const indents = new Set(lines.map((line, index) => line.length - (words[index]?.length ?? 0)).slice(head ? 0 : 1));
  return indents.size <= 1 && words.every((line) => !SIGNS.test(line) && !BLOCK.test(line)) ? 'plain' : 'any';
}
