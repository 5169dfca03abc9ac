import { edited } from '../../linter/engine.ts';
import { answerFrom, fieldsIn } from './answers.ts';
import { begin, type Draft, type Keeping, undone, withNew } from './draft.ts';
import { type Fields, type Form, type FormFacts, keyOf, type Question } from './facts.ts';
import { gateOf, type Judged, judgeFor } from './judge.ts';
import { runFile } from './paths.ts';

/** What the parts of the page work with. */
export interface Desk {
  readonly box: HTMLElement;
  readonly facts: FormFacts;
  draft(): Draft;
  judged(): Judged | undefined;
  /** Writes an answer into the text; what keeps it from being written, in words: it is kept beside the text until then. */
  answer(question: Question, form: Form, fields: Fields): string | undefined;
  /** Sets one entry of the text. */
  set(within: readonly string[], key: string, value: unknown): void;
  /** Puts another text in the place of the whole. */
  replace(text: string, about: string, base?: string): void;
  /** Changes what is kept besides the text. */
  keep(part: Partial<Draft>): void;
  undo(): void;
  clear(): void;
  /** Acts when the run was judged anew; `fresh` where its text came from elsewhere than a field. */
  onJudged(act: (judged: Judged, fresh: boolean) => void): void;
  /** Says something to whoever cannot see it. */
  tell(words: string): void;
}

const REST = 150;

/** The text of the published run; empty where there is none yet. */
export function publishedText({ run, files }: FormFacts): string {
  return run === undefined ? '' : (files[run] ?? '');
}

/** Opens the desk with what was kept, and judges it. */
export function openDesk(box: HTMLElement, facts: FormFacts, kept: Keeping): Desk {
  const acts: ((judged: Judged, fresh: boolean) => void)[] = [];
  const start = (): Draft => kept.read() ?? begin(publishedText(facts));
  const state: State = { draft: start(), judged: undefined, fresh: true };
  const look = looker(facts, state, acts);
  let timer = setTimeout(look, 0);
  const change = (draft: Draft, from: 'field' | 'beside' | 'elsewhere'): void => {
    Object.assign(state, { draft, fresh: state.fresh || from === 'elsewhere' });
    sayKept(box, kept.write(draft));
    clearTimeout(timer);
    timer = setTimeout(look, from === 'field' ? REST : 0);
  };
  kept.onChange(() => {
    Object.assign(state, { draft: start(), fresh: true });
    void look();
  });
  return {
    box,
    facts,
    draft: () => state.draft,
    judged: () => state.judged,
    answer(question, form, fields) {
      const { text, lacks } = answered(state, question, form, fields);
      const { [keyOf(question)]: _, ...others } = state.draft.waiting;
      const waiting = lacks === undefined ? others : { ...others, [keyOf(question)]: { form, fields } };
      change(withNew({ ...state.draft, waiting }, text ?? state.draft.text, `${keyOf(question)}.${form}`), 'field');
      return lacks;
    },
    set: (within, key, value) =>
      change(withNew(state.draft, edited('run.yaml', state.draft.text, [{ within, key, value }]), [...within, key].join('.')), 'field'),
    replace: (text, about, base) => change(withNew(state.draft, text, about, base), 'elsewhere'),
    keep: (part) => change({ ...state.draft, ...part }, 'beside'),
    undo: () => change(undone(state.draft), 'elsewhere'),
    clear() {
      change(begin(publishedText(facts)), 'elsewhere');
      kept.forget();
    },
    onJudged: (act) => void acts.push(act),
    tell: (words) => box.querySelector('.told')?.replaceChildren(words),
  };
}

interface State {
  draft: Draft;
  judged: Judged | undefined;
  /** The text came from elsewhere than a field since it was judged last. */
  fresh: boolean;
}

/** Judges the draft as it is then, and tells everybody. */
function looker(facts: FormFacts, state: State, acts: readonly ((judged: Judged, fresh: boolean) => void)[]): () => Promise<void> {
  const judge = judgeFor(facts);
  let round = 0;
  return async () => {
    round += 1;
    const own = round;
    const { text, base, digests, signoffs } = state.draft;
    const judged = await judge({ file: facts.run ?? runFile(text), text, gate: gateOf(base), digests, signoffs });
    // what was typed meanwhile is judged by its own round
    if (own !== round || state.draft.text !== text) return;
    const { fresh } = state;
    Object.assign(state, { judged, fresh: false });
    for (const act of acts) act(judged, fresh);
  };
}

/** The text with an answer in it, and what keeps the answer from counting; no text where there is nothing to write. */
function answered({ draft, judged }: State, question: Question, form: Form, fields: Fields): { text?: string; lacks?: string | undefined } {
  const raw = judged?.raw(question);
  // who mends an answer stands behind it; without a name it stays whose it was
  const { value, lacks } = answerFrom(form, fields, draft.by || (fieldsIn(raw)['by'] ?? ''));
  // a waiver that is not settled yet has no entry, and needs none
  if (lacks !== undefined && raw === undefined) return { lacks };
  const order = [...(judged?.document?.checklist?.items.keys() ?? [])];
  const change = { within: [question.part], key: question.item, value: lacks === undefined ? value : 'open', order };
  return { text: edited(judged?.file ?? 'run.yaml', draft.text, [change]), lacks };
}

/** Says where the answers are; where the browser keeps nothing, that a reload loses them. */
function sayKept(box: HTMLElement, safe: boolean): void {
  const place = box.querySelector('.kept-where');
  const words = place?.querySelector('.kept-says');
  place?.classList.toggle('lost', !safe);
  const now = safe ? 'Saved in this browser, not sent anywhere.' : 'This browser keeps nothing: a reload loses your answers. Download the file before you go.';
  if (words && words.textContent !== now) words.textContent = now;
}
