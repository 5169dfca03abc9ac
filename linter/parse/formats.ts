/** The string formats of the schemas, by their JSON Schema name: the generated validators call these. */
export { isDay as date } from '../core/dates.ts';

/** Characters as JSON Schema counts them. Ours, because Node and bundlers load ajv's own module differently. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count -= 1;
  return count;
}
