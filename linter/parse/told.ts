// What the generated validators call to say what does not fit. It is loaded with them, and imports nothing either.

/** What is read of a schema: descriptions of texts, and names, words, forms and bounds that it allows. */
export interface SaidSchema {
  readonly [bound: string]: unknown;
  readonly type?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  /** All known keys; what another schema says of a value is left out. */
  readonly properties?: Readonly<Record<string, SaidSchema>>;
}

/** What does not fit, as ajv finds it. */
export interface SchemaError {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  /** The schema that holds the keyword. */
  readonly schema: SaidSchema;
  /** The key that is missing or not known, if it is about one. */
  readonly key: string;
}

/** The errors with one more. */
export function told(all: SchemaError[] | null, instancePath: string, keyword: string, schema: SaidSchema, key = ''): SchemaError[] {
  const error = { instancePath, keyword, schema, key };
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

/** Whether a key is there, and has a value. */
export function has(holder: Readonly<Record<string, unknown>>, key: string): boolean {
  return holder[key] !== undefined && Object.hasOwn(holder, key);
}

/** A key as a step of a JSON pointer. */
export function step(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** Characters as JSON Schema counts them. Ours, because Node and bundlers load ajv's own module differently. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count -= 1;
  return count;
}
