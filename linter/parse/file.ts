import type { Located } from '../core/documents.ts';
import { diagnose, type Settings } from '../core/judge.ts';
import type { Leaves } from '../core/leaves.ts';
import type { Diagnostic } from '../core/rule.ts';
import { type Path, type Place, spanOf } from '../core/text.ts';
import { type CheckId, checks } from './checks.ts';
import { checkShape, type FileKind } from './shape.ts';
import { type Fault, type Reading, readYaml } from './yaml.ts';

/** A file as it was found: its text, or why it could not be read. */
export interface Source {
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** The same in UTF-8, where it was read from bytes: to become a text takes longer than to be compared. */
  readonly bytes?: Uint8Array | undefined;
  readonly problem?: { readonly ruleId: CheckId; readonly messageId: string; readonly data?: Fault['data'] } | undefined;
}

/** A parsed file. Without `places` it could not be read at all; `value` lacks what did not fit the schema. */
export interface Parsed {
  readonly kind: FileKind;
  readonly file: string;
  readonly text: string;
  readonly places?: Located['places'];
  readonly value?: unknown;
  readonly broken: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keeps what came of files in which nothing was wrong, under a name, for the next time that the very same are read. */
export interface Recall {
  /** Undefined where these were not read before. */
  find(name: string, sources: readonly Source[]): Recalled | undefined;
  /** With leaves: a long text that belongs to the value, and is read again piece by piece. */
  keep(name: string, sources: readonly Source[], value: unknown, leaves?: string): void;
}

/** What was kept. */
export interface Recalled {
  readonly value: unknown;
  readonly leaves: Leaves;
}

const NONE: ReadonlySet<string> = new Set();

/** Text to plain data in the shape of its kind, with a diagnostic for each part that is not. */
export function parseFile(kind: FileKind, source: Source, settings: Pick<Settings, 'site'>, recall?: Recall): Parsed {
  const { file, problem } = source;
  const known = problem ? undefined : recall?.find(file, [source]);
  if (known) return cleanOf(kind, source, known.value);
  const { text } = source;
  const tell = (fault: Fault, places?: Located['places']): Diagnostic => {
    const check = checks[fault.ruleId];
    const undecided = fault.ruleId === 'file-readable' ? { undecided: true as const } : {};
    return diagnose({ id: fault.ruleId, severity: check.severity, messages: check.messages }, { ...fault, ...undecided }, { file, text, places }, settings);
  };
  if (problem)
    return {
      kind,
      file,
      text,
      broken: new Set(),
      diagnostics: [tell({ at: [], span: [0, 0], ruleId: problem.ruleId, messageId: problem.messageId, data: problem.data ?? {} })],
    };
  const reading = readYaml(text);
  if (reading.faults) return { kind, file, text, broken: new Set(), diagnostics: reading.faults.map((fault) => tell(fault)) };
  const places = (): Place => reading.root;
  const rawAt = (path: Path): string => text.slice(...spanOf(places(), path));
  const shaped = checkShape(kind, reading.data, rawAt);
  if (shaped.faults.length === 0) recall?.keep(file, [source], shaped.value);
  return {
    kind,
    file,
    text,
    places,
    value: shaped.value,
    broken: shaped.broken,
    diagnostics: shaped.faults.map((fault) => tell(fault, places)),
  };
}

/** A file in which nothing was wrong: few findings ask for its text, or for places in it. */
function cleanOf(kind: FileKind, source: Source, value: unknown): Parsed {
  let reading: Reading | undefined;
  return {
    kind,
    file: source.file,
    get text() {
      return source.text;
    },
    places: () => {
      reading ??= readYaml(source.text);
      if (!reading.root) throw new Error('a text that was read cannot be read again');
      return reading.root;
    },
    value,
    broken: NONE,
    diagnostics: [],
  };
}
