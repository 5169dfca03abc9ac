import { type Tape, WIDTH } from './tape.ts';

/** Where reading has got to. */
export interface Cursor {
  readonly text: string;
  /**
   * The text's characters as numbers, which are looked at in half the time; all beyond ASCII are one letter. The text ends in a line break, and two
   * zeros follow, so that a look at the next characters needs no bound.
   */
  readonly codes: Uint8Array;
  /** The places of this text from `start` on, and room for all that it can have. */
  readonly tape: Tape;
  readonly start: number;
  /** The index of the next value on the tape. */
  next: number;
  /** Offset of what is read next. */
  at: number;
  /** Column in which the line begins, behind its blanks; -1 behind the last line. */
  indent: number;
  /** Offset behind the last value that was read. */
  last: number;
  /** Where the key stands that was looked at last, and its slot among the names; -1 where there is none. */
  keyStart: number;
  keyEnd: number;
  keySlot: number;
}

const BEYOND = 255;
const encoder = new TextEncoder();
// made once for all texts: a thousand of them are read one after the other
let codes = new Uint8Array(0);

/** A tape for many texts, one behind the other; what has no room on it begins a new one. */
const LENGTH = 131_072;
let tape: Tape = new Int32Array(0);
let free = 0;

export function cursorOn(text: string): Cursor {
  if (codes.length < text.length + 2) codes = new Uint8Array(2 * text.length + 16_384);
  const { read, written } = encoder.encodeInto(text, codes);
  if (read !== text.length || written !== read) for (let at = 0; at < text.length; at += 1) codes[at] = Math.min(text.charCodeAt(at), BEYOND);
  codes[text.length] = codes[text.length + 1] = 0;
  // a value takes two characters: its own, and what parts it from the next
  const most = WIDTH * (text.length / 2 + 1);
  if (tape.length < free + most) {
    tape = new Int32Array(Math.max(LENGTH, most));
    free = 0;
  }
  return { text, codes, tape, start: free, next: free, at: 0, indent: 0, last: 0, keyStart: -1, keyEnd: -1, keySlot: -1 };
}

/** The text is read: the next one is noted behind it. */
export function keep(on: Cursor): void {
  free = on.next;
}

/** Notes the key of the value that comes next; a value in a list has none. */
export function noteKey(on: Cursor, start: number, end: number): void {
  on.tape[on.next] = start;
  on.tape[on.next + 1] = end;
}

/** Notes a value that holds no others. */
export function note(on: Cursor, start: number, end: number): void {
  on.tape[on.next + 2] = start;
  on.tape[on.next + 3] = end;
  on.next += WIDTH;
  on.tape[on.next - 1] = on.next;
}

/** Notes a value that may hold others, before them; gives its index. */
export function open(on: Cursor, start: number): number {
  note(on, start, start);
  return on.next - WIDTH;
}

/** Notes where a value ends, when all that it holds is noted. */
export function close(on: Cursor, index: number, end: number): void {
  on.tape[index + 3] = end;
  on.tape[index + 4] = on.next;
}
