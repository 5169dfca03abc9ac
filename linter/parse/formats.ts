import type { ErrorObject } from 'ajv';
import { isDay } from '../core/dates.ts';

// What the generated validators call: string formats by their JSON Schema name, and small things that ajv brings itself.

export { isDay as date };

/** Characters as JSON Schema counts them. Ours, because Node and bundlers load ajv's own module differently. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count -= 1;
  return count;
}

/** A key as a step of a JSON pointer. */
export function step(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** What is kept of an error of ajv: the schema is the one that holds the keyword. */
export type SchemaError = Required<Pick<ErrorObject, 'instancePath' | 'keyword' | 'params' | 'parentSchema'>>;

/** The errors with one more. */
export function told(
  all: SchemaError[] | null,
  instancePath: string,
  keyword: string,
  params: SchemaError['params'],
  parentSchema: SchemaError['parentSchema'],
): SchemaError[] {
  const error = { instancePath, keyword, params, parentSchema };
  if (all === null) return [error];
  all.push(error);
  return all;
}

/** The second list at the end of the first one, which is changed. */
export function joined<T>(all: T[] | null, more: readonly T[]): T[] {
  if (all === null) return [...more];
  for (const each of more) all.push(each);
  return all;
}

/** All of these, for validators that import nothing. */
export const handed = { date: isDay, codePoints, step, told, joined };
