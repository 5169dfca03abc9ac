import { type Part, type Parts, readClass } from './pattern-syntax.ts';

/** A word as a pattern has it: `fail*` for all that begin so, a blank before one whose capitals count, `<number` for a shape. */
export type Member = string;

/** A shape among words: with a sign that no word of a pattern has, and that in a text comes only with its other half. */
export function shapeMember(name: string): Member {
  return `<${name}`;
}

/** The words of which any fits a part; undefined for a part of other than one word. */
export function membersOf(part: Part, capitals: boolean): readonly Member[] | undefined {
  if (part.is === 'shape') return [shapeMember(part.name)];
  if (part.is === 'word') return capitals ? exactly(part) : [part.open ? `${part.word.toLowerCase()}*` : part.word.toLowerCase()];
  if (part.is === 'choice') return part.optional ? undefined : allOf(part.of, capitals);
  if (part.is !== 'list') return undefined;
  const lists = capitals ? exactLists : smallLists;
  if (!lists.has(part)) lists.set(part, allOf(part.of, capitals));
  return lists.get(part);
}

// dozens of patterns share a list
const exactLists = new WeakMap<Part, readonly Member[] | undefined>();
const smallLists = new WeakMap<Part, readonly Member[] | undefined>();

function allOf(of: readonly Parts[], capitals: boolean): readonly Member[] | undefined {
  const all: Member[] = [];
  for (const parts of of) {
    const own = onlyOf(parts, capitals);
    if (!own) return undefined;
    for (const each of own) all.push(each);
  }
  return all;
}

/** The same of parts that are one. */
export function onlyOf(parts: Parts, capitals: boolean): readonly Member[] | undefined {
  return parts.length === 1 && parts[0] ? membersOf(parts[0], capitals) : undefined;
}

/** Where capitals count, a word may still begin with one. */
function exactly({ word, open }: Extract<Part, { is: 'word' }>): readonly Member[] {
  const behind = open ? '*' : '';
  const big = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return [` ${word}${behind}`, ...(/^[a-z]/.test(word) ? [` ${big}${behind}`] : [])];
}

/** The words of which one comes first wherever parts are found; undefined where that may be any word, or none. */
export function firstOf(parts: Parts, capitals: boolean): readonly Member[] | undefined {
  const first: Member[] = [];
  for (const part of parts) {
    if (part.is === 'start') continue;
    const own = firstOfOne(part, capitals);
    if (!own) return undefined;
    for (const each of own) first.push(each);
    if (part.is !== 'choice' || !part.optional) return first;
  }
  return undefined;
}

function firstOfOne(part: Part, capitals: boolean): readonly Member[] | undefined {
  if (part.is === 'class') return firstOf(readClass(part.name), false);
  if (part.is !== 'choice' && part.is !== 'list') return membersOf(part, capitals);
  const first = part.of.map((each) => firstOf(each, capitals));
  return first.every((each) => each !== undefined) ? first.flat() : undefined;
}
