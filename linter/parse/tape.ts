import type { Place, Span } from '../core/text.ts';

/**
 * The places of a text's values in one list of numbers, five for each value, a holder before what it holds: start and end of its key (-1 in a list),
 * start and end of itself, and the index behind all that it holds. Most texts are read without any place being asked for, and numbers cost next to nothing.
 */
export type Tape = Int32Array;

export const WIDTH = 5;

/** The place of the value at an index. */
export function placeOn(tape: Tape, text: string, index: number): Place {
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
