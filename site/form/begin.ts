import {
  applies,
  edited,
  nameable,
  newRunText,
  openHeld,
  type Project,
  projectFrom,
  type Release,
  type RunDocument,
  splitReference,
} from '../../linter/engine.ts';
import { element } from '../components/element.ts';
import { formIn } from './answers.ts';
import type { Desk } from './desk.ts';
import { itemsIn } from './items-in.ts';
import { todayBy } from './judge.ts';

type Fact = HTMLInputElement | HTMLTextAreaElement;

/** The facts of a project that is about to begin; they make the text of its run. */
export function startBegin(desk: Desk): void {
  const place = desk.box.querySelector<HTMLDetailsElement>('.beginning');
  if (!place) return;
  const release = offer(desk);
  const says = place.querySelector('.begin-says');
  place.querySelector('.begin')?.addEventListener('click', () => {
    const missing = [...place.querySelectorAll<Fact>('[data-fact]')].filter(
      (each) => !MAY_BE_EMPTY.includes(each.dataset['fact'] ?? '') && each.value.trim() === '',
    );
    if (says) says.textContent = missing.length > 0 ? `Missing: ${missing.map((each) => each.labels?.[0]?.textContent ?? '').join(', ')}.` : '';
    missing[0]?.focus();
    if (missing.length > 0 || !release) return;
    desk.replace(textWith(desk, projectIn(place, release), release), 'project', desk.draft().base);
    desk.box.querySelector<HTMLElement>('#form-by')?.focus();
  });
  place.addEventListener('input', () => desk.keep({ begun: begunIn(place) }));
  desk.onJudged(({ document: run, text }, fresh) => {
    if (!fresh) return;
    place.open = text === '';
    if (run) fillIn(place, run.run.project);
    if (text === '') fillAgain(place, desk.draft().begun);
  });
}

const MAY_BE_EMPTY = ['psa', 'team', 'unrelated'];

/** What stands in the fields before there is a text to keep it in, by fact and kind. */
function begunIn(place: HTMLElement): Record<string, string> {
  const facts = [...place.querySelectorAll<Fact>('[data-fact]')].map(({ dataset, value }) => [dataset['fact'] ?? '', value]);
  const kinds = [...place.querySelectorAll<HTMLInputElement>('[data-kind]:checked')].map(({ dataset }) => [`kind.${dataset['kind']}`, 'yes']);
  return Object.fromEntries([...facts, ...kinds]);
}

function fillAgain(place: HTMLElement, begun: Readonly<Record<string, string>>): void {
  for (const field of place.querySelectorAll<Fact>('[data-fact]')) field.value = begun[field.dataset['fact'] ?? ''] ?? '';
  for (const box of place.querySelectorAll<HTMLInputElement>('[data-kind]')) box.checked = `kind.${box.dataset['kind']}` in begun;
}

/** Puts what the text says into the fields. */
function fillIn(place: HTMLElement, project: RunDocument['run']['project'] = {}): void {
  for (const field of place.querySelectorAll<Fact>('[data-fact]')) {
    const value = project[field.dataset['fact'] as keyof Project];
    field.value = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  }
  for (const box of place.querySelectorAll<HTMLInputElement>('[data-kind]')) box.checked = project.kinds?.[box.dataset['kind'] ?? ''] === true;
}

/** Offers the ids that are known, and finds the release that a run begins with. */
function offer(desk: Desk): Release | undefined {
  const { box } = desk;
  const today = todayBy(desk.facts);
  const house = openHeld({ files: new Map(Object.entries(desk.facts.files)), config: desk.facts.config, today });
  const { id, version } = splitReference(desk.facts.release);
  const release = house.library.releases.get(id)?.release(version);
  const customers = [...house.library.customers.values()];
  const list = (id: string, all: readonly { readonly id: string; readonly name: string }[]): void =>
    box.querySelector(id)?.replaceChildren(...all.map((each) => element('option', { value: each.id }, each.name)));
  list('#form-customers', customers);
  list('#form-leads', nameable(house.library.people, 'lead', today));
  list('#form-people', nameable(house.library.people, 'backup', today));
  return release;
}

function projectIn(place: HTMLElement, release: Release): Project {
  const value = (fact: string): string => place.querySelector<Fact>(`[data-fact="${fact}"]`)?.value.trim() ?? '';
  const chosen = [...place.querySelectorAll<HTMLInputElement>('[data-kind]:checked')].map((each) => each.dataset['kind'] ?? '');
  return projectFrom(value, new Set(chosen), release);
}

/** A new run's text; answers that were given already come along. */
function textWith(desk: Desk, project: Project, release: Release): string {
  const today = desk.judged()?.workspace.today ?? '';
  const text = newRunText(project, release, project.started <= today ? 'active' : 'planned');
  const given = [...itemsIn(desk.draft().text).values()].filter(({ item, answer }) => {
    const facts = release.items.get(item);
    return formIn(answer) !== 'open' && facts && applies(facts, project.kinds);
  });
  return edited(
    'run.yaml',
    text,
    given.map(({ part, item, answer }) => ({ within: [part], key: item, value: answer, order: [...release.items.keys()] })),
  );
}
