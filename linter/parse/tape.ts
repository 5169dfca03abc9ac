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

/** The place of the value at an index. */
export function placeOn(tape: Tape, text: string, index = 0): Place {
  const keyStart = at(tape, index);
  const value: Span = [at(tape, index + 2), at(tape, index + 3)];
  const own = keyStart < 0 ? { value } : { key: [keyStart, at(tape, index + 1)] as const, value };
  const next = at(tape, index + 4);
  return next === index + WIDTH ? own : new Holder(own, () => insideOf(tape, text, index + WIDTH, next));
}

/** The place of a value that holds others, whose places are worked out when they are asked for: a finding needs one of hundreds. A class, for a getter of each object's own takes ten times as long to make. */
class Holder implements Place {
  readonly value: Span;
  declare readonly key?: Span;
  readonly #work: () => Place['inside'];
  #inside: Place['inside'];

  constructor({ key, value }: Place, work: () => Place['inside']) {
    this.value = value;
    if (key) this.key = key;
    this.#work = work;
  }

  get inside(): Place['inside'] {
    this.#inside ??= this.#work();
    return this.#inside;
  }
}

function insideOf(tape: Tape, text: string, from: number, to: number): ReadonlyMap<string | number, Place> {
  const inside = new Map<string | number, Place>();
  for (let index = from; index < to; index = at(tape, index + 4)) {
    const keyStart = at(tape, index);
    inside.set(keyStart < 0 ? inside.size : text.slice(keyStart, at(tape, index + 1)), placeOn(tape, text, index));
  }
  return inside;
}

function at(tape: Tape, index: number): number {
  return tape[index] as number;
}
