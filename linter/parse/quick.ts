import type { Place } from '../core/text.ts';
import { afterBlanks, BLANK, BREAK, blockText, type Cursor, DASH, type Group, HASH, isBare, keyAt, MOST_LEVELS, nameAt, valueAt } from './quick-values.ts';
import { close, type Key, NO_KEY, open, placeOn } from './tape.ts';

/**
 * Reads the plainest YAML, which is what nearly every file of an organisation holds: words as keys, groups and lists by indentation or in brackets,
 * texts with quotes, without them and in blocks, comments. Undefined at the first sign of anything else, right or wrong: js-yaml then reads the text
 * from its beginning. By hand because js-yaml takes two to four times as long, which was a quarter of a lint of many runs; test/quick.test.ts holds
 * data and places against those that js-yaml gives. The text has no strange characters.
 */
export function readQuick(text: string): { readonly data: unknown; readonly root: Place } | undefined {
  if (!text.endsWith('\n') || text.includes('\t') || text.includes('\r')) return undefined;
  const on: Cursor = { text, tape: [], at: 0, indent: 0, last: 0 };
  toLine(on, 0);
  const data = on.indent === 0 ? block(on, 0, NO_KEY) : undefined;
  if (data === undefined || on.indent !== -1) return undefined;
  let root: Place | undefined;
  return {
    data,
    get root() {
      root ??= placeOn(on.tape, text);
      return root;
    },
  };
}

/** From the beginning of a line to the next character that is no blank and in no comment. */
function toLine(on: Cursor, from: number): void {
  const { text } = on;
  for (let start = from; start < text.length; ) {
    const at = afterBlanks(text, start);
    const first = text.charCodeAt(at);
    if (first !== BREAK && first !== HASH) {
      on.at = at;
      on.indent = at - start;
      return;
    }
    start = text.indexOf('\n', at) + 1;
  }
  on.indent = -1;
}

/** The group or list whose first line the cursor is on. */
function block(on: Cursor, level: number, key: Key): unknown {
  if (level > MOST_LEVELS) return undefined;
  const { indent } = on;
  const index = open(on.tape, key, on.at);
  const data = isEntry(on) ? list(on, indent, level) : group(on, indent, level);
  // a line that is indented more than its neighbours is wrong, or goes on with a text
  if (data === undefined || on.indent > indent) return undefined;
  close(on.tape, index, on.last);
  return data;
}

function isEntry({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === BLANK;
}

function group(on: Cursor, indent: number, level: number): Group | undefined {
  const { text } = on;
  const data: Group = {};
  while (on.indent === indent) {
    const key = keyAt(text, on.at);
    const name = nameAt(text, key);
    if (name === '' || data[name] !== undefined) return undefined;
    const at = afterBlanks(text, key[1] + 1);
    const value = isBare(text, at) ? below(on, at, indent, level, key) : beside(on, at, indent, key);
    if (value === undefined) return undefined;
    data[name] = value;
  }
  return data;
}

function list(on: Cursor, indent: number, level: number): unknown[] | undefined {
  const { text } = on;
  const data: unknown[] = [];
  while (on.indent === indent && isEntry(on)) {
    const at = afterBlanks(text, on.at + 1);
    const isGroup = keyAt(text, at) !== NO_KEY;
    if (isGroup) {
      on.indent += at - on.at;
      on.at = at;
    }
    const value = isGroup ? block(on, level + 1, NO_KEY) : beside(on, at, indent, NO_KEY);
    if (value === undefined) return undefined;
    data.push(value);
  }
  return data;
}

/** The value of a key behind which nothing stands. A list may begin in the column of its key. */
function below(on: Cursor, at: number, indent: number, level: number, key: Key): unknown {
  const { text } = on;
  toLine(on, text.indexOf('\n', at) + 1);
  if (on.indent < indent || (on.indent === indent && !isEntry(on))) return undefined;
  return isEntry(on) || keyAt(text, on.at) !== NO_KEY ? block(on, level + 1, key) : beside(on, on.at, indent, key);
}

/** The value that begins in the line of its key or dash, and ends in a line in which nothing else stands. */
function beside(on: Cursor, start: number, outside: number, key: Key): unknown {
  const { text } = on;
  const sign = text[start];
  const isBlock = sign === '|' || sign === '>';
  const value = isBlock ? blockText(on, start, outside, key) : valueAt(on, start, outside, key);
  const end = isBlock ? on.at - 1 : afterBlanks(text, on.last);
  if (value === undefined || !isBare(text, end)) return undefined;
  toLine(on, text.indexOf('\n', end) + 1);
  return on.indent > outside ? undefined : value;
}
