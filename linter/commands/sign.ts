import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { judge } from '../core/judge.ts';
import type { Diagnostic } from '../core/rule.ts';
import { askedBefore, askedSignoffs, findSignoff } from '../core/seal.ts';
import { countsOf, countsWords, obstacles, signoffOf, withSignoff } from '../core/signing.ts';
import type { Signoff } from '../core/types.generated.ts';
import { listed } from '../core/verdict.ts';
import { signoffText } from '../edit/signoff.ts';
import { text as textFormat } from '../formats/text.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import { rules } from '../rules/index.ts';
import { openRun } from '../workspace/documents.ts';
import { Undecided, Usage } from '../workspace/failure.ts';
import { lintRun } from '../workspace/lint.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { readOptions } from './options.ts';

export const help = `Signs a phase of a run for a role: writes signoff.<phase>.<role>.yaml beside it,
sealed, so that a later change of what was signed shows. Refuses while items that
the signature covers are open. A typed name proves nothing: who may approve the
change is the forge's business.

Usage: closeout sign RUN --role ROLE --by PERSON [options]

  --role ROLE          lead or support, as the checklist asks
  --by ID              who signs, as in records/people.yaml
  --phase PHASE        the phase (the first that the role has not signed)
  --today YYYY-MM-DD   the day of the signature
  --yes                sign without asking
  --dry-run            show what would be signed, write nothing
  --help               show this

Examples:
  closeout sign records/projects/northwind/office-move/run.yaml --role lead --by tlee
  closeout sign records/projects/northwind/office-move --role support --by jkim --dry-run
`;

const text = { type: 'string' } as const;
const options = { role: text, by: text, phase: text, today: text, yes: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'sign');
  const { role, by } = values;
  if (positionals.length !== 1 || !role || !by) throw new Usage('Say which run, for which role and who signs: closeout sign RUN --role lead --by your-id');
  const open = (as: 'closed' | 'finished') => openWorkspace({ cwd: io.cwd, today: values.today, as, now: io.now });
  const file = runFile(open('closed'), positionals[0] ?? '');
  const phase = phaseFor(documentOf(open('closed'), file), role, values.phase);
  const workspace = open(phase === 'closing' ? 'closed' : 'finished');
  const document = documentOf(workspace, file);
  const problems = obstacles(document, phase, role, lintRun(workspace, file)?.diagnostics ?? []);
  if (problems.length > 0) return refuse(workspace, file, problems, io);
  const signed = parsedSignoff(document, signoffOf(document, phase, role, by, workspace.today), workspace);
  const wrong = judgeSigned(document, signed, workspace);
  if (wrong.length > 0) return refuse(workspace, file, wrong, io, signed);
  io.out(`${wordsFor(document, signed.data as Signoff)}\n`);
  return write(workspace, document, signed, { yes: values.yes, dry: values['dry-run'] }, io);
}

function runFile(workspace: Workspace, path: string): string {
  const inside = workspace.inside(path)?.replace(/\/$/, '');
  const file = inside?.endsWith('run.yaml') ? inside : `${inside}/run.yaml`;
  if (inside === undefined || kindOf(file) !== 'run') throw new Usage(`"${path}" is not a run. Name its run.yaml, or its folder.`);
  return file;
}

function documentOf(workspace: Workspace, file: string): RunDocument {
  const document = openRun(workspace, file)?.document;
  if (!document) throw new Undecided(`${file} is not there or cannot be read. Run closeout lint on it.`);
  if (!document.checklist) throw new Undecided(`${file} is not pinned to a release that is there. Run closeout lint on it.`);
  return document;
}

/** The phase that was asked for, or the first that the role has still to sign. */
function phaseFor(document: RunDocument, role: string, wanted: string | undefined): string {
  const asked = askedSignoffs(document).filter((each) => each.role === role);
  const roles = [...new Set(askedSignoffs(document).map((each) => each.role))];
  if (asked.length === 0) throw new Usage(`The checklist asks ${role} for no sign-off. It asks: ${listed(roles)}.`);
  const phases = asked.map((each) => each.phase);
  if (wanted && !phases.includes(wanted)) throw new Usage(`The checklist does not ask ${role} to sign "${wanted}". It asks for: ${phases.join(', ')}.`);
  return wanted ?? phases.find((phase) => !isFresh(document, phase, role)) ?? phases.at(-1) ?? '';
}

/** Whether the sign-off is there and its seal still fits: then the role's next phase is meant. */
function isFresh(document: RunDocument, phase: string, role: string): boolean {
  const signoff = findSignoff(document, phase, role)?.data;
  if (!signoff) return false;
  return signoffOf(document, phase, role, signoff.by ?? '', signoff.date ?? '').seal === signoff.seal;
}

function parsedSignoff(document: RunDocument, signoff: Signoff, { settings }: Workspace): SignoffDocument & Pick<Parsed, 'diagnostics'> {
  const folder = document.file.slice(0, document.file.lastIndexOf('/'));
  const file = `${folder}/signoff.${signoff.phase}.${signoff.role}.yaml`;
  const content = signoffText(signoff, `${'../'.repeat(folder.split('/').length)}schemas/`);
  const { places, value, diagnostics } = parseFile('signoff', { file, text: content }, settings);
  if (!places) throw new Error(`the sign-off does not parse: ${diagnostics[0]?.message}`);
  return { file, text: content, places, data: value as Signoff, phase: signoff.phase, role: signoff.role, diagnostics };
}

/** What the rules would say of the run with this sign-off beside it: role, independence, order, seals. */
function judgeSigned(document: RunDocument, signed: SignoffDocument & Pick<Parsed, 'diagnostics'>, workspace: Workspace): readonly Diagnostic[] {
  const after = withSignoff(document, signed);
  const before = askedBefore(document, signed.phase, signed.role);
  const concerned = new Set([signed.file, ...before.flatMap((each) => findSignoff(document, each.phase, each.role)?.file ?? [])]);
  const about = rules.filter((rule) => rule.last || rule.id === 'right-role' || rule.id === 'known-person');
  const found = judge<'run'>(
    after,
    about.map((rule) => ({ ...rule, last: undefined }) as unknown as (typeof rules)[number]),
    workspace.settings,
  );
  return [...signed.diagnostics, ...found.filter((each) => each.severity === 'error' && concerned.has(each.file))];
}

function refuse(workspace: Workspace, file: string, problems: readonly Diagnostic[], io: Io, signed?: SignoffDocument): number {
  const texts = new Map([[file, workspace.tree.read(file)?.text ?? ''], ...(signed ? [[signed.file, signed.text] as const] : [])]);
  const checked = { runs: 1, signoffs: 0, checklists: 0, others: 0 };
  io.out(textFormat({ today: workspace.today, sample: workspace.sample, diagnostics: problems, verdicts: [], checked, texts }, viewOf(io)));
  io.err('closeout: not signed; what stands above comes first.\n');
  return 1;
}

function wordsFor(document: RunDocument, signoff: Signoff): string {
  const { run, people, customers } = document;
  const name = people.get(signoff.by)?.name ?? signoff.by;
  const customer = customers.get(run.project?.customer ?? '')?.name ?? run.project?.customer;
  return [
    `${customer}: ${run.project?.name} (${document.id}), ${signoff.checklist}`,
    `The ${signoff.phase} phase, for ${signoff.role}, by ${name} on ${signoff.date}:`,
    `  ${signoff.meaning.slice(0, signoff.meaning.indexOf(countsWords(countsOf(document, signoff.phase, signoff.role)))).trim()}`,
    `  ${countsWords(countsOf(document, signoff.phase, signoff.role))}`,
  ].join('\n');
}

async function write(
  workspace: Workspace,
  document: RunDocument,
  signed: SignoffDocument,
  how: { yes?: boolean | undefined; dry?: boolean | undefined },
  io: Io,
): Promise<number> {
  const present = findSignoff(document, signed.phase, signed.role);
  if (present && isFresh(document, signed.phase, signed.role)) {
    io.out(`Signed already by ${present.data.by} on ${present.data.date}, and nothing has changed since; nothing was written.\n`);
    return 0;
  }
  if (how.dry) {
    io.out(`would write ${signed.file}\n`);
    return 0;
  }
  if (!how.yes) {
    if (!io.ask) throw new Usage('Nobody is at a terminal to confirm this. Look at it with --dry-run, then sign with --yes.');
    const question = present ? 'The earlier signature is stale and will be replaced. Sign? (y/N) ' : 'Sign? (y/N) ';
    if (!/^y(es)?$/i.test(await io.ask(question))) {
      io.out('Not signed.\n');
      return 1;
    }
  }
  writeFile(`${workspace.root}/${signed.file}`, signed.text);
  io.out(`wrote ${signed.file}\n`);
  return 0;
}
