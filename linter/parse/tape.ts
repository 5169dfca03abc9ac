import type { Place, Span } from '../core/text.ts';

/** Where a key stands; the value of a list has none. */
export type Key = Span;

export const NO_KEY: Key = [-1, -1];

/**
 * The places of a text's values in one list of numbers, five for each value, a holder before what it holds: start and end of its key, start and end
 * of itself, and the index behind all that it holds. Most texts are read without any place being asked for, and numbers cost next to nothing.
 */
export type Tape = number[];

const WIDTH = 5;

/** Notes a value that holds no others. */
export function note(tape: Tape, key: Key, start: number, end: number): void {
  tape.push(key[0], key[1], start, end, tape.length + WIDTH);
}

/** Notes a value that may hold others, before them; gives its index. */
export function open(tape: Tape, key: Key, start: number): number {
  note(tape, key, start, start);
  return tape.length - WIDTH;
}

/** Notes where a value ends, when all that it holds is noted. */
export function close(tape: Tape, index: number, end: number): void {
  tape[index + 3] = end;
  tape[index + 4] = tape.length;
}

/** The place of the value at an index, and those of what it holds when they are asked for: a finding needs one of hundreds. */
export function placeOn(tape: Tape, text: string, index = 0): Place {
  const [keyStart = 0, keyEnd = 0, start = 0, end = 0, next = 0] = tape.slice(index, index + WIDTH);
  const value: Span = [start, end];
  const own = keyStart < 0 ? { value } : { key: [keyStart, keyEnd] as const, value };
  if (next === index + WIDTH) return own;
  let inside: Place['inside'];
  return {
    ...own,
    get inside() {
      inside ??= insideOf(tape, text, index + WIDTH, next);
      return inside;
    },
  };
}

function insideOf(tape: Tape, text: string, from: number, to: number): ReadonlyMap<string | number, Place> {
  const inside = new Map<string | number, Place>();
  for (let at = from; at < to; at = tape[at + 4] ?? to) {
    const keyStart = tape[at] ?? -1;
    inside.set(keyStart < 0 ? inside.size : text.slice(keyStart, tape[at + 1]), placeOn(tape, text, at));
  }
  return inside;
}
