import { type Part, type Parts, readClass } from './pattern-syntax.ts';
import { firstOf, type Member, membersOf } from './pattern-words.ts';

// Of hundreds of patterns few are in a sentence. Which may be is told by the words that each cannot be without.

/**
 * What a text with a pattern cannot be without: for one of its pairs a word of both. In lower case, whether capitals count or not.
 */
export interface Pair {
  /** Of the words of which one must be there those that the fewest texts hold; none where no word can be named. */
  readonly rarest: readonly Member[];
  /** Of the others those that the fewest texts hold; none where there are no others. */
  readonly other: readonly Member[];
}

/** Words of which a text with a part holds one. */
interface Words {
  readonly members: readonly Member[];
  /** The higher, the more texts hold one of them; infinite for what shapes and classes are known by. */
  readonly common: number;
}

const NONE: Words = { members: [], common: Number.POSITIVE_INFINITY };

/** Words of which nearly each sentence has one. */
const COMMON: ReadonlySet<string> = new Set(
  'the a an and or of to in on for at with is are was be it this that we you i our your have has will not'.split(' '),
);

export function pairsOf(parts: Parts): readonly Pair[] {
  // ways with the same other word are told by one bag
  const groups = Map.groupBy(eachPair(parts), ({ other }) => other.members.join('|'));
  return Array.from(groups.values(), (pairs) => ({
    rarest: pairs.flatMap(({ rarest }) => rarest.members),
    other: pairs[0]?.other.members ?? [],
  }));
}

interface WordPair {
  readonly rarest: Words;
  readonly other: Words;
}

/** Each way of a choice has its own. */
function eachPair(parts: Parts): readonly WordPair[] {
  const words = parts.map(wordsOf);
  const rarest = rarestOf(words);
  const named = rarest.common === NONE.common ? NONE : rarest;
  const other = rarestOf(words.filter((each) => each !== named && each.members.length > 0));
  const part = parts[words.indexOf(rarest)];
  if (named === NONE || !part || !('of' in part) || membersOf(part, false)) return [{ rarest: named, other }];
  return part.of.flatMap(eachPair).map((pair) => (pair.other.members.length > 0 && pair.other.common < other.common ? pair : { rarest: pair.rarest, other }));
}

/** Of the parts that must be there the one whose words are rarest. */
function rarestOf(parts: readonly Words[]): Words {
  let rarest = parts[0] ?? NONE;
  for (const words of parts) if (words.common < rarest.common) rarest = words;
  return rarest;
}

// dozens of patterns share a list, and hundreds a class
const shared = new WeakMap<object, Words>();

function wordsOf(part: Part): Words {
  if (part.is !== 'list' && part.is !== 'class') return wordsIn(part);
  const key = part.is === 'list' ? part : readClass(part.name);
  const words = shared.get(key) ?? wordsIn(part);
  shared.set(key, words);
  return words;
}

function wordsIn(part: Part): Words {
  const members = membersOf(part, false);
  if (members) return { members, common: members.reduce((sum, member) => sum + commonness(member), 0) };
  if (part.is === 'class') return { members: firstOf([part], false) ?? [], common: NONE.common };
  return part.is === 'list' || (part.is === 'choice' && !part.optional) ? anyOf(part.of) : NONE;
}

function commonness(member: Member): number {
  if (member.startsWith('<')) return NONE.common;
  // none of them is longer
  if (member.length > 5) return 1;
  return COMMON.has(member.endsWith('*') ? member.slice(0, -1) : member) ? 20 : 1;
}

function anyOf(choices: readonly Parts[]): Words {
  const members: Member[] = [];
  let common = 0;
  for (const parts of choices) {
    const own = rarestOf(parts.map(wordsOf));
    if (own.members.length === 0) return NONE;
    for (const each of own.members) members.push(each);
    common += own.common;
  }
  return { members, common };
}
