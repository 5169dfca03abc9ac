import { once } from './once.ts';

const FIRST_TEXTS = 10;

/**
 * Tells of texts whether they hold what a pattern finds, or seem to. To make a pattern ready takes longer than to look through a
 * few texts by hand; in a thousand of them the pattern is quicker.
 */
export function telling(byHand: (text: string) => boolean, pattern: () => RegExp): (text: string) => boolean {
  const made = once(pattern);
  let told = 0;
  return (text) => {
    told += 1;
    return told > FIRST_TEXTS ? made().test(text) : byHand(text);
  };
}
