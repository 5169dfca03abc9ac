import type { ComposerFacts } from '../composer.ts';
import { blanksIn, fill, type InSlot, type Part, textOf } from '../letter.ts';
import { timeFromNow } from '../said-times.ts';
import { element } from './element.ts';
import { drawer } from './kept.ts';
import { drawLetter, NOT_CHECKED, progressWords, tellWordings } from './letter-view.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The form as its parts see it. */
export interface Composer {
  readonly box: HTMLElement;
  readonly facts: ComposerFacts;
  /** The finished text: subject, blank line, body. */
  parts(): readonly Part[];
  value(slot: string): string;
  field(slot: string): HTMLElement | undefined;
  /** Replaces a stretch of a slot's value and goes there. */
  replace(place: InSlot, words: string): void;
}

/** Puts the form in the place of the plain template before it, and keeps the finished text beside it up to date. */
export function startComposer(box: HTMLElement): void {
  const facts = JSON.parse(box.querySelector('script[type="application/json"]')?.textContent ?? '') as ComposerFacts;
  const fields = new Map([...box.querySelectorAll<Field>('[data-slot]')].map((field) => [field.dataset['slot'] ?? '', field]));
  const refresh = (): void => {
    keepValues(box, fields);
    draw(composer);
    look();
  };
  const composer: Composer = {
    box,
    facts,
    parts: () => partsOf(facts, valuesOf(fields)),
    value: (slot) => fields.get(slot)?.value ?? '',
    field: (slot) => fields.get(slot),
    replace({ slot, span }, words) {
      const field = fields.get(slot);
      field?.setRangeText(words, ...span, 'end');
      field?.focus();
      refresh();
    },
  };
  const look = checker(composer);
  takePlace(box);
  restore(fields);
  keepValues(box, fields);
  for (const field of fields.values()) {
    field.addEventListener('input', refresh);
    field.addEventListener('focus', look, { once: true });
  }
  withChoices(composer, fields, refresh);
  withClear(box, fields, refresh);
  draw(composer);
  if (Object.values(valuesOf(fields)).some((value) => value !== '')) look();
}

function valuesOf(fields: ReadonlyMap<string, Field>): Record<string, string> {
  return Object.fromEntries([...fields].map(([name, field]) => [name, field.value]));
}

function partsOf({ subject, body }: ComposerFacts, values: Readonly<Record<string, string>>): readonly Part[] {
  // a subject is one line
  const lines = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/\s/g, ' ')]));
  const head = fill(subject, lines);
  const after = textOf(head).length;
  return [...head, { words: '\n\n', start: after }, ...fill(body, values, after + 2)];
}

/** The plain template goes, and its ids come to the form, so that links into the page still lead somewhere. */
function takePlace(box: HTMLElement): void {
  box.previousElementSibling?.remove();
  for (const part of box.querySelectorAll<HTMLElement>('[data-id]')) part.id = part.dataset['id'] ?? '';
}

function draw({ box, parts, field }: Composer): void {
  const now = parts();
  const cut = now.findIndex(({ words }) => words === '\n\n');
  const [subject, body] = [now.slice(0, cut), now.slice(cut + 1)];
  drawLetter(box, subject, body, (slot) => field(slot)?.focus());
  const blanks = blanksIn(now);
  const left = box.querySelector('.blanks-left');
  if (left) left.textContent = progressWords(blanks.length, box.querySelectorAll('[data-slot]').length);
  label(box, subject, body, now);
}

/** Gives each copy button its text, and what it says once it has copied. */
function label(box: HTMLElement, subject: readonly Part[], body: readonly Part[], now: readonly Part[]): void {
  const [both, first, second] = box.querySelectorAll<HTMLButtonElement>('button.copy');
  const texts: readonly (readonly [HTMLButtonElement | undefined, readonly Part[], string])[] = [
    [first, subject, ''],
    [second, body, '\n'],
    [both, now, '\n'],
  ];
  for (const [button, copied, end] of texts) {
    if (!button) continue;
    const left = blanksIn(copied).length;
    button.dataset['text'] = textOf(copied) + end;
    button.dataset['says'] = left === 0 ? 'Copied' : `Copied, with ${left} blank${left === 1 ? '' : 's'} still in braces`;
  }
}

function restore(fields: ReadonlyMap<string, Field>): void {
  const kept = drawer('sessionStorage').read();
  for (const [name, field] of fields) {
    const value = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>)[name] : undefined;
    field.value = typeof value === 'string' ? value : '';
  }
}

function keepValues(box: HTMLElement, fields: ReadonlyMap<string, Field>): void {
  const note = box.querySelector<HTMLElement>('.where');
  const kept = drawer('sessionStorage').write(valuesOf(fields));
  if (note?.dataset['lost'] && !kept) note.textContent = note.dataset['lost'];
}

function withChoices({ box, facts }: Composer, fields: ReadonlyMap<string, Field>, refresh: () => void): void {
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-choice]')) {
    button.addEventListener('click', () => {
      const { choice = '', writes = '', minutes } = button.dataset;
      const field = fields.get(choice);
      if (!field) return;
      field.value = minutes === undefined ? writes : timeFromNow(Number(minutes), new Date(), facts.zone);
      tell(box, `Filled in: ${field.value}`);
      refresh();
    });
  }
}

/** Clear empties every field; the same button puts the words back until somebody writes again. */
function withClear(box: HTMLElement, fields: ReadonlyMap<string, Field>, refresh: () => void): void {
  const button = box.querySelector<HTMLButtonElement>('.clear');
  let gone: Record<string, string> | undefined;
  const offer = (values: Record<string, string> | undefined): void => {
    gone = values;
    if (button) button.textContent = values ? 'Put it back' : 'Clear';
  };
  button?.addEventListener('click', () => {
    const values = valuesOf(fields);
    for (const [name, field] of fields) field.value = gone?.[name] ?? '';
    tell(box, gone ? 'Your words are back.' : 'All fields are empty.');
    offer(gone || Object.values(values).every((value) => value === '') ? undefined : values);
    refresh();
  });
  for (const field of fields.values()) field.addEventListener('input', () => offer(undefined));
}

function tell(box: HTMLElement, words: string): void {
  const status = box.querySelector('.told');
  if (status) status.textContent = words;
}

/** Looks for wordings once somebody writes: the reader and its rules are loaded then and not before. */
function checker(composer: Composer): () => void {
  let loaded: Promise<() => void> | undefined;
  const result = composer.box.querySelector('.result');
  return () => {
    loaded ??= import('./composer-check.ts').then((module) => module.watchWords(composer));
    loaded.then(
      (look) => look(),
      () => {
        loaded = undefined;
        tellWordings(composer.box, NOT_CHECKED);
        result?.replaceChildren(
          element('p', { className: 'warn' }, 'Your wording was not checked: the check could not be loaded. It is tried again when you write on.'),
        );
      },
    );
  };
}
