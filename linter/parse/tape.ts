import type { Place, Span } from '../core/text.ts';

/**
 * The places of a text's values in one list of numbers, five for each value, a holder before what it holds: start and end of its key (-1 in a list),
 * start and end of itself, and the index behind all that it holds. Most texts are read without any place being asked for, and numbers cost next to nothing.
 */
export type Tape = Int32Array;

export const WIDTH = 5;

/** The place of the value at an index. */
export function placeOn(tape: Tape, text: string, index: number): Place {
  return at(tape, index) < 0 ? new OnTape(tape, text, index) : new KeyedOnTape(tape, text, index);
}

/** So often one place is looked for by itself. Of a file with more findings, which may be a hundred thousand, all places are worked out once. */
const FEW = 8;

/** A place that reads the tape when it is asked: a finding needs one of hundreds. A class, for a getter of each object's own takes ten times as long to make. */
class OnTape implements Place {
  protected readonly tape: Tape;
  readonly #text: string;
  protected readonly index: number;
  #inside: Place['inside'];
  #looks = 0;

  constructor(tape: Tape, text: string, index: number) {
    this.tape = tape;
    this.#text = text;
    this.index = index;
  }

  get value(): Span {
    return [at(this.tape, this.index + 2), at(this.tape, this.index + 3)];
  }

  get inside(): Place['inside'] {
    const from = this.index + WIDTH;
    const to = at(this.tape, this.index + 4);
    if (from < to) this.#inside ??= insideOf(this.tape, this.#text, from, to);
    return this.#inside;
  }

  find(step: string | number): Place | undefined {
    this.#looks += 1;
    if (this.#looks > FEW) return this.inside?.get(step);
    const { tape, index } = this;
    const end = at(tape, index + 4);
    let count = 0;
    for (let inner = index + WIDTH; inner < end; inner = at(tape, inner + 4)) {
      const [start, behind] = [at(tape, inner), at(tape, inner + 1)];
      const isIt = start < 0 ? step === count : typeof step === 'string' && behind - start === step.length && this.#text.startsWith(step, start);
      if (isIt) return placeOn(tape, this.#text, inner);
      count += 1;
    }
    return undefined;
  }
}

class KeyedOnTape extends OnTape {
  get key(): Span {
    return [at(this.tape, this.index), at(this.tape, this.index + 1)];
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
