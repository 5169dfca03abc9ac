import { nearest } from './suggest.ts';

/** Forms of companies, which one system writes and the other leaves out. */
const FORMS =
  /^(?:inc|incorporated|llc|llp|lp|ltd|limited|plc|corp|corporation|co|company|pllc|pc|gmbh|mbh|ag|kg|ug|ohg|ev|sa|sas|sarl|srl|spa|bv|nv|pty|ab|as|aps|oy|group)$/;

/** The words of a name without capitals, accents and punctuation: "Marlow & Finch, Inc." is marlow, and, finch, inc. */
export function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const spoken = plain.replaceAll(/['’.]/g, '').replaceAll(/[&+]/g, ' and ').replaceAll('#', ' number ');
  return spoken.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Equal for two names that differ in capitals, accents, spaces and punctuation only: "Wi-Fi" and "wifi". */
export function nameKey(name: string): string {
  return wordsOf(name).join('') || name.trim();
}

/** The same for a company, whose form ("Inc.", "GmbH & Co. KG") and leading "The" do not count either. */
export function companyKey(name: string): string {
  const words = [...wordsOf(name)];
  while (words.length > 1 && (FORMS.test(words.at(-1) ?? '') || words.at(-1) === 'and')) words.pop();
  if (words.length > 1 && words[0] === 'the') words.shift();
  return words.join('') || name.trim();
}

/** Whether a person would ask if two names mean the same: most words are shared, one holds the other, or it is a slip of the keyboard. */
export function resembles(a: string, b: string): boolean {
  const [first, second] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const shared = [...first].filter((word) => second.has(word)).length;
  if (shared > 0 && shared === Math.min(first.size, second.size)) return true;
  if (shared * 2 >= first.size + second.size - shared) return shared > 0;
  const key = nameKey(b);
  return key.length > 3 && nearest(nameKey(a), [key]) !== undefined;
}
