import type { Severity } from '../core/rule.ts';

/** One check of the parsers: what a rule is, without a `check`; the reader and the shape checker do it. */
export interface Check {
  readonly id: string;
  readonly stage: 'reader' | 'history' | 'comment' | 'shape';
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly messages: Readonly<Record<string, string>>;
}
