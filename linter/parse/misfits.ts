import { isDay } from '../core/dates.ts';
import { dayReadings, timeReadings } from '../core/readings.ts';
import type { Instead } from '../core/rule.ts';
import { type Meant, meant, meantKeys } from '../core/suggest.ts';
import type { Path } from '../core/text.ts';
import type { CheckId } from './checks.ts';
import { fitted, pathOf, valueAt } from './fit.ts';
import { handed } from './formats.ts';
import type { FileKind, Shaped } from './shape.ts';
import type { SchemaError } from './told.ts';
import { validators } from './validators.generated.js';
import { actualOf, boundOf, capital, exampleOf, nameOf, typeWords } from './words.ts';
import type { Fault } from './yaml.ts';

/** One error of ajv, with what is needed to word it. */
interface Misfit {
  readonly error: SchemaError;
  readonly at: Path;
  readonly data: unknown;
  readonly value: unknown;
  /** The value as it stands in the file. */
  readonly raw: string;
  /** What the unknown keys of a holder were meant to be, by its pointer. */
  readonly keys: MeantKeys;
}

type MeantKeys = ReadonlyMap<string, ReadonlyMap<string, Meant>>;

/** What does not fit the schema of a kind, as ajv's validators tell it, and the data without it. */
export function misfits(kind: FileKind, data: unknown, rawAt: (path: Path) => string): Shaped {
  const validate = validators(handed)[kind];
  if (validate(data)) return { value: data, faults: [], broken: new Set() };
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  const keys = meantByHolder(errors, data);
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    const at = pathOf(error.instancePath, data);
    const name = error.key;
    const key = `${error.instancePath}#${name}`;
    // a misspelt key and the one that is therefore missing are one mistake
    if (faults.has(key) || (error.keyword === 'required' && isMisspelt(keys.get(error.instancePath), name))) continue;
    faults.set(key, faultOf({ error, at, data, value: valueAt(data, at), raw: rawAt(at), keys }));
  }
  return { ...fitted(kind, data), faults: [...faults.values()] };
}

/** What unknown keys were probably meant to be: of the keys that their holder does not have yet. */
function meantByHolder(errors: readonly SchemaError[], data: unknown): MeantKeys {
  const unknown = Map.groupBy(
    errors.filter((error) => error.keyword === 'additionalProperties'),
    (error) => error.instancePath,
  );
  const meantIn = ([pointer, own]: readonly [string, readonly SchemaError[]]) => {
    const holder = valueAt(data, pathOf(pointer, data)) as object;
    const known = own[0] ? knownKeys(own[0]) : [];
    const names = new Set(own.map((error) => error.key));
    const free = known.filter((key) => !Object.hasOwn(holder, key));
    const tight = [...names].flatMap((name) =>
      free.filter((key) => name.startsWith(`${key}:`)).map((key) => [name, { suggestion: key, instead: undefined }] as const),
    );
    return [pointer, new Map([...meantKeys([...names], free, known), ...tight])] as const;
  };
  return new Map([...unknown].map(meantIn));
}

/** Whether a key is missing because another is misspelt. */
function isMisspelt(keys: ReadonlyMap<string, Meant> | undefined, name: string): boolean {
  return [...(keys?.values() ?? [])].some(({ suggestion }) => suggestion === name);
}

function knownKeys(error: SchemaError): readonly string[] {
  return Object.keys(error.schema.properties ?? {});
}

function faultOf(misfit: Misfit): Fault {
  const { error, at, value, raw } = misfit;
  if (error.keyword === 'enum' && error.schema.enum?.[0] === 'open') {
    if (typeof value === 'object' && Object.keys(value ?? {}).some((key) => TIGHT.test(key)))
      return says('answer-form', 'tight', at, { actual: raw, today: '2026-11-06' });
    const instead = typeof value === 'string' ? meant(value, ['open']).instead : undefined;
    return says('answer-form', 'form', at, { actual: raw === '' ? 'An empty value' : `"${raw}"`, today: '2026-11-06' }, instead);
  }
  if (error.keyword === 'additionalProperties') return unknownKey(misfit);
  if (error.keyword === 'required') return missingKey(misfit);
  if (error.keyword === 'type') return wrongType(misfit, wordsOf(error) ?? typeWords[String(error.schema.type)] ?? 'something else');
  const name = nameOf(at, misfit.data);
  if (error.keyword === 'enum') {
    const known = (error.schema.enum ?? []).map(String);
    if (value === null || typeof value === 'object') return wrongType(misfit, `one of ${known.join(', ')}`);
    const { suggestion, instead } = meant(String(value), known);
    return says('allowed-value', suggestion ? 'typo' : 'unknown', at, { name, value: raw, suggestion, known: known.join(', ') }, instead);
  }
  const words = formOf(at, wordsOf(error), String(value));
  if (words && CURLY.test(String(value))) return curlyQuotes(error, at, String(value));
  if (words) return says('value-form', 'form', at, { name, value: String(value), words }, otherForm(error, String(value)));
  return says('value-size', 'size', at, { name: capital(name), bound: boundOf(error) });
}

/** A key of an answer whose colon has no space behind it, so that YAML takes both for the key. */
const TIGHT = /^(?:done|na|waived|by|open):/;
const CURLY = /^[\u2018\u201a\u201c\u201e\u00ab].*[\u2018\u2019\u201c\u201d\u00bb]$/s;

const PEOPLE = new Set<unknown>(['by', 'lead', 'backup', 'escalate', 'approved', 'team', 'walker']);

/** What would be right: of a person more can be said than of other ids, and of an address that begins as it should. */
function formOf(at: Path, words: string | undefined, value: string): string | undefined {
  const key = typeof at.at(-1) === 'number' ? at.at(-2) : at.at(-1);
  if (words && key === 'link' && /^https?:\/\/./.test(value)) return 'one web address, without spaces';
  if (words && key === 'role') return 'a role in lower-case letters, such as lead, support or manager';
  return words && PEOPLE.has(key) ? 'the id of a person in records/people.yaml, in lower-case letters, such as tlee' : words;
}

function curlyQuotes(error: SchemaError, at: Path, value: string): Fault {
  const inner = value.slice(1, -1);
  const instead = fitsInQuotes(error, inner) ? { was: value, texts: [inner], sure: true } : undefined;
  return says('value-form', 'curly', at, { value }, instead);
}

function says(ruleId: CheckId, messageId: string, at: Path, data: Fault['data'] = {}, instead?: Instead): Fault {
  return { ruleId, messageId, at, data, instead };
}

function unknownKey({ error, at, value, keys }: Misfit): Fault {
  const name = error.key;
  const base = { ruleId: 'known-key' as const, at: [...at, name], on: 'key' as const };
  const isAnswer = at.length === 2 && (at[0] === 'answers' || at[0] === 'settled');
  const form = isAnswer && ['done', 'na', 'waived'].find((each) => Object.hasOwn(value as object, each));
  if (form && ['done', 'na', 'waived', 'open'].includes(name)) return { ...base, messageId: 'answer', data: { name, form } };
  const count = isAnswer && /^\d{3}$/.test(name) ? (value as { count?: unknown }).count : undefined;
  if (typeof count === 'number') return { ...base, messageId: 'comma', data: { name, count, written: `${count},${name}` } };
  const { suggestion, instead } = keys.get(error.instancePath)?.get(name) ?? {};
  const isTight = suggestion !== undefined && name.startsWith(`${suggestion}:`);
  return { ...base, messageId: isTight ? 'tight' : suggestion ? 'typo' : 'unknown', data: { name, suggestion, known: knownKeys(error).join(', ') }, instead };
}

function missingKey({ error, at, data }: Misfit): Fault {
  const name = error.key;
  const where = at.length > 0 ? ` in ${nameOf(at, data)}` : '';
  return says('required-key', 'missing', [...at, name], { name, where, example: exampleOf(error, name) });
}

function wrongType({ error, at, data, value, raw }: Misfit, expected: string): Fault {
  const name = capital(nameOf(at, data));
  if (value === null && (raw === '' || raw === '~')) return says('value-type', 'empty', at, { name, expected });
  if (error.schema.type === 'integer' && typeof value === 'string' && /^\d{1,3}(?:,\d{3})+$/.test(value))
    return says('value-type', 'comma', at, { name, number: value.replaceAll(',', '') });
  if (error.schema.type !== 'string' || (typeof value === 'object' && value !== null))
    return says('value-type', 'type', at, { name, expected, actual: actualOf(value) });
  if (!fitsInQuotes(error, raw)) return says('value-form', 'form', at, { name: nameOf(at, data), value: raw, words: expected }, otherForm(error, raw));
  const meaning = value === null ? 'no value' : typeof value === 'number' ? `the number ${value}` : 'yes or no';
  // a number was written as it was meant; whoever wrote true may have meant anything
  return says('quoted-text', 'quote', at, { raw, meaning }, { was: raw, texts: [raw], sure: typeof value === 'number' });
}

/** The same day or time in the form that the schema asks for. */
function otherForm({ schema: { pattern, format } }: SchemaError, written: string): Instead | undefined {
  const fits = (text: string): boolean => new RegExp(pattern ?? '^$', 'u').test(text);
  // of the forms that a schema may ask for only a time of day knows the last minute and not the one after it
  const isTime = fits('23:59') && !fits('23:60');
  const found = format === 'date' ? dayReadings(written) : isTime ? timeReadings(written) : undefined;
  return found && found.texts.length > 0 ? { was: written, ...found } : undefined;
}

/** Whether quotes alone would mend it: the schema, which the package holds, asks for no other form. */
function fitsInQuotes({ schema: { pattern, format } }: SchemaError, raw: string): boolean {
  return (pattern === undefined || new RegExp(pattern, 'u').test(raw)) && (format !== 'date' || isDay(raw));
}

/** The description of a string's definition says what would be right. */
function wordsOf({ schema: { type, description } }: SchemaError): string | undefined {
  return type === 'string' ? description : undefined;
}
