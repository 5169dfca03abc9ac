/** A page's own drawer in the browser: what is in it stays on this device and is sent nowhere. */
export interface Drawer {
  /** What was kept last; undefined where there is nothing, or nothing that can be read. */
  read(): unknown;
  /** False where the browser keeps nothing: a reload loses it then. */
  write(value: unknown): boolean;
  forget(): void;
  /** Acts when another tab of the same page has kept something. */
  onChange(act: () => void): void;
}

/** Opens the drawer of the page at this address: `sessionStorage` lasts as long as the tab, `localStorage` until it is emptied. */
export function drawer(place: 'sessionStorage' | 'localStorage'): Drawer {
  // several sites may lie on one host, each below a path of its own
  const key = `closeout:${location.pathname}`;
  return {
    read: () => attempt(() => JSON.parse(window[place].getItem(key) ?? 'null') ?? undefined),
    write: (value) => attempt(() => window[place].setItem(key, JSON.stringify(value)) ?? true) ?? false,
    forget: () => void attempt(() => window[place].removeItem(key)),
    onChange: (act) => addEventListener('storage', (event) => void (event.key === key && act())),
  };
}

/** A browser may refuse its storage: blocked by its owner, or full. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
