import type { Config } from '../core/documents.ts';
import type { Diagnostic } from '../core/rule.ts';
import { lintFiles } from '../organisation/lint.ts';
import { openHeld } from '../organisation/opened.ts';
import { parseFile } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import * as shipped from './shipped.ts';
import { attributes, codeownersText, configText, customersText, jobOf, peopleText, type Started } from './texts.ts';

/** What is begun besides the records: where checks run, and from which package. */
export interface Choices {
  readonly ci: 'github' | 'gitlab' | 'none';
  /** What npx takes the linter from in CI. */
  readonly from: string;
  readonly phrases: boolean;
  /** The file of code owners that is there: a second one might take its place. */
  readonly owners?: string | undefined;
}

export const CONFIG = 'closeout.config.yaml';
export const PEOPLE = 'records/people.yaml';
export const CUSTOMERS = 'records/customers.yaml';
export const CHECKLIST = 'checklists/project-closeout.yaml';
const ATTRIBUTES = '.gitattributes';
const GITLAB = '.gitlab-ci.yml';
/** Where forges look for code owners. */
export const OWNERS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];
const OWNED = '/records/projects/**/signoff.*.support.yaml';

/** A line that must stand in a file that was there before, and what of it shows that it does: it is told, as nothing is written over. */
export const asked: ReadonlyMap<string, { readonly line: string; readonly needle: string }> = new Map([
  [ATTRIBUTES, { line: 'records/**/evidence/** -text', needle: '/evidence/** -text' }],
  [GITLAB, { line: 'include: [{ local: .gitlab/closeout.yml }]', needle: '.gitlab/closeout.yml' }],
  ...OWNERS.map((file) => [file, { line: `${OWNED}  @your-org/support`, needle: OWNED }] as const),
]);

/** All files that an organisation begins with but its checklist's, by path. */
export async function beginning(started: Started, { ci, from, phrases, owners }: Choices): Promise<ReadonlyMap<string, string>> {
  const run = (text: string): string => text.replaceAll(/\bcloseout@\d+\.\d+\.\d+/g, () => from);
  const checks: Readonly<Record<Choices['ci'], readonly (readonly [string, string])[]>> = {
    github: [
      ['.github/workflows/closeout.yml', run(shipped.github)],
      ['.github/workflows/closeout-daily.yml', run(shipped.githubDaily)],
      [owners ?? '.github/CODEOWNERS', codeownersText(shipped.codeowners, '.github')],
    ],
    gitlab: [
      [GITLAB, `${asked.get(GITLAB)?.line}\n`],
      ['.gitlab/closeout.yml', run(jobOf(shipped.gitlab))],
      [owners ?? '.gitlab/CODEOWNERS', codeownersText(shipped.codeowners, '.gitlab')],
    ],
    none: [],
  };
  return new Map([
    [CONFIG, configText(started)],
    [PEOPLE, peopleText(started)],
    [CUSTOMERS, customersText(started)],
    [ATTRIBUTES, attributes],
    ...checks[ci],
    ...shipped.schemas,
    ...(phrases ? (await import('./phrases.ts')).phrases : []),
  ]);
}

/** The first thing that the linter has against the files, which are all that there is; phrase rules, which ship as they are, are not asked. */
export function firstFault(files: ReadonlyMap<string, string>, today: string): Diagnostic | undefined {
  const text = files.get(CONFIG);
  const parsed = text === undefined ? undefined : parseFile('config', { file: CONFIG, text }, {});
  if (parsed?.diagnostics[0]) return parsed.diagnostics[0];
  const config = (parsed?.value ?? { organisation: 'it', zone: 'UTC' }) as Config;
  const names = [...files.keys()].filter((file) => kindOf(file) !== undefined && kindOf(file) !== 'phrases');
  return lintFiles(openHeld({ files, config, today }), names, true).diagnostics.find((each) => each.severity !== 'info');
}
