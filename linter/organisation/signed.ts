import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { judge } from '../core/judge.ts';
import type { Diagnostic } from '../core/rule.ts';
import { askedBefore, findSignoff } from '../core/seal.ts';
import { withSignoff } from '../core/signing.ts';
import type { Signoff } from '../core/types.generated.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { runRules } from '../rules/runs.ts';
import type { Workspace } from './opened.ts';

/** The folder of a run's file. */
function folderOf({ file }: Pick<RunDocument, 'file'>): string {
  return file.slice(0, file.lastIndexOf('/'));
}

/** Where a sign-off of a run lies. */
export function signoffFile(run: Pick<RunDocument, 'file'>, phase: string, role: string): string {
  return `${folderOf(run)}/signoff.${phase}.${role}.yaml`;
}

/** The way from a run's folder to the schemas, as a sign-off's first line names it. */
export function wayToSchemas(run: Pick<RunDocument, 'file'>): string {
  return `${'../'.repeat(folderOf(run).split('/').length)}schemas/`;
}

/** A sign-off's text as it would be read from beside its run; throws where it cannot be read at all. */
export function readSignoff(file: string, text: string, { settings }: Pick<Workspace, 'settings'>): SignoffDocument & Pick<Parsed, 'diagnostics'> {
  const { places, value, diagnostics } = parseFile('signoff', { file, text }, settings);
  if (!places) throw new Error(`the sign-off does not parse: ${diagnostics[0]?.message}`);
  const data = value as Signoff;
  return { file, text, places, data, phase: data.phase, role: data.role, diagnostics };
}

/** What the rules would say of the run with this sign-off beside it: role, independence, order, seals. */
export function judgeSigned(
  run: RunDocument,
  signed: SignoffDocument & Pick<Parsed, 'diagnostics'>,
  { settings }: Pick<Workspace, 'settings'>,
): readonly Diagnostic[] {
  const before = askedBefore(run, signed.phase, signed.role);
  const concerned = new Set([signed.file, ...before.flatMap((each) => findSignoff(run, each.phase, each.role)?.file ?? [])]);
  const about = runRules.filter((rule) => rule.last || rule.id === 'right-role' || rule.id === 'known-person');
  const found = judge<'run'>(
    withSignoff(run, signed),
    about.map((rule) => ({ ...rule, last: undefined }) as unknown as (typeof runRules)[number]),
    settings,
  );
  return [...signed.diagnostics, ...found.filter((each) => each.severity === 'error' && concerned.has(each.file))];
}
