// Generated from schemas/ by `npm run generate`. Do not edit.
import type { ErrorObject } from 'ajv';

interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export const checklist: Validate;
export const config: Validate;
export const customers: Validate;
export const people: Validate;
export const run: Validate;
export const signoff: Validate;
export const walkthrough: Validate;
