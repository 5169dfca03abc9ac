import { digestOf } from '../core/digest.ts';
import { readYaml } from '../parse/yaml.ts';
import { type Entry, withEntry } from './entries.ts';
import { inline } from './render.ts';

/** An entry with its value as plain data. */
export interface Change extends Omit<Entry, 'value'> {
  readonly value: unknown;
}

/** The text of a file after some changes, each read back: it says what was meant and nothing else. Throws where it does not; whether the value fits the schema is for the linter to say. */
export function edited(file: string, text: string, changes: readonly Change[]): string {
  return changes.reduce((before, change) => editedOnce(file, before, change), text);
}

function editedOnce(file: string, text: string, change: Change): string {
  const reading = readYaml(text);
  if (reading.faults) throw new Error(`${file} cannot be read, so it cannot be changed`);
  const meant = meantBy(reading.data, [...change.within, change.key], change.value);
  // what reads well first; in JSON's quotes every text comes back
  for (const value of [inline(change.value), inline(change.value, JSON.stringify)]) {
    const after = withEntry(text, reading.root, { ...change, value });
    const again = readYaml(after);
    if (!again.faults && digestOf(again.data) === digestOf(meant)) return after;
  }
  throw new Error(`${[...change.within, change.key].join('.')} of ${file} did not come back as it was written`);
}

function meantBy(data: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const whole = { ...(data as Record<string, unknown> | null | undefined) };
  return { ...whole, [key]: rest.length === 0 ? value : meantBy(whole[key], rest, value) };
}
