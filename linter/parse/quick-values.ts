import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { plainScalar } from './scalars.ts';
import { type ScalarEvent, scalarSpan } from './spans.ts';
import { close, type Key, NO_KEY, note, open, type Tape } from './tape.ts';

/** Where reading has got to. The text ends in a line break, so that a look at the next character needs no bound. */
export interface Cursor {
  readonly text: string;
  readonly tape: Tape;
  /** Offset of what is read next. */
  at: number;
  /** Column in which the line begins, behind its blanks; -1 behind the last line. */
  indent: number;
  /** Offset behind the last value that was read. */
  last: number;
}

export type Group = Record<string, unknown>;

export const [BREAK, BLANK, HASH, DASH] = [10, 32, 35, 45] as const;
const [QUOTE, APOSTROPHE, COMMA, DOT, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_GROUP, CLOSE_GROUP] = [34, 39, 44, 46, 58, 91, 92, 93, 123, 125] as const;
/** What may mean something at the beginning of a text without quotes. */
const SIGNS: ReadonlySet<number> = new Set([...'-?:,[]{}#&*!|>\'"%@`\n'].map((sign) => sign.charCodeAt(0)));
export const MOST_LEVELS = 20;

export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === BLANK) at += 1;
  return at;
}

/** The word that begins here and has a colon and a blank behind it. */
export function keyAt(text: string, start: number): Key {
  let at = start;
  for (let code = text.charCodeAt(at); code !== COLON; code = text.charCodeAt(at)) {
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
    if (!isLetter && (at === start || !(code === DASH || code === DOT || (code >= 48 && code <= 57)))) return NO_KEY;
    at += 1;
  }
  const behind = text.charCodeAt(at + 1);
  return at > start && (behind === BLANK || behind === BREAK) ? [start, at] : NO_KEY;
}

/** Names of keys that were seen lately, each in the slot that its letters give: the same few words stand in every file, and need not be made anew. */
const names: string[] = new Array(1024).fill('');

/** The text of a key; empty where there is none, or where YAML or JavaScript takes it for something of its own. */
export function nameAt(text: string, [start, end]: Key): string {
  let slot = 0;
  for (let at = start; at < end; at += 1) slot = (slot * 31 + text.charCodeAt(at)) & 1023;
  const known = names[slot] ?? '';
  if (known.length === end - start && text.startsWith(known, start)) return known;
  const name = text.slice(start, end);
  if (name === 'constructor' || name === 'prototype' || plainScalar(name) !== name) return '';
  names[slot] = name;
  return name;
}

/** The value that begins here, which goes on over lines that are indented more than `outside`; `on.last` is behind it. */
export function valueAt(on: Cursor, start: number, outside: number, key: Key, level = 0): unknown {
  const first = on.text.charCodeAt(start);
  if (first === OPEN_GROUP || first === OPEN_LIST) return brackets(on, start, outside, key, level + 1);
  if (first === QUOTE || first === APOSTROPHE) return quoted(on, start, first, outside, key);
  return SIGNS.has(first) ? undefined : plain(on, start, outside, key, level > 0);
}

/** A text in quotes without a code or a doubled quote. */
function quoted(on: Cursor, start: number, quote: number, outside: number, key: Key): string | undefined {
  const { text } = on;
  let isFolded = false;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) {
    at = code === BREAK ? nextAt(text, at, outside) : at + 1;
    if (code === BACKSLASH || at === -1) return undefined;
    isFolded ||= code === BREAK;
  }
  if (text.charCodeAt(at + 1) === quote) return undefined;
  on.last = at + 1;
  note(on.tape, key, start, on.last);
  const style = quote === QUOTE ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED;
  return isFolded ? getScalarValue(text, scalarEvent(start + 1, at, style)) : text.slice(start + 1, at);
}

/** A text without quotes, a number, a boolean or null. */
function plain(on: Cursor, start: number, outside: number, key: Key, isInBrackets: boolean): unknown {
  const { text } = on;
  const first = plainEnd(text, start, isInBrackets);
  let end = first;
  for (let from = start; end > from; end = plainEnd(text, from, isInBrackets)) {
    on.last = end;
    from = nextAt(text, end, outside);
    const code = text.charCodeAt(from);
    if (from !== -1 && code !== HASH && !(isInBrackets && endsEntry(code))) continue;
    note(on.tape, key, start, end);
    return plainScalar(end === first ? text.slice(start, end) : getScalarValue(text, scalarEvent(start, end, SCALAR_STYLE.PLAIN)));
  }
  return undefined;
}

function endsEntry(code: number): boolean {
  return code === COMMA || code === CLOSE_LIST || code === CLOSE_GROUP;
}

/** Behind the last character of a plain text's line that is no blank; the start itself where a sign in it means something. */
function plainEnd(text: string, start: number, isInBrackets: boolean): number {
  let end = start;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BLANK) continue;
    if (code === BREAK || (code === HASH && end < at)) return end;
    if (isInBrackets && endsEntry(code)) return end;
    const behind = code === COLON ? text.charCodeAt(at + 1) : 0;
    if (behind === BLANK || behind === BREAK || (isInBrackets && (code === OPEN_LIST || code === OPEN_GROUP || SIGNS.has(behind)))) return start;
    end = at + 1;
  }
}

/** The next character behind blanks and line breaks, where its line is indented more than `outside`; else -1. */
function nextAt(text: string, from: number, outside: number): number {
  let at = afterBlanks(text, from);
  while (text.charCodeAt(at) === BREAK) {
    const line = at + 1;
    at = afterBlanks(text, line);
    if (at - line <= outside && text.charCodeAt(at) !== BREAK) return -1;
  }
  return at;
}

function brackets(on: Cursor, start: number, outside: number, key: Key, level: number): unknown {
  const { text, tape } = on;
  const isGroup = text.charCodeAt(start) === OPEN_GROUP;
  const closing = isGroup ? CLOSE_GROUP : CLOSE_LIST;
  const group: Group = {};
  const list: unknown[] = [];
  const index = open(tape, key, start);
  let at = nextAt(text, start + 1, outside);
  while (text.charCodeAt(at) !== closing) {
    const own = isGroup ? keyAt(text, at) : NO_KEY;
    const name = isGroup ? nameAt(text, own) : '';
    if (level > MOST_LEVELS || (isGroup && (name === '' || group[name] !== undefined))) return undefined;
    const value = valueAt(on, isGroup ? nextAt(text, own[1] + 1, outside) : at, outside, own, level);
    if (value === undefined) return undefined;
    if (isGroup) group[name] = value;
    else list.push(value);
    at = nextAt(text, on.last, outside);
    if (text.charCodeAt(at) === COMMA) at = nextAt(text, at + 1, outside);
    else if (text.charCodeAt(at) !== closing) return undefined;
  }
  on.last = at + 1;
  close(tape, index, on.last);
  return isGroup ? group : list;
}

/** A text in the lines below > or |, as far as they are indented like the first of them; `on.at` is behind its last line. */
export function blockText(on: Cursor, start: number, outside: number, key: Key): string | undefined {
  const { text } = on;
  const mode = text[start + 1];
  const chomping = mode === '-' ? CHOMPING_MODE.STRIP : mode === '+' ? CHOMPING_MODE.KEEP : CHOMPING_MODE.CLIP;
  const head = afterBlanks(text, start + (chomping === CHOMPING_MODE.CLIP ? 1 : 2));
  const valueStart = text.indexOf('\n', head) + 1;
  let first = afterBlanks(text, valueStart);
  const indent = first - valueStart;
  if (!isBare(text, head) || indent <= outside || text.charCodeAt(first) === BREAK) return undefined;
  let valueEnd = valueStart;
  while (first - valueEnd >= indent || text.charCodeAt(first) === BREAK) {
    valueEnd = text.indexOf('\n', first) + 1;
    first = afterBlanks(text, valueEnd);
  }
  const style = text[start] === '|' ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  const event = { ...scalarEvent(valueStart, valueEnd, style), chomping, indent };
  on.last = scalarSpan(text, event, 0)[1];
  on.at = valueEnd;
  note(on.tape, key, valueStart, on.last);
  return getScalarValue(text, event);
}

/** Whether nothing but a comment follows in this line. */
export function isBare(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === BREAK || (code === HASH && text.charCodeAt(at - 1) === BLANK);
}

/** A scalar as js-yaml tells of it. */
function scalarEvent(valueStart: number, valueEnd: number, style: ScalarEvent['style']): ScalarEvent {
  const none = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
  return { type: EVENT_ID.SCALAR, valueStart, valueEnd, ...none, style, chomping: CHOMPING_MODE.CLIP, indent: -1, fast: false };
}
