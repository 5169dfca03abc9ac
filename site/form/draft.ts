import { drawer } from '../components/kept.ts';
import { type Fields, type Form, formWords } from './facts.ts';

/** A text that was left behind, to come back to; with what it was compared to, where that changed too. */
interface Past {
  readonly text: string;
  readonly base: string;
  /** What the change was about: several of one kind in a row are one step. */
  readonly about: string;
}

/** An answer that lacks something and is not in the text yet. */
export interface Waiting {
  readonly form: Form;
  readonly fields: Fields;
}

/** What a person has filled in, as it is kept in this browser. */
export interface Draft {
  /** The run as it was published when this was begun. */
  readonly published: string;
  /** What the text is compared to: the published run, or the file that was opened. */
  readonly base: string;
  readonly text: string;
  readonly past: readonly Past[];
  readonly by: string;
  /** SHA-256 of evidence files that were picked, by path inside the run's folder. */
  readonly digests: Readonly<Record<string, string>>;
  /** Texts of sign-offs that were made, by path. */
  readonly signoffs: Readonly<Record<string, string>>;
  /** Answers that do not count yet, by question. */
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** Facts of a project that has no text yet, by the name of their field. */
  readonly begun: Readonly<Record<string, string>>;
}

const MOST_STEPS = 40;

/** Nothing filled in yet. */
export function begin(published: string): Draft {
  return { published, base: published, text: published, past: [], by: '', digests: {}, signoffs: {}, waiting: {}, begun: {} };
}

/** The draft with another text; the one before can be had back. */
export function withNew(draft: Draft, text: string, about: string, base = draft.base): Draft {
  if (text === draft.text && base === draft.base) return draft;
  const last = draft.past.at(-1);
  const step = { text: draft.text, base: draft.base, about };
  const past = last?.about === about && base === draft.base ? draft.past : [...draft.past, step].slice(-MOST_STEPS);
  return { ...draft, text, base, past };
}

/** The draft one step back; itself where there is none. */
export function undone(draft: Draft): Draft {
  const last = draft.past.at(-1);
  return last ? { ...draft, text: last.text, base: last.base, past: draft.past.slice(0, -1) } : draft;
}

/** This page's drawer for one draft. */
export interface Keeping {
  read(): Draft | undefined;
  /** False where the browser keeps nothing. */
  write(draft: Draft): boolean;
  forget(): void;
  onChange(act: () => void): void;
}

export function keeping(): Keeping {
  const kept = drawer('localStorage');
  return {
    read: () => draftFrom(kept.read()),
    // a full drawer keeps at least what counts
    write: (draft) => kept.write(draft) || kept.write({ ...draft, past: [] }),
    forget: kept.forget,
    onChange: kept.onChange,
  };
}

/** What was kept, where it is whole: an older version of this page, or a stranger, may have written it. */
function draftFrom(kept: unknown): Draft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { published, base, text, past, by, digests, signoffs, waiting, begun } = kept as Record<string, unknown>;
  if (typeof published !== 'string' || typeof base !== 'string' || typeof text !== 'string') return undefined;
  const steps = Array.isArray(past) ? past.filter((each) => typeof each?.text === 'string' && typeof each?.base === 'string') : [];
  return {
    published,
    base,
    text,
    past: steps,
    by: typeof by === 'string' ? by : '',
    digests: textsIn(digests),
    signoffs: textsIn(signoffs),
    waiting: waitingIn(waiting),
    begun: textsIn(begun),
  };
}

function entriesOf(kept: unknown): [string, unknown][] {
  return Object.entries(typeof kept === 'object' && kept !== null ? kept : {});
}

function textsIn(kept: unknown): Record<string, string> {
  return Object.fromEntries(entriesOf(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function waitingIn(kept: unknown): Record<string, Waiting> {
  return Object.fromEntries(
    entriesOf(kept).flatMap(([key, each]) => {
      const { form, fields } = Object.fromEntries(entriesOf(each));
      return typeof form === 'string' && Object.hasOwn(formWords, form) ? [[key, { form: form as Form, fields: textsIn(fields) }]] : [];
    }),
  );
}
