import type { Path } from '../core/text.ts';
import { valueAt } from './fit.ts';
import type { SchemaError } from './told.ts';

/** A type of JSON Schema as people say it. */
export const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry with a "- " in front',
  object: 'a group of keys',
};

/** The bound that a number, list or group of keys went over. */
export function boundOf(error: SchemaError): string {
  const limit = Number(error.schema[error.keyword]).toLocaleString('en-US');
  const bounds: Record<string, string> = {
    minimum: `must be ${limit} or more`,
    maximum: `must be ${limit} or less`,
    minItems: `needs at least ${limit} ${limit === '1' ? 'entry' : 'entries'}`,
    maxItems: `may have at most ${limit} entries`,
    minProperties: `needs at least ${limit} ${limit === '1' ? 'key' : 'keys'}`,
    maxProperties: `may have at most ${limit} keys`,
  };
  return bounds[error.keyword] ?? 'does not fit';
}

const examples: Readonly<Record<string, string>> = {
  by: 'your-id',
  lead: 'your-id',
  backup: 'their-id',
  escalate: 'their-id',
  walker: 'your-id',
  started: '2026-11-06',
  closes: '2026-11-06',
  date: '2026-11-06',
  from: '2026-11-06',
  ticket: 'T20261106.0001',
  version: '1.0.0',
  zone: 'America/New_York',
  checklist: 'project-closeout@1.0.0',
};

/** ", for example level: must" for a missing key: the first word of its list, or one that reads like it. */
export function exampleOf({ schema: holder }: SchemaError, name: string): string {
  const schema = holder.properties?.[name];
  const example = schema?.enum?.[0] ?? (schema?.type === 'boolean' ? 'true' : examples[name]);
  return example === undefined ? '' : `, for example ${name}: ${String(example)}`;
}

/** A value of the wrong type as people say it. */
export function actualOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${value}"`;
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  return `"${String(value)}"`;
}

/** `"lead"` for a key, `"restore-tested"` for an entry with an id, `entry 2 of "engagements"` for another: people count from one. */
export function nameOf(path: Path, data: unknown): string {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  if (typeof last === 'string') return `"${last}"`;
  const id = (valueAt(data, path) as { id?: unknown } | null | undefined)?.id;
  if (typeof id === 'string') return `"${id}"`;
  return path.length > 1 ? `entry ${last + 1} of ${nameOf(path.slice(0, -1), data)}` : `entry ${last + 1}`;
}

/** For the beginning of a sentence. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
