import type { Finding } from '../core/rule.ts';
import type { Place } from '../core/text.ts';
import { readCarefully } from './careful.ts';
import type { CheckId } from './checks.ts';
import { readQuick } from './quick.ts';
import { strangeCharacters } from './strange.ts';

const MOST_BYTES = 1_048_576;

/** A finding of the reader or of the shape checker. */
export interface Fault extends Finding {
  readonly ruleId: CheckId;
}

/** What a YAML text holds: plain data and the place of every key and value. With faults there is no data. */
export type Reading =
  | { readonly data: unknown; readonly root: Place; readonly faults?: undefined }
  | { readonly data?: undefined; readonly root?: undefined; readonly faults: readonly Fault[] };

/** Reads the plain part of YAML 1.2; never throws for what is wrong in the text. */
export function readYaml(text: string): Reading {
  if (text.length > MOST_BYTES) {
    return { faults: [{ ruleId: 'file-small', messageId: 'large', at: [], span: [0, 0], data: { size: text.length.toLocaleString('en-US') } }] };
  }
  const strange = strangeCharacters(text);
  if (strange.length > 0) return { faults: strange };
  return readQuick(text) ?? readCarefully(text);
}
