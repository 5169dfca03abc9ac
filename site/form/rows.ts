import { applies, type Roster } from '../../linter/engine.ts';
import { element } from '../components/element.ts';
import { dayWords } from '../times.ts';
import { answerFrom, fieldsIn, formIn, shownFields } from './answers.ts';
import type { Desk } from './desk.ts';
import { answerWords, type Fields, type Form, keyOf, type Part, type Question } from './facts.ts';
import { type Field, fieldFor } from './fields.ts';
import { drawRows, findingRows } from './findings.ts';
import type { Judged } from './judge.ts';
import type { Beside, Placed } from './place.ts';

/** One item on the page, with its fields. */
export interface Row {
  readonly question: Question;
  readonly place: HTMLElement;
  draw(judged: Judged, placed: Placed, fresh: boolean): void;
}

/** What a row knows besides the text. */
interface RowState {
  form: Form;
  values: Fields;
  /** Why an answer cannot be written yet: it stands on the page alone. */
  lacks: string | undefined;
  /** What is answered is one line, until somebody changes it. */
  unfolded: boolean;
}

/** Puts the fields of an answer below an item, and keeps text and fields the same. */
export function startRow(place: HTMLElement, desk: Desk): Row {
  const question: Question = { part: place.dataset['part'] as Part, item: place.dataset['item'] ?? '' };
  const state: RowState = { form: 'open', values: {}, lacks: undefined, unfolded: false };
  const parts = partsOf(place);
  const write = (): void => {
    const shown = shownFields(state.form, place.dataset['evidence'] ?? '', state.values);
    const fields = Object.fromEntries(shown.map((name) => [name, state.values[name] ?? '']));
    state.lacks = attempt(() => desk.answer(question, state.form, fields));
    parts.lacking.textContent = state.lacks ?? '';
    desk.tell(state.lacks ?? '');
  };
  const take = (name: string, value: string): void => {
    Object.assign(state, { values: { ...state.values, [name]: value } });
    write();
  };
  const drawFields = (anew: boolean): void => {
    const names = shownFields(state.form, place.dataset['evidence'] ?? '', state.values);
    const shown = [...parts.fields.querySelectorAll<Field>('[data-field]')];
    if (shown.map((each) => each.dataset['field']).join() !== names.join())
      parts.fields.replaceChildren(...names.map((name) => fieldFor({ name, question, value: state.values[name] ?? '', desk, take })));
    else for (const field of shown) refill(field, state.values[field.dataset['field'] ?? ''] ?? '', anew);
  };
  parts.radios.addEventListener('change', () => {
    const chosen = parts.radios.querySelector<HTMLInputElement>(':checked')?.value as Form;
    Object.assign(state, { form: chosen, unfolded: true });
    if (chosen === 'done' && !state.values['done']) state.values = { ...state.values, done: desk.judged()?.workspace.today ?? '' };
    drawFields(true);
    write();
  });
  parts.change.addEventListener('click', () => unfold(place, state));
  place.addEventListener('form-again', () => state.lacks !== undefined && write());
  return {
    question,
    place,
    draw: (judged, placed, fresh) => draw({ place, question, state, parts, drawFields, desk }, judged, placed, fresh),
  };
}

function unfold(place: HTMLElement, state: RowState): void {
  state.unfolded = true;
  place.classList.remove('folded');
  place.querySelector<HTMLElement>('.forms :checked')?.focus();
}

/** The parts of a row that the script works with; the page has them. */
function partsOf(place: HTMLElement) {
  const part = (name: string): HTMLElement => place.querySelector<HTMLElement>(name) ?? element('div', {});
  return { radios: part('.forms'), lacking: part('.lacks'), fields: part('.fields-of'), change: part('.change') };
}

interface Drawn {
  readonly place: HTMLElement;
  readonly question: Question;
  readonly state: RowState;
  readonly parts: ReturnType<typeof partsOf>;
  readonly desk: Desk;
  drawFields(anew: boolean): void;
}

function draw({ place, question, state, parts, desk, drawFields }: Drawn, judged: Judged, placed: Placed, fresh: boolean): void {
  const raw = judged.raw(question);
  if (fresh) Object.assign(state, { lacks: undefined, unfolded: false }, waitingFor(question, desk, raw));
  if (fresh && state.lacks !== undefined) {
    parts.lacking.textContent = state.lacks;
    drawFields(true);
  } else if (state.lacks === undefined) {
    state.form = formIn(raw);
    state.values = { ...(fresh ? {} : state.values), ...fieldsIn(raw) };
    parts.lacking.textContent = '';
    drawFields(fresh);
  }
  for (const radio of parts.radios.querySelectorAll('input')) radio.checked = radio.value === state.form;
  const fine = drawFrame(place, judged, question, state.form, placed.of(question), desk.facts.home);
  place.classList.toggle('folded', fine && state.form !== 'open' && state.lacks === undefined && !state.unfolded);
  place.hidden = judged.document !== undefined && !isAsked(question, judged);
}

/** What was begun here and does not count yet. Where the text has an answer of its own, that one is shown. */
function waitingFor(question: Question, desk: Desk, raw: unknown): Partial<RowState> {
  const { waiting, by } = desk.draft();
  const waits = waiting[keyOf(question)];
  if (!waits || formIn(raw) !== 'open') return {};
  const { form, fields } = waits;
  return { form, values: fields, lacks: answerFrom(form, fields, by).lacks ?? 'Change something here, then this counts.' };
}

/** Gives a field what the text holds; one in which somebody types is left alone. */
function refill(field: Field, value: string, anew: boolean): void {
  if ((anew || field !== document.activeElement) && field.value.trim() !== value) field.value = value;
}

function attempt(act: () => string | undefined): string | undefined {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether an item is asked: it applies, or the file answers it all the same; a waiver, where there is one. */
export function isAsked({ part, item }: Question, { document, raw }: Judged): boolean {
  const facts = document?.checklist?.items.get(item);
  if (!document || !facts) return false;
  if (part === 'settled') return formIn(raw({ part: 'answers', item })) === 'waived';
  return Boolean(applies(facts, document.run.project?.kinds ?? {})) || raw({ part, item }) !== undefined;
}

/** Draws what stands around the fields; whether nothing is to be said of the answer. */
function drawFrame(place: HTMLElement, judged: Judged, question: Question, form: Form, { open, found }: Beside, home: string): boolean {
  const raw = judged.raw(question);
  const wrong = found.some((each) => each.severity === 'error' || each.pending);
  place.className = ['ask', form, wrong ? 'wrong' : ''].join(' ').trim();
  place.dataset['left'] = String(open || wrong || (form === 'open' && isDue(place, judged)));
  const na = place.querySelector<HTMLElement>('.choice-of.na');
  if (na) na.hidden = place.dataset['na'] === 'never' && form !== 'na';
  const stands = place.querySelector('.stands');
  const words = answerWords(formIn(raw), fieldsIn(raw), { name: nameFrom(judged.document?.people), day: dayOr });
  if (stands && stands.textContent !== words) stands.textContent = words;
  const rows = findingRows(found, home);
  drawRows(place.querySelector('.found'), rows.length > 0 ? [element('ul', {}, ...rows)] : []);
  return found.length === 0;
}

function isDue({ dataset }: HTMLElement, { document }: Judged): boolean {
  return document?.phases.includes(dataset['phase'] ?? '') ?? false;
}

function nameFrom(people: Roster | undefined): (id: string) => string {
  return (id) => people?.get(id)?.name ?? id;
}

function dayOr(day: string): string {
  return Number.isNaN(Date.parse(day)) ? day : dayWords(day);
}
