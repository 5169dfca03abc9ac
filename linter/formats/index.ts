import type { Format } from './format.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** The formatters by the name that `--format` takes. */
export const formats: Readonly<Record<string, Format>> = { text, json, github };
