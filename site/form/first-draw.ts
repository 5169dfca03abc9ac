import { openRun, statusOf } from '../../linter/index.ts';
import { organisation, type ProjectView } from '../data.ts';
import { formIn } from './answers.ts';
import type { Part, Question } from './facts.ts';
import { leftWords, rolesWords } from './left.ts';
import { type Beside, type Placed, placed } from './place.ts';

/** A form as the page's own script would draw it first: nothing moves when that script comes. */
export interface FirstDraw {
  /** What is left, in words, and by whom. */
  readonly left: string;
  readonly roles: string;
  readonly besides: Placed['besides'];
  of(question: Question): Beside;
  /** Whether something is still to be done about an item. */
  isLeft(question: Question, phase: string): boolean;
}

/** Judges a run in the build as its form does in the page; undefined where there is no run yet. */
export function firstDraw(project: ProjectView | undefined): FirstDraw | undefined {
  if (!project?.ahead) return undefined;
  const { gate, diagnostics, verdict } = project.ahead;
  const run = openRun({ ...organisation().workspace, as: gate }, project.document.file)?.document;
  if (!run) return undefined;
  const status = statusOf(run, run.run.state ?? '', diagnostics, verdict);
  const answerOf = ({ part, item }: Question): unknown => run[part].get(item);
  const parts: readonly Part[] = ['answers', 'settled'];
  const questions = parts.flatMap((part) => [...(run.checklist?.items.keys() ?? [])].map((item) => ({ part, item })));
  const { of, besides } = placed({ diagnostics, document: run }, questions);
  return {
    left: leftWords({ status, gate }),
    roles: rolesWords(status),
    besides,
    of,
    isLeft(question, phase) {
      const { open, found } = of(question);
      return open || found.some((each) => each.severity === 'error' || each.pending) || (formIn(answerOf(question)) === 'open' && run.phases.includes(phase));
    },
  };
}
