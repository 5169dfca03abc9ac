import type { Mark, Stamp } from './visit-times.ts';

/** A visit as the phone keeps it. */
export interface Visit {
  readonly stamps: readonly Stamp[];
  /** Ids of the items that are ticked. */
  readonly ticks: readonly string[];
  /** What was written, by field. */
  readonly said: Readonly<Record<string, string>>;
  /** The panel that was open last. */
  readonly panel: string;
}

const MARKS: readonly Mark[] = ['here', 'break', 'back', 'leaving'];

/** A visit nobody has begun. */
export const noVisit: Visit = { stamps: [], ticks: [], said: {}, panel: '' };

/** A visit from what was kept; what an older version of this page kept otherwise is left out. */
export function visitFrom(kept: unknown): Visit {
  if (!isRecord(kept)) return noVisit;
  const { stamps, ticks, said, panel } = kept;
  return {
    stamps: Array.isArray(stamps) ? stamps.filter(isStamp).map(({ mark, at }) => ({ mark, at })) : [],
    ticks: Array.isArray(ticks) ? ticks.filter((each) => typeof each === 'string') : [],
    said: isRecord(said) ? Object.fromEntries(Object.entries(said).filter((each): each is [string, string] => typeof each[1] === 'string')) : {},
    panel: typeof panel === 'string' ? panel : '',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStamp(value: unknown): value is Stamp {
  return isRecord(value) && MARKS.some((mark) => mark === value['mark']) && Number.isFinite(value['at']);
}
