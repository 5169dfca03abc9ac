import { fold } from './customer-filter.ts';

const MOST_SHOWN = 8;

/** A customer as the box finds it. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The parts of a box, and what it shows now. */
interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly said: HTMLElement;
  readonly to: string;
  customers: readonly Named[] | 'none' | undefined;
  shown: readonly Named[];
  active: number;
  /** Enter was pressed before the names came. */
  entered: boolean;
}

/** Makes a box find customers while somebody types, by the combobox pattern of WAI-ARIA; names are fetched when it is first used. */
export function goesTo(holder: HTMLElement): void {
  const [input, list, said] = [holder.querySelector('input'), holder.querySelector<HTMLElement>('[role=listbox]'), holder.querySelector('p')];
  const { list: address, to } = holder.dataset;
  if (!input || !list || !said || !address || !to) return;
  const box: Box = { input, list, said, to, customers: undefined, shown: [], active: -1, entered: false };
  let asked = false;
  const ask = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    box.customers = await fetched(address);
    if (input.value !== '') sift(box);
    if (box.entered) enter(box);
  };
  input.addEventListener('focus', ask);
  input.addEventListener('input', () => sift(box));
  input.addEventListener('keydown', (event) => onKey(box, event));
  input.addEventListener('blur', () => close(box));
  // a press on a name must not take the focus away first, or the list would close under it
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (row) go(box, box.shown[[...list.children].indexOf(row)]);
  });
}

async function fetched(address: string): Promise<readonly Named[] | 'none'> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Named[]) : 'none';
  } catch {
    return 'none';
  }
}

/** Customers with all the words in their name or aliases; those that begin so come first. */
export function found(customers: readonly Named[], typed: string): readonly Named[] {
  const words = fold(typed).split(' ');
  if (words[0] === '') return [];
  const ranked = customers.flatMap((customer) => {
    const names = [customer.name, ...customer.aliases].map(fold);
    const all = names.join(' ');
    if (!words.every((word) => all.includes(word))) return [];
    const begins = names.some((name) => name.startsWith(words.join(' ')));
    const begun = words.every((word) => ` ${all}`.includes(` ${word}`));
    return [{ customer, rank: begins ? 0 : begun ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ customer }) => customer);
}

function sift(box: Box): void {
  const { customers, input, list } = box;
  if (customers === undefined) return;
  const all = customers === 'none' ? [] : found(customers, input.value);
  box.shown = all.slice(0, MOST_SHOWN);
  box.active = -1;
  list.replaceChildren(...box.shown.map(rowOf));
  show(box, box.shown.length > 0);
  tell(box, input.value.trim() === '' ? '' : saying(all.length, customers === 'none'));
}

function saying(count: number, lost: boolean): string {
  if (lost) return 'The names could not be fetched. Enter leads to the list.';
  if (count === 0) return 'No customer of that name.';
  return count > MOST_SHOWN ? `${count} customers, the first ${MOST_SHOWN} listed` : `${count} customer${count === 1 ? '' : 's'}`;
}

function rowOf({ name, aliases }: Named, at: number): HTMLElement {
  const row = document.createElement('div');
  row.id = `customer-box-${at}`;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  const also = document.createElement('span');
  also.textContent = aliases.join(', ');
  row.append(name, ' ', also);
  return row;
}

function onKey(box: Box, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const { key } = event;
  if (key === 'Enter') enter(box);
  else if (key === 'Escape') leave(box);
  else if (key === 'ArrowDown' || key === 'ArrowUp') walk(box, key === 'ArrowDown' ? 1 : -1);
  else return;
  event.preventDefault();
}

/** The marked name, or the first where none is marked; where there are no names, the list. */
function enter(box: Box): void {
  if (box.input.value.trim() === '') return;
  box.entered = box.customers === undefined;
  if (box.customers === 'none') location.assign(box.to);
  else go(box, box.shown[Math.max(0, box.active)]);
}

function go({ to }: Box, customer: Named | undefined): void {
  if (customer) location.assign(`${to}${encodeURIComponent(customer.id)}/`);
}

/** Closes the list; once more empties the box. */
function leave(box: Box): void {
  if (box.list.hidden) box.input.value = '';
  close(box);
}

function close(box: Box): void {
  mark(box, -1);
  show(box, false);
  tell(box, '');
}

function walk(box: Box, step: number): void {
  if (box.shown.length === 0) return;
  show(box, true);
  const count = box.shown.length;
  mark(box, box.active < 0 ? (step > 0 ? 0 : count - 1) : (box.active + step + count) % count);
}

function mark(box: Box, at: number): void {
  box.active = at;
  [...box.list.children].forEach((row, each) => {
    row.setAttribute('aria-selected', String(each === at));
  });
  const row = box.list.children[at];
  row?.scrollIntoView({ block: 'nearest' });
  if (row) box.input.setAttribute('aria-activedescendant', row.id);
  else box.input.removeAttribute('aria-activedescendant');
}

function show({ input, list }: Box, open: boolean): void {
  list.hidden = !open;
  input.setAttribute('aria-expanded', String(open));
}

/** What is heard; seen only where there is no list to see. */
function tell({ said, list }: Box, words: string): void {
  said.textContent = words;
  said.classList.toggle('alone', words !== '' && list.hidden !== false);
}
