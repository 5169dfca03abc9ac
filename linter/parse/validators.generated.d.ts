// Generated from schemas/ by `npm run generate`. Do not edit.
import type { handed } from './formats.ts';
import type { SchemaError } from './told.ts';

interface Validate {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}

/** Made on the first call, for they are asked only of what does not fit. What they need is handed in: with nothing else to import, they and told.ts are a part of the program that is loaded on its own. */
export function validators(own: typeof handed): {
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
