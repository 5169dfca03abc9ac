import type { Check } from './check.ts';
import { readerChecks } from './reader-checks.ts';
import { shapeChecks } from './shape-checks.ts';

export type { Check } from './check.ts';

/** All that the reader and the shape checker can say, by rule id. */
export const checks = { ...readerChecks, ...shapeChecks };

export type CheckId = keyof typeof checks;

/** The checks in reading order, each with its id. */
export const checkList: readonly Check[] = Object.entries(checks).map(([id, check]) => ({ id, ...check }));
