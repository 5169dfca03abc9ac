import type { Place } from '../core/text.ts';
import { type Cursor, close, cursorOn, keep, noteKey, open } from './cursor.ts';
import { type Group, isKey, isTaken, nameOf } from './quick-keys.ts';
import { afterBlanks, BLANK, BREAK, blockText, DASH, FOLDED, HASH, isBare, LITERAL, MOST_LEVELS, valueAt } from './quick-values.ts';
import { placeOn } from './tape.ts';

/**
 * Reads the plainest YAML, which is what nearly every file of an organisation holds: words as keys, groups and lists by indentation or in brackets,
 * texts with quotes, without them and in blocks, comments. Undefined at the first sign of anything else, right or wrong: js-yaml then reads the text
 * from its beginning. By hand because js-yaml takes two to four times as long, which was a quarter of a lint of many runs; test/quick.test.ts holds
 * data and places against those that js-yaml gives. The text has no strange characters.
 */
export function readQuick(text: string): { readonly data: unknown; readonly root: Place } | undefined {
  if (!text.endsWith('\n') || text.includes('\t') || text.includes('\r')) return undefined;
  const on = cursorOn(text);
  toLine(on, 0);
  noteKey(on, -1, -1);
  const data = on.indent === 0 ? block(on, 0) : undefined;
  if (data === undefined || on.indent !== -1) return undefined;
  keep(on);
  const { tape, start } = on;
  let root: Place | undefined;
  return {
    data,
    get root() {
      root ??= placeOn(tape, text, start);
      return root;
    },
  };
}

/** From the beginning of a line to the next character that is no blank and in no comment. */
function toLine(on: Cursor, from: number): void {
  const { text } = on;
  for (let start = from; start < text.length; ) {
    const at = afterBlanks(on, start);
    const first = on.codes[at];
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
function block(on: Cursor, level: number): unknown {
  if (level > MOST_LEVELS) return undefined;
  const { indent } = on;
  const index = open(on, on.at);
  const data = isEntry(on) ? list(on, indent, level) : group(on, indent, level);
  // a line that is indented more than its neighbours is wrong, or goes on with a text
  if (data === undefined || on.indent > indent) return undefined;
  close(on, index, on.last);
  return data;
}

function isEntry(on: Cursor): boolean {
  return on.codes[on.at] === DASH && on.codes[on.at + 1] === BLANK;
}

function group(on: Cursor, indent: number, level: number): Group | undefined {
  const data: Group = {};
  let seen = 0;
  while (on.indent === indent) {
    const name = isKey(on, on.at) ? nameOf(on) : '';
    const bit = 1 << on.keySlot;
    if (name === '' || isTaken(data, name, seen & bit)) return undefined;
    seen |= bit;
    const at = afterBlanks(on, on.keyEnd + 1);
    const value = isBare(on, at) ? below(on, at, indent, level) : beside(on, at, indent);
    if (value === undefined) return undefined;
    data[name] = value;
  }
  return data;
}

function list(on: Cursor, indent: number, level: number): unknown[] | undefined {
  const data: unknown[] = [];
  while (on.indent === indent && isEntry(on)) {
    const at = afterBlanks(on, on.at + 1);
    const isGroup = isKey(on, at);
    if (isGroup) {
      on.indent += at - on.at;
      on.at = at;
    }
    noteKey(on, -1, -1);
    const value = isGroup ? block(on, level + 1) : beside(on, at, indent);
    if (value === undefined) return undefined;
    data.push(value);
  }
  return data;
}

/** The value of a key behind which nothing stands. A list may begin in the column of its key. */
function below(on: Cursor, at: number, indent: number, level: number): unknown {
  toLine(on, on.text.indexOf('\n', at) + 1);
  if (on.indent < indent || (on.indent === indent && !isEntry(on))) return undefined;
  return isEntry(on) || isKey(on, on.at) ? block(on, level + 1) : beside(on, on.at, indent);
}

/** The value that begins in the line of its key or dash, and ends in a line in which nothing else stands. */
function beside(on: Cursor, start: number, outside: number): unknown {
  const sign = on.codes[start];
  const isBlock = sign === LITERAL || sign === FOLDED;
  const value = isBlock ? blockText(on, start, outside) : valueAt(on, start, outside);
  const end = isBlock ? on.at - 1 : afterBlanks(on, on.last);
  if (value === undefined || !isBare(on, end)) return undefined;
  toLine(on, on.text.indexOf('\n', end) + 1);
  return on.indent > outside ? undefined : value;
}
