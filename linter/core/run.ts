import { applies, type Checklist, type ItemFacts, type Release } from './checklist.ts';
import type { LooseRun, Person, RunDocument, State } from './documents.ts';
import type { Days } from './people.ts';
import type { Answer, DoneAnswer, NaAnswer, WaivedAnswer } from './types.generated.ts';

/** All states in the order of a run's life; cancelled stands apart. */
export const states = ['planned', 'active', 'paused', 'closing', 'closed', 'finished', 'cancelled'] as const satisfies readonly State[];

/** States in which a project is on: support may be called about it. */
export const onStates: ReadonlySet<State> = new Set<State>(['planned', 'active', 'paused', 'closing']);

/** Phases that must be complete in a state: the gate. `closing` looks ahead at the phase it is about to close. */
export function phasesOf(state: State | undefined, checklist: Release | undefined): readonly string[] {
  if (state === 'closing' || state === 'closed') return ['closing'];
  if (state === 'finished') return checklist?.data.phases ?? ['closing', 'watch'];
  return [];
}

export function isDone(answer: Answer | undefined): answer is DoneAnswer {
  return typeof answer === 'object' && 'done' in answer;
}

export function isNa(answer: Answer | undefined): answer is NaAnswer {
  return typeof answer === 'object' && 'na' in answer;
}

export function isWaived(answer: Answer | undefined): answer is WaivedAnswer {
  return typeof answer === 'object' && 'waived' in answer;
}

/** The form of an answer in one word. */
export function formOf(answer: Answer | undefined): 'open' | 'done' | 'na' | 'waived' {
  if (isDone(answer)) return 'done';
  if (isNa(answer)) return 'na';
  return isWaived(answer) ? 'waived' : 'open';
}

/** Items of the release that apply to the run's kinds, in checklist order; those whose kinds are not answered are left out. */
export function* itemsFor(checklist: Checklist | undefined, kinds: Readonly<Record<string, boolean | undefined>> | undefined): Iterable<ItemFacts> {
  for (const item of checklist?.items.values() ?? []) if (applies(item, kinds ?? {})) yield item;
}

/** An answer with what it is about. */
export interface PlacedAnswer<Form extends Answer = Answer> {
  readonly item: ItemFacts;
  readonly answer: Form;
  readonly part: Part;
  /** Who answered, where the roster names them. */
  readonly person: Person | undefined;
}

export type Part = 'answers' | 'settled';

/** In the order in which they stand in a run. */
export const parts: readonly Part[] = ['answers', 'settled'];

/** Every answer to an item of the release: those of `answers`, then those of `settled`; all of them, and by their form. */
export interface PlacedAnswers {
  readonly all: readonly PlacedAnswer[];
  readonly done: readonly PlacedAnswer<DoneAnswer>[];
  readonly na: readonly PlacedAnswer<NaAnswer>[];
  readonly waived: readonly PlacedAnswer<WaivedAnswer>[];
  /** Ids of each part that are none of an item in force. */
  readonly strange: Readonly<Record<Part, readonly string[]>>;
}

// kept, for most rules go through them, but of one run only: a thousand would stay in memory
let latest: { readonly run: RunDocument; readonly placed: PlacedAnswers } | undefined;

/** The answers of a run as its rules go through them. */
export function answersOf(run: RunDocument): PlacedAnswers {
  if (latest?.run !== run) latest = { run, placed: placed(run) };
  return latest.placed;
}

function placed(run: RunDocument): PlacedAnswers {
  const lists = {
    all: [] as PlacedAnswer[],
    done: [] as PlacedAnswer<DoneAnswer>[],
    na: [] as PlacedAnswer<NaAnswer>[],
    waived: [] as PlacedAnswer<WaivedAnswer>[],
    strange: { answers: [] as string[], settled: [] as string[] },
  };
  for (const part of parts) {
    const answers = run.run[part] ?? {};
    for (const id of Object.keys(answers)) {
      const item = run.checklist?.items.get(id);
      const answer = answers[id];
      if (!item || item.retired) lists.strange[part].push(id);
      if (!item || item.retired || answer === undefined) continue;
      const form = formOf(answer);
      const each = { item, answer, part, person: answer === 'open' ? undefined : run.people.get(answer.by) };
      lists.all.push(each);
      if (form !== 'open') lists[form].push(each as PlacedAnswer<DoneAnswer & NaAnswer & WaivedAnswer>);
    }
  }
  return lists;
}

/** Well-formed answers to items that the release has. */
export function knownAnswers(answers: LooseRun['answers'], checklist: Release | undefined): Map<string, Answer> {
  const known = new Map<string, Answer>();
  for (const id of Object.keys(answers ?? {})) {
    const item = checklist?.items.get(id);
    const answer = answers?.[id];
    if (answer !== undefined && item && !item.retired) known.set(id, answer);
  }
  return known;
}

/** The people who do the project: its lead, backup and team. */
export function crewOf(run: LooseRun): ReadonlySet<string> {
  const { lead, backup, team = [] } = run.project ?? {};
  return new Set([lead, backup, ...team].filter((id): id is string => typeof id === 'string'));
}

/** The days on which somebody could have had a say in the project, from its start until today: they only become more, so that nothing turns red by itself. */
export function daysSoFar({ run, today }: RunDocument): Days {
  const started = run.project?.started ?? '';
  return { from: started < today ? started : today, to: today };
}

/** The day of the last closing sign-off: the day on which the run closed. */
export function closedOn(run: RunDocument): string | undefined {
  const days = run.signoffs.filter((each) => each.phase === 'closing').map((each) => each.data.date ?? '');
  return days.sort().at(-1) || undefined;
}
