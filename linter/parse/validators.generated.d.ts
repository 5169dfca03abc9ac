// Generated from schemas/ by `npm run generate`. Do not edit.
import type { SchemaError } from './formats.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}

/** Made on the first call: they are asked only of what does not fit. */
export function validators(): {
  readonly approvals: Validate;
  readonly checklist: Validate;
  readonly config: Validate;
  readonly customers: Validate;
  readonly doc: Validate;
  readonly page: Validate;
  readonly people: Validate;
  readonly phrases: Validate;
  readonly run: Validate;
  readonly signoff: Validate;
  readonly update: Validate;
  readonly walkthrough: Validate;
};
