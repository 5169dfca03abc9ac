import {
  type Content,
  contentFor,
  type Diagnostic,
  dayIn,
  lintRun,
  nextGate,
  openHeld,
  openRun,
  type RunDocument,
  readYaml,
  type State,
  type Status,
  statusOf,
  type Workspace,
} from '../../linter/engine.ts';
import type { DraftRules } from '../phrases.ts';
import type { FormFacts, Question } from './facts.ts';

/** The run as it stands on the page. */
export interface Standing {
  readonly file: string;
  readonly text: string;
  /** The state that the next gate leads to; by it the run is judged. */
  readonly gate: 'closed' | 'finished';
  /** Digests of evidence files that were picked here, by path inside the run's folder. */
  readonly digests: Readonly<Record<string, string>>;
  /** Sign-offs that were made here, by path. */
  readonly signoffs: Readonly<Record<string, string>>;
}

/** What the linter says of the run as it stands. */
export interface Judged extends Standing {
  readonly workspace: Workspace;
  /** Undefined where the text cannot be read. */
  readonly document?: RunDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly status?: Status | undefined;
  /** What stands in the file as an answer, fitting or not. */
  raw(question: Question): unknown;
}

/** The day by which the page judges. */
export function todayBy({ today, config }: FormFacts): string {
  return today ?? dayIn(config.zone, new Date());
}

/** Judges texts as the next gate would; one opened organisation serves them all. */
export function judgeFor(facts: FormFacts): (standing: Standing) => Promise<Judged> {
  const files = new Map(Object.entries(facts.files));
  const evidence = new Map(Object.entries(facts.evidence));
  const today = todayBy(facts);
  const open = openHeld({ files, evidence, config: facts.config, today });
  let laid: string[] = [];
  return async (standing) => {
    const { file, text, gate, digests, signoffs } = standing;
    for (const each of laid) files.delete(each);
    for (const [name, own] of Object.entries(facts.files)) files.set(name, own);
    for (const [name, own] of [[file, text] as const, ...Object.entries(signoffs)]) files.set(name, own);
    laid = [file, ...Object.keys(signoffs)];
    for (const [path, digest] of Object.entries(digests)) evidence.set(`${file.slice(0, file.lastIndexOf('/'))}/${path}`, digest);
    const workspace = { ...open, as: gate };
    const content = await loaded(workspace, facts, files, file);
    return { ...standing, workspace, ...judged(workspace, file, content), raw: rawIn(text) };
  };
}

function judged(workspace: Workspace, file: string, content: Content | undefined): Pick<Judged, 'document' | 'diagnostics' | 'status'> {
  const document = openRun(workspace, file)?.document;
  const linted = lintRun(workspace, file, content);
  const diagnostics = linted?.diagnostics ?? [];
  if (!document || !linted) return { diagnostics };
  return { document, diagnostics, status: statusOf(document, document.run.state ?? '', diagnostics, linted.verdict) };
}

function rawIn(text: string): Judged['raw'] {
  const data = readYaml(text).data as Readonly<Record<string, unknown>> | undefined;
  return ({ part, item }) => {
    const group = data?.[part];
    return typeof group === 'object' && group !== null && Object.hasOwn(group, item) ? (group as Record<string, unknown>)[item] : undefined;
  };
}

/** The gate that a text comes to next; a text that cannot be read, or has none before it, is judged as if it were to close. */
export function gateOf(text: string): 'closed' | 'finished' {
  const data = readYaml(text).data as { readonly state?: State } | null | undefined;
  return nextGate(data?.state) ?? 'closed';
}

/** The reader of customer updates and its phrase rules, fetched once somebody has written one. */
async function loaded(workspace: Workspace, { home }: FormFacts, files: Map<string, string>, file: string): Promise<Content | undefined> {
  const content = await contentFor(workspace, [file]);
  if (!content || files.has(PHRASES)) return content;
  const answer = await fetch(`${home}updates/rules.json`).catch(() => undefined);
  const { groups }: Pick<DraftRules, 'groups'> = answer?.ok ? await answer.json() : { groups: [] };
  for (const [at, { lists, rules }] of groups.entries()) {
    // the examples stay at home: they only test the rules
    const whole = rules.map((rule) => ({ ...rule, flag: ['a', 'b'], pass: ['a', 'b'] }));
    files.set(
      at === 0 ? PHRASES : `site/content/phrases/group-${at}.yaml`,
      JSON.stringify({ id: `group-${at}`, title: 'Group', why: 'Why', lists, rules: whole }),
    );
  }
  return content;
}

const PHRASES = 'site/content/phrases/group-0.yaml';
