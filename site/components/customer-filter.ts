/** Narrows a list of links while somebody types; Enter follows the first that is left, arrow keys walk the list. */
export function narrow(finder: HTMLElement): void {
  const box = finder.querySelector('input');
  const status = finder.querySelector('[role=status]');
  if (!box || !status) return;
  const rows = [...finder.querySelectorAll('li')].map((row) => ({ row, link: row.querySelector('a'), words: wordsOf(row) }));
  const left = (): HTMLAnchorElement[] => rows.flatMap(({ row, link }) => (row.hidden || !link ? [] : [link]));

  const sift = (): void => {
    const asked = fold(box.value).split(/\s+/);
    for (const { row, words } of rows) row.hidden = !asked.every((word) => words.includes(word));
    status.textContent = saying(left().length);
  };
  box.addEventListener('input', sift);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && box.value.trim() !== '') left()[0]?.click();
    if (event.key === 'Escape') box.value = '';
    if (event.key === 'Escape') sift();
  });
  finder.addEventListener('keydown', (event) => walk(event, [box, ...left()]));
  // a browser keeps what was typed when somebody comes back
  sift();
}

function walk(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const next = step === 0 ? undefined : stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function saying(count: number): string {
  if (count === 0) return 'No customer of that name. Try fewer letters.';
  return count === 1 ? '1 customer. Press Enter to open it.' : `${count} customers`;
}

/** What a customer is found by: its name and aliases, not what is on there. */
function wordsOf(row: HTMLElement): string {
  return fold([...row.querySelectorAll('.name, .aliases')].map((part) => part.textContent ?? '').join(' '));
}

/** Lower case, without accents, spaces at the ends or doubled. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}
