import { crewOf, held, type RunDocument, type Status, verdictWords } from '../../linter/engine.ts';
import { counted } from '../times.ts';
import type { Desk } from './desk.ts';
import { drawRows, findingRows } from './findings.ts';
import type { Judged } from './judge.ts';
import type { Placed } from './place.ts';
import type { Row } from './rows.ts';

export const roleWords = { lead: 'Lead', either: 'Lead or support', support: 'Support' } as const;

/** Says what is left, and shows only that where it is asked. */
export function startLeft(desk: Desk, rows: readonly Row[]): (judged: Judged, placed: Placed) => void {
  const { box } = desk;
  const boxes = ['only-left', 'only-mine'].map((id) => box.querySelector<HTMLInputElement>(`#${id}`));
  const isOn = (at: 0 | 1): boolean => boxes[at]?.checked ?? false;
  // a row that somebody is at does not go away under their hands
  const touched = new Set<Row>();
  const filter = (): void => {
    for (const row of rows) row.place.classList.toggle('filtered', !touched.has(row) && isOut(row, desk, isOn));
    showSections(box);
  };
  const toggled = (): void => {
    touched.clear();
    filter();
  };
  for (const row of rows) row.place.addEventListener('focusin', () => (isOn(0) || isOn(1)) && touched.add(row));
  for (const each of boxes) each?.addEventListener('change', toggled);
  box.querySelector('.show-all')?.addEventListener('click', () => {
    for (const each of boxes) if (each) each.checked = false;
    toggled();
    boxes[0]?.focus();
  });
  return (judged, placed) => {
    drawWords(box, judged);
    const besides = box.querySelector<HTMLElement>('.besides');
    if (besides) besides.hidden = placed.besides.length === 0;
    drawRows(besides?.querySelector('ul') ?? null, findingRows(placed.besides, desk.facts.home));
    filter();
  };
}

function isOut({ place: { dataset } }: Row, desk: Desk, isOn: (at: 0 | 1) => boolean): boolean {
  if (isOn(0) && dataset['left'] !== 'true') return true;
  return isOn(1) && !isMine(dataset['by'] ?? '', desk.draft().by, desk.judged()?.document);
}

/** A section whose items are all away goes with them; where all are, the page says so. */
function showSections(box: HTMLElement): void {
  const sections = [...box.querySelectorAll<HTMLElement>('section.asked')];
  for (const section of sections) {
    // the page as it was built drew the filter by a class
    section.classList.remove('filtered');
    section.hidden = section.querySelector('.ask:not([hidden]):not(.filtered)') === null;
  }
  const nothing = box.querySelector<HTMLElement>('.nothing-shown');
  if (nothing) nothing.hidden = sections.some((section) => !section.hidden);
}

/** Whether a person may answer an item: as closeout fill asks them. */
function isMine(by: string, id: string, document: RunDocument | undefined): boolean {
  const person = document?.people.get(id);
  if (!document || !person) return true;
  const crew = crewOf(document.run).has(id);
  const lead = crew || held(person, 'lead', document.today);
  const support = !crew && held(person, 'support', document.today);
  return by === 'either' ? lead || support : by === 'lead' ? lead : support;
}

function drawWords(box: HTMLElement, judged: Judged): void {
  const words = box.querySelector('.left-words');
  const said = leftWords(judged);
  if (words && words.textContent !== said) words.textContent = said;
  const roles = box.querySelector('.left-roles');
  if (roles) roles.textContent = judged.status ? rolesWords(judged.status) : '';
}

/** "12 items left before it may close.", in the words of closeout status. */
export function leftWords({ status, gate }: Pick<Judged, 'status' | 'gate'>): string {
  if (!status) return 'The file cannot be read, so what is left is not known.';
  const may = gate === 'closed' ? 'close' : 'finish';
  if (status.verdict.outcome === 'may-close') return `It may ${may}.`;
  if (status.verdict.outcome === 'undecided') return `It could not be decided whether it may ${may}.`;
  return `${verdictWords(status.verdict)} before it may ${may}.`;
}

/** "Lead 4 · Support 1": whose the items are that are left. */
export function rolesWords({ left, optional }: Status): string {
  const parts = (['lead', 'either', 'support'] as const).flatMap((role) => {
    const own = left.filter(({ by }) => by === role).length;
    return own > 0 ? [`${roleWords[role]} ${own}`] : [];
  });
  if (optional > 0) parts.push(`${counted(optional, 'optional item')} open besides`);
  return parts.join(' · ');
}
