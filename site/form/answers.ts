import { strangeCharacters } from '../../linter/engine.ts';
import { evidenceFields, type Fields, type Form, fieldWords, ownFields } from './facts.ts';

/** An answer as plain data, ready to be written; or what keeps it from being one. */
export type Written = { readonly value: unknown; readonly lacks?: undefined } | { readonly value?: undefined; readonly lacks: string };

/** The form of an answer as it stands in the file, whatever is wrong with it. */
export function formIn(raw: unknown): Form {
  if (typeof raw !== 'object' || raw === null) return 'open';
  return (['done', 'na', 'waived'] as const).find((form) => form in raw) ?? 'open';
}

/** The fields of an answer as it stands in the file. */
export function fieldsIn(raw: unknown): Fields {
  if (typeof raw !== 'object' || raw === null) return {};
  const texts = Object.entries(raw).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

/** Names of the fields that an answer shows: its form's own, what the item asks for, a note, and what stands there besides. */
export function shownFields(form: Form, evidence: string, fields: Fields): readonly string[] {
  if (form !== 'done') return ownFields[form];
  return ['done', ...evidenceFields.filter((name) => name === evidence || name === 'note' || fields[name])];
}

/** The answer that the fields make. What the rules would say of it is not asked here: only what cannot be an answer at all is held back. */
export function answerFrom(form: Form, fields: Fields, by: string): Written {
  if (form === 'open') return { value: 'open' };
  if (by === '') return { lacks: 'Say at the top who answers, then this counts.' };
  const given = Object.entries(fields)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  for (const [name, text] of given) {
    const [strange] = strangeCharacters(text);
    if (strange) return { lacks: `There is an invisible character (${strange.data?.['code']}) in "${fieldWords[name] ?? name}". Type it again without.` };
  }
  const { [form]: first, ...rest } = Object.fromEntries(given);
  if (first === undefined) return { lacks: form === 'done' ? 'Say on which day it was done, then this counts.' : 'Say why, then this counts.' };
  return { value: { [form]: first, by, ...numbered(rest) } };
}

function numbered({ count, ...rest }: Record<string, string>): Record<string, string | number> {
  if (count === undefined) return rest;
  // what is no number stays as it was typed: the linter says what is wrong with it
  return { ...rest, count: /^\d{1,7}$/.test(count) ? Number(count) : count };
}
