import { isDay } from '../core/dates.ts';
import { nearest } from '../core/suggest.ts';
import type { Path } from '../core/text.ts';
import type { Files } from '../core/types.generated.ts';
import type { CheckId } from './checks.ts';
import { type Fitted, fitted, pathOf, valueAt } from './fit.ts';
import type { SchemaError } from './formats.ts';
import { validators } from './validators.generated.js';
import { actualOf, boundOf, capital, exampleOf, nameOf, typeWords } from './words.ts';
import type { Fault } from './yaml.ts';

export type FileKind = keyof Files;

/** A value with what does not fit its schema left out: list entries become holes, so that indexes stay true. */
export interface Shaped extends Fitted {
  readonly faults: readonly Fault[];
}

/** One error of ajv, with what is needed to word it. */
interface Misfit {
  readonly error: SchemaError;
  readonly at: Path;
  readonly data: unknown;
  readonly value: unknown;
  /** The value as it stands in the file. */
  readonly raw: string;
}

/** Checks plain data against the schema of its kind; one fault for each mistake. */
export function checkShape(kind: FileKind, data: unknown, rawAt: (path: Path) => string): Shaped {
  const validate = validators[kind];
  if (validate(data)) return { value: data, faults: [], broken: new Set() };
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  const misspelt = misspeltKeys(errors, data);
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    const at = pathOf(error.instancePath, data);
    const name = String(error.params.missingProperty ?? error.params.additionalProperty ?? '');
    const key = `${error.instancePath}#${name}`;
    // a misspelt key and the one that is therefore missing are one mistake
    if (faults.has(key) || (error.keyword === 'required' && misspelt.has(key))) continue;
    faults.set(key, faultOf({ error, at, data, value: valueAt(data, at), raw: rawAt(at) }));
  }
  return { ...fitted(kind, data), faults: [...faults.values()] };
}

/** Keys that are missing because another is misspelt, as `<pointer of the holder>#<key>`. */
function misspeltKeys(errors: readonly SchemaError[], data: unknown): ReadonlySet<string> {
  const meant = errors
    .filter((error) => error.keyword === 'additionalProperties')
    .map((error) => `${error.instancePath}#${meantBy(error, valueAt(data, pathOf(error.instancePath, data)))}`);
  return new Set(meant);
}

/** What an unknown key was probably meant to be: of the keys that its holder does not have yet. */
function meantBy(error: SchemaError, holder: unknown): string | undefined {
  const free = knownKeys(error).filter((key) => !Object.hasOwn(holder as object, key));
  return nearest(String(error.params.additionalProperty), free);
}

function knownKeys(error: SchemaError): readonly string[] {
  return Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
}

function faultOf(misfit: Misfit): Fault {
  const { error, at, value, raw } = misfit;
  if (error.keyword === 'enum' && (error.params.allowedValues as unknown[])[0] === 'open') {
    return says('answer-form', 'form', at, { actual: raw === '' ? 'An empty value' : `"${raw}"`, today: '2026-11-06' });
  }
  if (error.keyword === 'additionalProperties') return unknownKey(misfit);
  if (error.keyword === 'required') return missingKey(misfit);
  if (error.keyword === 'type') return wrongType(misfit, wordsOf(error) ?? typeWords[String(error.params.type)] ?? 'something else');
  const name = nameOf(at, misfit.data);
  if (error.keyword === 'enum') {
    const known = (error.params.allowedValues as unknown[]).map(String);
    if (value === null || typeof value === 'object') return wrongType(misfit, `one of ${known.join(', ')}`);
    const suggestion = nearest(String(value), known);
    return says('allowed-value', suggestion ? 'typo' : 'unknown', at, { name, value: raw, suggestion, known: known.join(', ') });
  }
  const words = wordsOf(error);
  if (words) return says('value-form', 'form', at, { name, value: String(value), words });
  return says('value-size', 'size', at, { name: capital(name), bound: boundOf(error) });
}

function says(ruleId: CheckId, messageId: string, at: Path, data: Fault['data'] = {}): Fault {
  return { ruleId, messageId, at, data };
}

function unknownKey({ error, at, value }: Misfit): Fault {
  const name = String(error.params.additionalProperty);
  const base = { ruleId: 'known-key' as const, at: [...at, name], on: 'key' as const };
  const isAnswer = at.length === 2 && (at[0] === 'answers' || at[0] === 'settled');
  const form = isAnswer && ['done', 'na', 'waived'].find((each) => Object.hasOwn(value as object, each));
  if (form && ['done', 'na', 'waived', 'open'].includes(name)) return { ...base, messageId: 'answer', data: { name, form } };
  const suggestion = meantBy(error, value);
  return { ...base, messageId: suggestion ? 'typo' : 'unknown', data: { name, suggestion, known: knownKeys(error).join(', ') } };
}

function missingKey({ error, at, data }: Misfit): Fault {
  const name = String(error.params.missingProperty);
  const where = at.length > 0 ? ` in ${nameOf(at, data)}` : '';
  return says('required-key', 'missing', [...at, name], { name, where, example: exampleOf(error, name) });
}

function wrongType({ error, at, data, value, raw }: Misfit, expected: string): Fault {
  const name = capital(nameOf(at, data));
  if (value === null && (raw === '' || raw === '~')) return says('value-type', 'empty', at, { name, expected });
  if (error.params.type !== 'string' || (typeof value === 'object' && value !== null))
    return says('value-type', 'type', at, { name, expected, actual: actualOf(value) });
  if (!fitsInQuotes(error, raw)) return says('value-form', 'form', at, { name: nameOf(at, data), value: raw, words: expected });
  const meaning = value === null ? 'no value' : typeof value === 'number' ? `the number ${value}` : 'yes or no';
  return says('quoted-text', 'quote', at, { raw, meaning });
}

/** Whether quotes alone would mend it: the schema, which the package holds, asks for no other form. */
function fitsInQuotes({ parentSchema }: SchemaError, raw: string): boolean {
  const { pattern, format } = parentSchema as { pattern?: string; format?: string };
  return (pattern === undefined || new RegExp(pattern, 'u').test(raw)) && (format !== 'date' || isDay(raw));
}

/** The description of a string's definition says what would be right. */
function wordsOf(error: SchemaError): string | undefined {
  const { type, description } = error.parentSchema as { type?: string; description?: string };
  return type === 'string' ? description : undefined;
}
