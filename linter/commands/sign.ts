import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import type { Diagnostic } from '../core/rule.ts';
import { askedSignoffs, findSignoff } from '../core/seal.ts';
import { countsOf, countsWords, obstacles, signoffOf } from '../core/signing.ts';
import { standingOfSignoff } from '../core/standing.ts';
import type { Signoff } from '../core/types.generated.ts';
import { listed } from '../core/verdict.ts';
import { signoffText } from '../edit/signoff.ts';
import { text as textFormat } from '../formats/text.ts';
import { Usage } from '../organisation/failure.ts';
import { contentFor, lintRun } from '../organisation/lint.ts';
import type { Workspace } from '../organisation/opened.ts';
import { judgeSigned, readSignoff, signoffFile, wayToSchemas } from '../organisation/signed.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { readOptions } from './options.ts';
import { documentOf, runFile } from './runs.ts';

export const help = `Signs a phase of a run for a role: writes signoff.<phase>.<role>.yaml beside it,
sealed, so that a later change of what was signed shows. Refuses while items
that the signature covers are open. A typed name proves nothing: who may approve
the change is the forge's business.

Usage: closeout sign RUN --role ROLE --by ID [options]

RUN is the project as customer/project, its folder or its run.yaml.

  --role ROLE          lead or support, as the checklist asks
  --by ID              who signs, as in records/people.yaml
  --phase PHASE        the phase (the first that the role has not signed)
  --today YYYY-MM-DD   the day of the signature
  --yes                sign without asking
  --dry-run            show what would be signed, write nothing
  --help               show this

Examples:
  closeout sign northwind/office-move --role lead --by tlee
  closeout sign northwind/office-move --role support --by jkim --dry-run
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
  const content = await contentFor(workspace, [file]);
  const problems = obstacles(document, phase, role, lintRun(workspace, file, content)?.diagnostics ?? []);
  if (problems.length > 0) return refuse(workspace, file, problems, io);
  const sealed = signoffText(signoffOf(document, phase, role, by, workspace.today), wayToSchemas(document));
  const signed = readSignoff(signoffFile(document, phase, role), sealed, workspace);
  const wrong = judgeSigned(document, signed, workspace);
  if (wrong.length > 0) return refuse(workspace, file, wrong, io, signed);
  io.out(`${wordsFor(document, signed.data as Signoff)}\n`);
  return write(workspace, document, signed, { yes: values.yes, dry: values['dry-run'] }, io);
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
  const signoff = findSignoff(document, phase, role);
  return signoff !== undefined && standingOfSignoff(document, signoff) === 'sealed';
}

function refuse(workspace: Workspace, file: string, problems: readonly Diagnostic[], io: Io, signed?: SignoffDocument): number {
  const texts = new Map([[file, workspace.tree.read(file)?.text ?? ''], ...(signed ? [[signed.file, signed.text] as const] : [])]);
  const checked = { runs: 1, signoffs: 0, checklists: 0, pages: 0, others: 0 };
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
