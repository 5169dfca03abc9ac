import { nameKey } from './alike.ts';
import type { Config } from './documents.ts';

/** How a project stands in the PSA. */
export type PsaStanding = 'closed' | 'on' | 'cancelled';

/** One project of the PSA, as its export has it. */
export interface PsaProject {
  /** 1-based line of the export at which its row begins. */
  readonly line: number;
  readonly id?: string | undefined;
  readonly name: string;
  readonly customer: string;
  readonly status?: string | undefined;
  /** Days as YYYY-MM-DD, or as they were written where that could not be told. */
  readonly started?: string | undefined;
  readonly due?: string | undefined;
  readonly closed?: string | undefined;
  /** `unknown`: its status has a name that nobody explained. */
  readonly standing: PsaStanding | 'unknown';
}

/** Something in the export that nobody can judge by: it is never taken as fine. */
export interface Unclear {
  readonly line?: number | undefined;
  readonly what: string;
}

/** The projects of an export. */
export interface PsaExport {
  readonly projects: readonly PsaProject[];
  /** Rows whose status the config tells to ignore. */
  readonly ignored: number;
  readonly unclear: readonly Unclear[];
  /** What the reader should know of how the file was read. */
  readonly notes: readonly string[];
}

/** A run as the comparison sees it. */
export interface RunRow {
  /** `<customer>/<project>`. */
  readonly id: string;
  readonly file: string;
  readonly customer: string;
  /** The customer as people call it. */
  readonly customerName: string;
  readonly name: string;
  readonly psa?: string | undefined;
  readonly state: string;
  readonly standing: 'on' | 'closed' | 'cancelled';
  /** The archive: finished or cancelled. */
  readonly over: boolean;
  /** What the gate says of it, asked only where it matters: whether it holds, and what is left in words. */
  readonly gate: () => { readonly holds: boolean; readonly undecided: boolean; readonly words: string };
}

/** Two that were not matched and may be the same all the same. */
export interface Perhaps {
  readonly project: PsaProject;
  readonly run: RunRow;
  readonly why: string;
}

// Found in public pages: Open, Closed, On Hold, Cancelled, Waiting (a reference of ConnectWise PSA's API); New, In Progress,
// Complete (one of Autotask's); New, In Progress, Pending, On Hold, Waiting on Client, Resolved, Closed (one of HaloPSA's);
// New, In Progress, On Hold, Waiting on Customer, Waiting on Parts, Scheduled, Resolved, Closed (one of Syncro's). The rest is assumed.
const KNOWN: Readonly<Record<PsaStanding, readonly string[]>> = {
  closed: ['closed', 'complete', 'completed', 'done', 'finished', 'resolved'],
  cancelled: ['cancelled', 'canceled', 'abandoned'],
  on: [
    ...['new', 'open', 'opened', 'active', 'in progress', 'started', 'assigned', 'planned', 'planning', 'scheduled', 'not started', 'approved'],
    ...['on hold', 'hold', 'paused', 'pending', 'waiting', 'waiting customer', 'waiting on customer', 'waiting on client', 'waiting on parts'],
    ...['waiting parts', 'waiting on vendor', 'waiting on third party', 'delayed', 'overdue', 'in review'],
  ],
};

/** What a status means, by the config first and then by its common names; undefined for one that neither knows. */
export function statusReader(psa: Config['psa']): (status: string) => PsaStanding | 'ignored' | undefined {
  const meanings = new Map<string, PsaStanding | 'ignored'>();
  for (const standing of ['closed', 'cancelled', 'on'] as const) for (const word of KNOWN[standing]) meanings.set(nameKey(word), standing);
  const own = { on: psa?.open, cancelled: psa?.cancelled, closed: psa?.closed, ignored: psa?.ignore } as const;
  for (const [meaning, words = []] of Object.entries(own)) for (const word of words) meanings.set(nameKey(word), meaning as PsaStanding | 'ignored');
  return (status) => meanings.get(nameKey(status));
}
