import { dayIn } from '../../linter/engine.ts';
import { awaySaid, holds, read, soonestFirst, type Turn, whenOf } from '../days.ts';
import { longDay } from '../times.ts';

const EACH_MINUTE = 60_000;

/** Keeps a page right for the day it is in the organisation's zone, also while it stays open overnight. */
export function keepDay({ zone, built }: { readonly zone: string; readonly built: string }): void {
  let shown = built;
  const look = (): void => {
    const today = todayIn(zone, built);
    if (today === shown) return;
    shown = today;
    showDay(today);
  };
  look();
  document.addEventListener('visibilitychange', look);
  setInterval(look, EACH_MINUTE);
}

/** A clock that is behind the build is wrong, and one that does not know the zone says nothing: then the build's day stands. */
function todayIn(zone: string, built: string): string {
  try {
    const today = dayIn(zone, new Date());
    return today < built ? built : today;
  } catch {
    return built;
  }
}

/** Shows what of the page a day shows. */
function showDay(today: string): void {
  for (const part of all('[data-days]')) part.hidden = !holds(read(part.dataset['days'] ?? ''), today);
  for (const part of all('[data-away]')) {
    const { away = today, ahead, past } = part.dataset;
    part.dataset['when'] = whenOf(away, today);
    part.textContent = awaySaid(away, today, ahead, past);
  }
  for (const part of all('[data-today]')) part.textContent = longDay(today);
  for (const list of all('[data-soonest]')) sortIn(list, today);
  for (const mark of document.querySelectorAll('[data-scale]')) moveTo(mark, today);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) hideWithTarget(link);
}

function all(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(selector);
}

/** Sorts the children that have a turn; what stands before and after them stays there. */
function sortIn(list: HTMLElement, today: string): void {
  const order = soonestFirst(today);
  const turns = [...list.querySelectorAll<HTMLElement>(':scope > [data-turn]')].map((part) => ({ part, turn: JSON.parse(part.dataset['turn'] ?? '') as Turn }));
  const end = turns.at(-1)?.part.nextSibling ?? null;
  for (const { part } of turns.sort((a, b) => order(a.turn, b.turn))) list.insertBefore(part, end);
}

/** Moves the mark of today along a picture that begins at `data-from` and is `data-scale` days wide. */
function moveTo(mark: Element, today: string): void {
  const along = (Date.parse(today) - Date.parse(mark.getAttribute('data-from') ?? today)) / 86_400_000 / Number(mark.getAttribute('data-scale'));
  mark.setAttribute('x', `${along * 100}%`);
  mark.toggleAttribute('hidden', along > 1);
}

/** A table of contents does not name what is gone from the page. */
function hideWithTarget(link: HTMLAnchorElement): void {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const row = link.closest('li');
  if (row && target?.dataset['days'] !== undefined) row.hidden = target.hidden;
}
