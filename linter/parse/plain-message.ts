import { isPlainAscii } from '../core/ascii.ts';
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

const KEY = 'update:';
const BLOCK_HEADS = ['>', '>-', '>+', '|', '|-', '|+'];

/** Whether a run has a message to its customer, and whether it is one that readPlainMessage reads: judged by the lines as they stand, on the careful side. */
export function messageIn(run: string): 'none' | 'plain' | 'any' {
  // a key may stand apart from its colon with comments between, any letter of it may be written as a code, and a backslash joins two lines
  const named = run.includes('\nupdate:') || (run.includes('update') && /(?:^|[\s{,"'])update["']?\s*[:#]/.test(run));
  if (!named && !(run.includes('\\') && /\\[xuU\r\n]/.test(run))) return 'none';
  const text = run.replaceAll('\r\n', '\n');
  const start = text.startsWith(KEY) ? 0 : text.indexOf(`\n${KEY}`) + 1;
  if (!text.startsWith(KEY, start)) return 'any';
  const [first = '', ...rest] = text.slice(start + KEY.length).split('\n');
  // the key may be a longer one
  if (first !== '' && first.trimStart() === first) return 'any';
  const end = rest.findIndex(isFlush);
  const below = end === -1 ? rest : rest.slice(0, end);
  const isBlock = isPlainAscii(first) && BLOCK_HEADS.includes(first.trim());
  const lines = (isBlock ? below : [first, ...below]).filter((line) => line !== '');
  const written = lines.join('').trimStart();
  // quotes may hold codes, and a comment cuts a line off
  if (lines.length === 0 || (!isBlock && /^["']|#/.test(written))) return 'any';
  // other blanks than these are of the message
  const indents = lines.map((line) => Math.max(0, line.search(/[^ ]/)));
  const isEven = new Set(indents.slice(isBlock ? 0 : 1)).size <= 1;
  return isEven && lines.every((line, index) => isPlainLine(line.slice(indents[index]))) ? 'plain' : 'any';
}

/** Whether a line begins with something else than a blank, be it one of the rarer ones. */
function isFlush(line: string): boolean {
  const first = line.charCodeAt(0);
  return first > 127 ? /^\S/.test(line) : first > 32;
}

function isPlainLine(line: string): boolean {
  return !SIGNS.test(line) && !BLOCK.test(line);
}
