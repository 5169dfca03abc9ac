import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Organisation, organisation } from './organisation.ts';

/** The first line of an export, with the columns that a day or a status is read from. */
export const HEADER = 'Project ID,Project Name,Company,Status,Actual End\n';
/** An export that says the same as test/base does. */
export const FINE = `${HEADER}1,Office move,Northwind Traders,Open,\n2,Mail move,Contoso Dental,Closed,2026-10-16\n`;

interface Found {
  readonly walkedRound: readonly { readonly project: { readonly name: string; readonly line: number; readonly closed?: string }; readonly why: string }[];
  readonly unclear: readonly { readonly line?: number; readonly what: string }[];
  readonly perhaps: readonly { readonly project: { readonly name: string }; readonly run: { readonly run: string }; readonly why: string }[];
  readonly [key: string]: unknown;
}

/** Reports against an export of these bytes. */
export async function against(export_: string | Uint8Array, change: (house: Organisation) => void = () => {}, format = 'json') {
  const house = organisation();
  change(house);
  writeFileSync(join(house.root, 'projects.csv'), export_);
  const outcome = await house.closeout('report', '--against', 'projects.csv', '--format', format);
  return { ...outcome, found: format === 'json' && outcome.out ? (JSON.parse(outcome.out) as Found) : undefined };
}
