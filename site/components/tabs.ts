/** Makes tabs of buttons and the panels that they control; arrow keys walk them. Gives back what opens one by its panel's id. */
export function tabs(list: HTMLElement, opened: (panel: string) => void): (panel: string, focus?: boolean) => void {
  const all = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const panelOf = (tab: HTMLElement): HTMLElement | null => document.getElementById(tab.getAttribute('aria-controls') ?? '');
  const open = (panel: string, focus = false): void => {
    const chosen = all.find((tab) => tab.getAttribute('aria-controls') === panel) ?? all[0];
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const shown = panelOf(tab);
      if (shown) shown.hidden = tab !== chosen;
    }
    if (focus) chosen?.focus();
    opened(chosen?.getAttribute('aria-controls') ?? panel);
  };
  for (const tab of all) {
    panelOf(tab)?.setAttribute('role', 'tabpanel');
    panelOf(tab)?.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => open(tab.getAttribute('aria-controls') ?? ''));
  }
  list.addEventListener('keydown', (event) => {
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    open(all[next % all.length]?.getAttribute('aria-controls') ?? '', true);
  });
  return open;
}
