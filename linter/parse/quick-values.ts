import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { type Cursor, close, note, noteKey, open } from './cursor.ts';
import { type Group, isKey, isTaken, nameOf } from './quick-keys.ts';
import { plainScalar } from './scalars.ts';
import { type ScalarEvent, scalarSpan } from './spans.ts';

export const [BREAK, BLANK, HASH, DASH, FOLDED, LITERAL] = [10, 32, 35, 45, 62, 124] as const;
const [QUOTE, APOSTROPHE, PLUS, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_GROUP, CLOSE_GROUP] = [34, 39, 43, 44, 58, 91, 92, 93, 123, 125] as const;
/** What may mean something at the beginning of a text without quotes, by its code. */
const SIGNS = new Uint8Array(256);
for (const sign of '-?:,[]{}#&*!|>\'"%@`\n') SIGNS[sign.charCodeAt(0)] = 1;
export const MOST_LEVELS = 20;

export function afterBlanks({ codes }: Cursor, from: number): number {
  let at = from;
  while (codes[at] === BLANK) at += 1;
  return at;
}

/** The value that begins here, which goes on over lines that are indented more than `outside`; `on.last` is behind it. */
export function valueAt(on: Cursor, start: number, outside: number, level = 0): unknown {
  const first = on.codes[start] ?? 0;
  if (first === OPEN_GROUP || first === OPEN_LIST) return brackets(on, start, outside, level + 1);
  if (first === QUOTE || first === APOSTROPHE) return quoted(on, start, first, outside);
  // behind a bracket may come a line that is not indented enough, which has no next character
  return start === -1 || SIGNS[first] === 1 ? undefined : plain(on, start, outside, level > 0);
}

/** A text in quotes without a code or a doubled quote. */
function quoted(on: Cursor, start: number, quote: number, outside: number): string | undefined {
  const { text } = on;
  let isFolded = false;
  let at = start + 1;
  for (let code = on.codes[at]; code !== quote; code = on.codes[at]) {
    at = code === BREAK ? nextAt(on, at, outside) : at + 1;
    if (code === BACKSLASH || at === -1) return undefined;
    isFolded ||= code === BREAK;
  }
  if (on.codes[at + 1] === quote) return undefined;
  on.last = at + 1;
  note(on, start, on.last);
  if (!isFolded) return text.slice(start + 1, at);
  return getScalarValue(text, scalarEvent(start + 1, at, quote === QUOTE ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED));
}

/** A text without quotes, a number, a boolean or null. */
function plain(on: Cursor, start: number, outside: number, isInBrackets: boolean): unknown {
  const { text } = on;
  const first = plainEnd(on, start, isInBrackets);
  let end = first;
  for (let from = start; end > from; end = plainEnd(on, from, isInBrackets)) {
    on.last = end;
    from = nextAt(on, end, outside);
    const code = from === -1 ? HASH : on.codes[from];
    if (code !== HASH && !(isInBrackets && endsEntry(code))) continue;
    note(on, start, end);
    return plainScalar(end === first ? text.slice(start, end) : getScalarValue(text, scalarEvent(start, end, SCALAR_STYLE.PLAIN)));
  }
  return undefined;
}

function endsEntry(code: number | undefined): boolean {
  return code === COMMA || code === CLOSE_LIST || code === CLOSE_GROUP;
}

/** Behind the last character of a plain text's line that is no blank; the start itself where a sign in it means something. */
function plainEnd({ codes }: Cursor, start: number, isInBrackets: boolean): number {
  let end = start;
  for (let at = start; ; at += 1) {
    const code = codes[at];
    if (code === BLANK) continue;
    if (code === BREAK || (code === HASH && end < at)) return end;
    if (isInBrackets && endsEntry(code)) return end;
    const behind = code === COLON ? (codes[at + 1] ?? 0) : 0;
    if (behind === BLANK || behind === BREAK || (isInBrackets && (code === OPEN_LIST || code === OPEN_GROUP || SIGNS[behind] === 1))) return start;
    end = at + 1;
  }
}

/** The next character behind blanks and line breaks, where its line is indented more than `outside`; else -1. */
function nextAt(on: Cursor, from: number, outside: number): number {
  let at = afterBlanks(on, from);
  while (on.codes[at] === BREAK) {
    const line = at + 1;
    at = afterBlanks(on, line);
    if (at - line <= outside && on.codes[at] !== BREAK) return -1;
  }
  return at;
}

function brackets(on: Cursor, start: number, outside: number, level: number): unknown {
  if (level > MOST_LEVELS) return undefined;
  const index = open(on, start);
  const at = nextAt(on, start + 1, outside);
  const data = on.codes[start] === OPEN_GROUP ? groupIn(on, at, outside, level) : listIn(on, at, outside, level);
  if (data !== undefined) close(on, index, on.last);
  return data;
}

function groupIn(on: Cursor, start: number, outside: number, level: number): Group | undefined {
  const data: Group = {};
  let seen = 0;
  let at = start;
  while (at !== -1 && on.codes[at] !== CLOSE_GROUP) {
    const name = isKey(on, at) ? nameOf(on) : '';
    const bit = 1 << on.keySlot;
    const from = name === '' || isTaken(data, name, seen & bit) ? -1 : nextAt(on, on.keyEnd + 1, outside);
    const value = from === -1 ? undefined : valueAt(on, from, outside, level);
    if (value === undefined) return undefined;
    seen |= bit;
    data[name] = value;
    at = afterEntry(on, outside, CLOSE_GROUP);
  }
  on.last = at + 1;
  return at === -1 ? undefined : data;
}

function listIn(on: Cursor, start: number, outside: number, level: number): unknown[] | undefined {
  const data: unknown[] = [];
  let at = start;
  while (at !== -1 && on.codes[at] !== CLOSE_LIST) {
    noteKey(on, -1, -1);
    const value = valueAt(on, at, outside, level);
    if (value === undefined) return undefined;
    data.push(value);
    at = afterEntry(on, outside, CLOSE_LIST);
  }
  on.last = at + 1;
  return at === -1 ? undefined : data;
}

/** Where the next entry begins or the bracket closes; -1 where something else stands. */
function afterEntry(on: Cursor, outside: number, closing: number): number {
  const at = nextAt(on, on.last, outside);
  if (at === -1 || on.codes[at] === closing) return at;
  return on.codes[at] === COMMA ? nextAt(on, at + 1, outside) : -1;
}

/** A text in the lines below > or |, as far as they are indented like the first of them; `on.at` is behind its last line. */
export function blockText(on: Cursor, start: number, outside: number): string | undefined {
  const { text, codes } = on;
  const isFolded = codes[start] === FOLDED;
  const mode = codes[start + 1];
  const head = afterBlanks(on, start + (mode === DASH || mode === PLUS ? 2 : 1));
  const valueStart = text.indexOf('\n', head) + 1;
  let first = afterBlanks(on, valueStart);
  const indent = first - valueStart;
  if (!isBare(on, head) || indent <= outside || codes[first] === BREAK) return undefined;
  let valueEnd = valueStart;
  let end = valueStart;
  let lines = '';
  // most are lines of words that begin in one column, and nothing else
  let isEven = mode !== PLUS;
  while (first - valueEnd >= indent || codes[first] === BREAK) {
    const next = text.indexOf('\n', first) + 1;
    if (next === first + 1) isEven &&= first - valueEnd <= indent;
    else {
      isEven &&= first - valueEnd === indent && isVisible(codes[next - 2]) && (lines === '' || valueEnd === end + 1);
      end = next - 1;
      if (isEven) lines += (lines === '' ? '' : isFolded ? ' ' : '\n') + text.slice(first, end);
    }
    valueEnd = next;
    first = afterBlanks(on, valueEnd);
  }
  const event = isEven ? undefined : blockEvent(valueStart, valueEnd, isFolded, mode, indent);
  on.last = event ? scalarSpan(text, event, 0)[1] : end;
  on.at = valueEnd;
  note(on, valueStart, on.last);
  if (event) return getScalarValue(text, event);
  return mode === DASH ? lines : `${lines}\n`;
}

/** Whether a character is no blank, without a doubt. */
function isVisible(code: number = BLANK): boolean {
  return code > BLANK && code < 127;
}

/** Whether nothing but a comment follows in this line. */
export function isBare(on: Cursor, at: number): boolean {
  const code = on.codes[at];
  return code === BREAK || (code === HASH && on.codes[at - 1] === BLANK);
}

function blockEvent(start: number, end: number, isFolded: boolean, mode: number | undefined, indent: number): ScalarEvent {
  const chomping = mode === DASH ? CHOMPING_MODE.STRIP : mode === PLUS ? CHOMPING_MODE.KEEP : CHOMPING_MODE.CLIP;
  return { ...scalarEvent(start, end, isFolded ? SCALAR_STYLE.FOLDED_BLOCK : SCALAR_STYLE.LITERAL_BLOCK), chomping, indent };
}

/** A scalar as js-yaml tells of it. */
function scalarEvent(valueStart: number, valueEnd: number, style: ScalarEvent['style']): ScalarEvent {
  const none = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
  return { type: EVENT_ID.SCALAR, valueStart, valueEnd, ...none, style, chomping: CHOMPING_MODE.CLIP, indent: -1, fast: false };
}
