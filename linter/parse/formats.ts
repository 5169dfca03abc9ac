import { isDay } from '../core/dates.ts';

// String formats by their JSON Schema name, as the generated checks call them.

export { isDay as date };

/** All of these, for validators that take nothing from other parts of the program. */
export const handed = { date: isDay };
