import type { Finder } from './search-found.ts';

/** Opens the search by its button and by Ctrl K; what finds is fetched at the first opening, and what was typed meanwhile is searched then. */
export function opensSearch(holder: HTMLElement): void {
  const [button, dialog, input] = [holder.querySelector<HTMLButtonElement>('.search-open'), holder.querySelector('dialog'), holder.querySelector('input')];
  if (!button || !dialog || !input) return;
  let finder: Promise<Finder> | undefined;
  const find = async (): Promise<void> => {
    finder ??= import('./search-found.ts').then((module) => module.finderIn(dialog, holder.dataset['home'] ?? '/'));
    // where the network was away, the next letter tries again
    const ready = await finder.catch(() => undefined);
    if (ready) await ready.find(input.value);
    else finder = undefined;
    const said = dialog.querySelector('.search-said');
    if (!ready && said) said.textContent = 'The search could not be loaded. Is there a network?';
  };
  const open = (): void => {
    dialog.showModal();
    input.select();
    void find();
  };
  button.disabled = false;
  button.addEventListener('click', open);
  input.addEventListener('input', find);
  dialog.querySelector('.search-close')?.addEventListener('click', () => dialog.close());
  // a press beside the dialog is on the dialog itself; a link may lead to another place of this page
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
  });
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}
