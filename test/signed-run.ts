import fc from 'fast-check';
import { stringify } from 'yaml';
import { signoffOf } from '../linter/core/signing.ts';
import type { Answer, DoneAnswer, Run } from '../linter/core/types.generated.ts';
import { signoffText } from '../linter/edit/signoff.ts';
import { type Diagnostic, type ItemFacts, itemsFor, judge, type RunDocument, rules } from '../linter/engine.ts';
import { openRun } from '../linter/organisation/documents.ts';
import { openLibrary } from '../linter/organisation/library.ts';
import { lintRun } from '../linter/organisation/lint.ts';
import type { Workspace } from '../linter/organisation/opened.ts';
import { evidenceIn } from '../linter/workspace/disk.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { baseFolder } from './case.ts';

const FOLDER = 'records/projects/contoso/new-branch';
const FILE = `${FOLDER}/run.yaml`;
/** The run's evidence file. */
export const RACK = `${FOLDER}/evidence/rack.txt`;
/** Where releases lie, but for version and ending. */
export const RELEASES = 'checklists/releases/project-closeout@';
/** A small valid organisation, on a day when what follows is over and its waivers still run. */
export const base = openWorkspace({ cwd: baseFolder, today: '2026-12-01' });
const library = { ...base.library };
const fresh = rules.filter((rule) => rule.id === 'signoff-fresh');

/** A run with all that lies beside it, in memory: texts by path. */
export interface Made {
  readonly run: Run;
  readonly files: Readonly<Record<string, string>>;
}

/** test/base with these files laid over it; only for a release that is among them the library is read anew. */
function workspaceOf({ run, files }: Made): Workspace {
  const tree: Workspace['tree'] = {
    read: (file) => (files[file] === undefined ? base.tree.read(file) : { file, text: files[file] }),
    list: (folder) => [...new Set([...base.tree.list(folder), ...Object.keys(files).filter((file) => file.startsWith(`${folder}/`))])],
    evidence: (folder, path) => {
      const text = files[`${folder}/${path}`];
      return text === undefined ? { problem: 'missing' } : evidenceIn(Buffer.from(text));
    },
  };
  const own = openLibrary(tree, base.config, base.settings);
  const relaid = Object.keys(files).some((file) => file.startsWith(RELEASES));
  return { ...base, tree, as: run.state, library: relaid ? own : { ...library, parsed: own.parsed } };
}

/** The run as rules read it, judged in its own state. */
export function documentOf(made: Made): RunDocument {
  const document = openRun(workspaceOf(made), FILE)?.document;
  if (!document) throw new Error('the run cannot be read');
  return document;
}

/** Errors of the whole linter. */
export const errorsOf = (made: Made): readonly Diagnostic[] =>
  (lintRun(workspaceOf(made), FILE)?.diagnostics ?? []).filter((each) => each.severity === 'error');

/** What signoff-fresh says of it, also where another error comes first. */
export const staleness = (made: Made): string =>
  judge<'run'>(documentOf(made), fresh, base.settings)
    .map((each) => `${each.file.split('/').at(-1)} ${each.message}`)
    .join('\n');

/** Data as YAML, one value a line where no style says otherwise. */
export const textOf = (data: unknown, style = {}): string => stringify(data, { lineWidth: 0, aliasDuplicateObjects: false, ...style });
/** The same with another run.yaml. */
export const withRun = ({ files }: Made, run: Run, style = {}): Made => ({ run, files: { ...files, [FILE]: textOf(run, style) } });
/** The same with one file changed. */
export const withFile = ({ run, files }: Made, file: string, text: string): Made => ({ run, files: { ...files, [file]: text } });
const signoffFile = (phase: string, role: string): string => `${FOLDER}/signoff.${phase}.${role}.yaml`;

/** Signs a phase for a role as the command would. */
export function sign(made: Made, phase: string, role: string, by: string): Made {
  const day = phase === 'watch' ? '2026-11-20' : role === 'lead' ? '2026-10-15' : '2026-10-16';
  return withFile(made, signoffFile(phase, role), signoffText(signoffOf(documentOf(made), phase, role, by, day), '../../../../schemas/'));
}

/** Texts that are read right only where they are written right. */
const words = fc.constantFrom(
  'Two printers: both in the wiki',
  "it's done # by hand",
  '„Büro“ – 3. OG',
  '- none of them left',
  '0x1F2E',
  'true or so',
  '"a" \\ b',
);

const facts = fc.record({
  link: fc.constantFrom('https://docs.example/network', 'https://docs.example/a?b=c#d'),
  note: words,
  ticket: fc.constantFrom('T20261014.0003', 'T20261015.0012'),
  date: fc.constantFrom('2026-10-07', '2026-10-08'),
  count: fc.nat(500),
  vault: fc.constantFrom('Contoso/Mail server', 'Contoso/Firewall'),
  file: fc.constant('evidence/rack.txt'),
  form: fc.constantFrom('done', 'done', 'done', 'na', 'waived', 'open'),
  day: fc.constantFrom('2026-10-10', '2026-10-11'),
});
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;
const [anything] = fc.sample(facts, { numRuns: 1, seed: 1 }) as [Facts];

/** An answer that the item allows, in the wished form where it may be. */
function answerTo(item: ItemFacts, given: Facts = anything): Answer {
  const by = item.by === 'support' ? 'jkim' : 'tlee';
  if (given.form === 'open' && item.level !== 'must') return 'open';
  if (given.form === 'na' && item.na !== 'never') return { na: given.note, by };
  if (given.form === 'waived') return { waived: given.note, by, approved: 'skim', until: '2026-12-15', ticket: given.ticket };
  return doneWith(item, given);
}

function doneWith({ by, evidence }: ItemFacts, given: Facts = anything): DoneAnswer {
  return { done: given.day, by: by === 'support' ? 'jkim' : 'tlee', ...(evidence === 'none' ? {} : { [evidence]: given[evidence] }) };
}

/** A signed run, closed or finished, in which every rule is kept. */
export const signedRun = fc
  .record({
    version: fc.constantFrom('1.0.0', '1.1.0'),
    kinds: fc.record({ 'new-network': fc.boolean(), server: fc.boolean() }),
    team: fc.option(fc.shuffledSubarray(['tlee', 'mpatel']), { nil: undefined }),
    answers: fc.array(facts, { minLength: 10, maxLength: 10 }),
    settled: fc.array(facts, { minLength: 10, maxLength: 10 }),
    rack: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    finished: fc.boolean(),
    signer: fc.constantFrom('jkim', 'rdiaz'),
    impact: words,
  })
  .map(({ version, kinds, team, answers, settled, rack, finished, signer, impact }): Made => {
    const items = [...itemsFor(library.releases.get('project-closeout')?.release(version), kinds)];
    const given = items.map((item, at) => [item, item.phase === 'watch' && !finished ? 'open' : answerTo(item, answers[at])] as const);
    const waived = given.filter(([, answer]) => typeof answer === 'object' && 'waived' in answer);
    const later = waived.map(([item], at) => [item.id, { ...doneWith(item, settled[at]), done: '2026-11-10' }] as const);
    const project = { name: 'New branch', customer: 'contoso', kinds, lead: 'tlee', backup: 'mpatel', ...(team ? { team } : {}), escalate: 'skim' };
    const run: Run = {
      checklist: `project-closeout@${version}`,
      project: { ...project, started: '2026-09-01', closes: '2026-10-16', touches: ['mail server'], impact },
      state: finished ? 'finished' : 'closed',
      answers: Object.fromEntries(given.map(([item, answer]) => [item.id, answer])),
      ...(finished ? { settled: Object.fromEntries(later) } : {}),
    };
    const made = withFile(withRun({ run, files: {} }, run), RACK, rack);
    const closed = sign(sign(made, 'closing', 'lead', 'tlee'), 'closing', 'support', signer);
    return finished ? sign(closed, 'watch', 'support', signer) : closed;
  });
