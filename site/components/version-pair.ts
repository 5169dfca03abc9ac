import { element } from './element.ts';

/** Narrows the list of versions to those between two that somebody chooses; the choice stands in the address, so that it can be passed on. */
export function startPair(pair: HTMLElement): void {
  const [from, to] = [...pair.querySelectorAll('select')];
  if (!from || !to) return;
  const asked = new URLSearchParams(location.search);
  for (const select of [from, to]) {
    const wanted = asked.get(select.dataset['end'] ?? '');
    if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted ?? '';
    select.addEventListener('change', () => {
      history.replaceState(null, '', `?${new URLSearchParams({ from: from.value, to: to.value })}`);
      void narrow(pair, from, to);
    });
  }
  if (asked.has('from') || asked.has('to')) void narrow(pair, from, to);
}

async function narrow(pair: HTMLElement, from: HTMLSelectElement, to: HTMLSelectElement): Promise<void> {
  // the newest comes first; whichever way round they are chosen, the newer one counts as the later
  const [newer = 0, older = 0] = [from.selectedIndex, to.selectedIndex].sort((a, b) => a - b);
  const ids = [...to.options].map(({ value }) => value);
  const names = [...to.options].map(({ text }) => text);
  const steps = [...document.querySelectorAll<HTMLElement>('[data-version]')];
  const place = (id: string | undefined): number => steps.findIndex((step) => step.dataset['version'] === id);
  const [first, end] = [place(ids[newer]), place(ids[older])];
  for (const [at, step] of steps.entries()) step.hidden = at < first || at >= end;
  const told = pair.querySelector('.told');
  const count = end - first;
  const says =
    newer === older
      ? 'Choose two different versions.'
      : `From ${names[older]} to ${names[newer]}: ${count === 1 ? '1 version' : `${count} versions, newest first`}.`;
  if (told) told.textContent = says;
  await sumUp(pair, count > 1 ? [ids[older] ?? '', ids[newer] ?? ''] : undefined);
}

/** What two versions that are no neighbours differ in, all in all: an item that came and went again is none. */
async function sumUp(pair: HTMLElement, ends: readonly [string, string] | undefined): Promise<void> {
  const net = pair.querySelector<HTMLElement>('.net');
  const list = net?.querySelector('ul');
  if (!net || !list) return;
  const asked = ends?.join() ?? '';
  net.dataset['asked'] = asked;
  net.hidden = true;
  if (!ends) return;
  const lines = await import('./version-sum.ts')
    .then(({ linesBetween }) => linesBetween(pair.dataset['releases'] ?? '', ends))
    .catch(() => ['This could not be loaded. The versions below say it one by one.']);
  // somebody may have chosen others meanwhile
  if (net.dataset['asked'] !== asked) return;
  list.replaceChildren(...lines.map((line) => element('li', {}, line)));
  net.hidden = false;
}
