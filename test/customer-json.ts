import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDay } from '../linter/engine.ts';
import { repository } from './site-build.ts';

const schema = JSON.parse(readFileSync(join(repository, 'schemas/published/customer-panel.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, formats: { date: isDay } }).compile(schema);

/** What of a customer's JSON does not fit its published schema. */
export function faults(data: unknown): readonly string[] {
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
