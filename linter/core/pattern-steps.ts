import type { Part, Parts } from './pattern-syntax.ts';
import { firstOf, type Member, membersOf, onlyOf } from './pattern-words.ts';

/** What a pattern does, in numbers: a bag that the next word has to be of, or one of the signs below. Each goes on behind itself. */
export type Steps = readonly number[];

export const FOUND = -1;
/** The sentence begins here. */
export const START = -2;
/** The sentence ends here. */
export const END = -3;
/** Any one word. */
export const ANY = -4;
/** Up to ten words, as few as can be. */
export const GAP = -5;
/** Either on behind it, or, where that leads nowhere, at the index that follows. */
export const OR = -6;
/** On at the index that follows. */
export const GO = -7;
/** The next word is of the bag whose number follows: without it there is no need to try each of several ways. */
export const LOOK = -9;
/** A list or class, whose number follows: on behind each of its ends. */
export const OWN = -8;

/** Where steps get the numbers that they share with others. */
export interface Stock {
  /** The number of a bag: words of which any fits. */
  bag(members: readonly Member[]): number;
  /** The number of a list's or class's own steps, which end wherever they can. */
  own(part: Extract<Part, { is: 'list' | 'class' }>, capitals: boolean): number;
}

/** So few ways are tried as soon as looked ahead for. */
const FEW = 8;

/** The steps of a pattern; `capitals`: big letters count in it. */
export function stepsOf(parts: Parts, capitals: boolean, stock: Stock): Steps {
  const steps: number[] = [];
  const all = (each: Parts): void => {
    for (const part of each) one(part);
  };
  const one = (part: Part): void => {
    const members = membersOf(part, capitals);
    if (members) steps.push(stock.bag(members));
    else if (part.is === 'choice') ways(part.of, part.optional);
    else if (part.is === 'list' || part.is === 'class') steps.push(OWN, stock.own(part, capitals));
    else steps.push(part.is === 'gap' ? GAP : part.is === 'start' ? START : part.is === 'end' ? END : ANY);
  };
  const ways = (of: readonly Parts[], optional: boolean): void => {
    const found = gathered(of, capitals);
    const skip = optional ? steps.push(OR, 0) - 1 : undefined;
    const first = found.length < FEW ? undefined : firstOf([{ is: 'choice', of, optional: false }], capitals);
    if (first) steps.push(LOOK, stock.bag(first));
    const leave: number[] = [];
    for (const [index, way] of found.entries()) {
      const isLast = index === found.length - 1;
      const other = isLast ? undefined : steps.push(OR, 0) - 1;
      if ('members' in way) steps.push(stock.bag(way.members));
      else all(way);
      if (!isLast) leave.push(steps.push(GO, 0) - 1);
      if (other !== undefined) steps[other] = steps.length;
    }
    for (const at of [...leave, skip]) if (at !== undefined) steps[at] = steps.length;
  };
  all(parts);
  steps.push(FOUND);
  return steps;
}

/** The ways of a choice; neighbours of one word each are one bag, for they go on alike. */
function gathered(of: readonly Parts[], capitals: boolean): readonly (Parts | { readonly members: readonly Member[] })[] {
  const ways: (Parts | { readonly members: Member[] })[] = [];
  for (const parts of of) {
    const members = onlyOf(parts, capitals);
    const last = ways.at(-1);
    if (!members) ways.push(parts);
    else if (last && 'members' in last) last.members.push(...members);
    else ways.push({ members: [...members] });
  }
  return ways;
}
