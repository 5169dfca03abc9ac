import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedParts, sealOf } from '../linter/core/seal.ts';
import { signoffOf } from '../linter/core/signing.ts';
import type { Signoff } from '../linter/core/types.generated.ts';
import { signoffText } from '../linter/edit/signoff.ts';
import { askedSignoffs, type Diagnostic, findSignoff, type RunDocument } from '../linter/engine.ts';
import { openRun } from '../linter/organisation/documents.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { answerAll, type Organisation, onBranch, organisation } from './organisation.ts';

export const FOLDER = 'records/projects/northwind/office-move';
export const RUN = `${FOLDER}/run.yaml`;
export const LEAD = `${FOLDER}/signoff.closing.lead.yaml`;
export const SUPPORT = `${FOLDER}/signoff.closing.support.yaml`;
export const EVIDENCE = `${FOLDER}/evidence/rack.txt`;
export const ROSTER = 'records/people.yaml';
export const CONFIG = 'closeout.config.yaml';
export const RELEASE = 'checklists/releases/project-closeout@1.1.0.yaml';
/** A run of the same organisation that was closed, and landed, before. */
export const CLOSED = 'records/projects/contoso/mail-move';

const people = `
- { id: tlee, name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }], account: tlee-msp }
- { id: mpatel, name: Maya Patel, roles: [{ role: support, from: 2023-01-09, to: 2025-06-30 }, { role: lead, from: 2025-07-01 }], account: mpatel-msp }
- { id: jkim, name: Jonah Kim, roles: [{ role: support, from: 2022-05-02 }], account: jkim-msp }
- { id: rdiaz, name: Rosa Diaz, roles: [{ role: support, from: 2024-09-01 }] }
- { id: skim, name: Simone Kim, roles: [{ role: manager, from: 2020-01-01 }], account: skim-msp }
- { id: gone, name: Gary Oneal, roles: [{ role: support, from: 2021-01-01, to: 2026-03-31 }], account: gone-msp }
- { id: late, name: Lena Tate, roles: [{ role: support, from: 2026-11-07 }], account: late-msp }
- { id: obrien, name: Pat Obrien, roles: [{ role: lead, from: 2022-01-01 }, { role: support, from: 2022-01-01 }], account: obrien-msp }
- { id: tessa, name: Tessa Lee, roles: [{ role: support, from: 2024-02-01 }], account: tessa-msp }
`;

/** One word of the forge: whose account, what, and of which commit. */
export interface Approval {
  readonly account: string;
  readonly commit: string;
  readonly state: string;
}

/** What the gate said, and its exit code. */
export interface Said {
  readonly code: number;
  /** Errors as `file rule: message`, or the one line of a failure. */
  readonly errors: readonly string[];
  /** What it said of office-move. */
  readonly verdict: string | undefined;
}

let template: string | undefined;

/** Removes what `closing` keeps between tests. */
export function forget(): void {
  if (template) rmSync(template, { recursive: true });
  template = undefined;
}

/** A repository whose main asks for approved sign-offs, on a branch that closes office-move in good order. */
export async function closing(): Promise<Organisation> {
  if (template) return organisation(template);
  const house = onBranch();
  house.git('checkout', '-q', 'main');
  house.write(ROSTER, people.trimStart());
  house.edit(CONFIG, 'closing: sealed', 'closing: approved');
  commit(house);
  house.git('checkout', '-qB', 'change');
  answerAll(house, RUN);
  house.write(EVIDENCE, 'A photo of the rack.\n');
  house.edit(RUN, '{ na: The rack belongs to the landlord, by: tlee }', '{ done: 2026-11-02, by: tlee, file: evidence/rack.txt }');
  commit(house);
  await sign(house, 'lead', 'tlee');
  await sign(house, 'support', 'jkim');
  house.edit(RUN, 'state: active', 'state: closed');
  commit(house);
  // fewer files are sooner copied
  house.git('gc', '-q');
  rmSync(join(house.root, '.git/hooks'), { recursive: true });
  template = mkdtempSync(join(tmpdir(), 'closeout-template-'));
  cpSync(house.root, template, { recursive: true });
  return house;
}

/** Signs as the command does, which must be willing. */
export async function sign(house: Organisation, role: string, by: string, run = RUN): Promise<void> {
  const { code, out } = await house.closeout('sign', run, '--role', role, '--by', by, '--yes');
  if (code !== 0) throw new Error(out);
}

/** Commits all that there is; gives the commit's id. */
export function commit(house: Organisation): string {
  house.git('add', '-A');
  house.git('commit', '-q', '--allow-empty', '-m', 'change');
  return head(house);
}

/** A change of main after the branch began. */
export function onMain(house: Organisation, change: () => void): void {
  house.git('checkout', '-q', 'main');
  change();
  commit(house);
  house.git('checkout', '-q', 'change');
}

export function head(house: Organisation, revision = 'HEAD'): string {
  return house.git('rev-parse', revision).trim();
}

export function approved(by: string, of: string): Approval {
  return { account: `${by}-msp`, commit: of, state: 'approved' };
}

/** Writes every closing sign-off anew with a seal that fits, as a forger with the program's source would: no rule is asked. */
export function forge(house: Organisation, own: Readonly<Record<string, Partial<Signoff>>> = {}, file = RUN): void {
  const run = (): RunDocument => {
    const document = openRun(openWorkspace({ cwd: house.root, as: 'closed' }), file)?.document;
    if (!document) throw new Error(`${file} cannot be read`);
    return document;
  };
  for (const { role } of askedSignoffs(run()).filter((each) => each.phase === 'closing')) {
    const now = run();
    const before = findSignoff(now, 'closing', role)?.data;
    const { covers = {}, seal: _seal, ...made } = { ...signoffOf(now, 'closing', role, before?.by ?? 'jkim', before?.date ?? now.today), ...own[role] };
    const seal = sealOf(sealedParts(now, 'closing', role), made);
    house.write(file.replace('run.yaml', `signoff.closing.${role}.yaml`), signoffText({ ...made, covers, seal }, '../../../../schemas/'));
  }
}

/** What the forge says where all that have an account have approved a commit: whoever signed, it is not for want of a word. */
export function approvedByAll(of: string): readonly Approval[] {
  return ['tlee', 'mpatel', 'jkim', 'skim', 'gone', 'late', 'obrien'].map((by) => approved(by, of));
}

/** Lints what is checked out against main as CI does, with what the forge says. */
export async function gate(house: Organisation, approvals: readonly Approval[] | string, base = 'main'): Promise<Said> {
  return said(house, '--base', base, ...handIn(house, approvals));
}

/** The same with no approvals handed in. */
export async function gateAlone(house: Organisation): Promise<Said> {
  return said(house, '--base', 'main');
}

function handIn(house: Organisation, approvals: readonly Approval[] | string): readonly string[] {
  const text = typeof approvals === 'string' ? approvals : JSON.stringify({ format: 'closeout-approvals', version: 1, approvals });
  // where git does not look: a workflow writes it beside the repository
  house.write('.git/approvals.json', text);
  return ['--approvals', join(house.root, '.git/approvals.json')];
}

async function said(house: Organisation, ...args: readonly string[]): Promise<Said> {
  const { code, out, err } = await house.closeout('lint', '--format', 'json', ...args);
  if (!out) return { code, errors: [err.trim()], verdict: undefined };
  const { diagnostics, runs, undecided } = JSON.parse(out) as { diagnostics: Diagnostic[]; runs: { run: string; outcome: string }[]; undecided?: string };
  if (undecided !== undefined) return { code, errors: [undecided], verdict: undefined };
  const errors = diagnostics.filter((each) => each.severity === 'error');
  return {
    code,
    errors: errors.map(({ file, ruleId, message }) => `${file.split('/').at(-1)} ${ruleId}: ${message}`),
    verdict: runs.find((each) => each.run === 'northwind/office-move')?.outcome,
  };
}
