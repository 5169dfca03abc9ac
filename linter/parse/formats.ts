/** What the generated validators call: string formats by their JSON Schema name, and two small things that ajv brings itself. */
export { isDay as date } from '../core/dates.ts';

/** Characters as JSON Schema counts them. Ours, because Node and bundlers load ajv's own module differently. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count -= 1;
  return count;
}

/** The second list at the end of the first one, which is changed. */
export function joined<T>(all: T[] | null, more: readonly T[]): T[] {
  if (all === null) return [...more];
  for (const each of more) all.push(each);
  return all;
}
