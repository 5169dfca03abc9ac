import { drawer } from '../components/kept.ts';

const ACTS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'input', 'change', 'click'] as const;

/**
 * Fetches what judges a run when somebody first does something in the form, or has done so before and left a draft.
 * What they did until it was there is done again then, so that nothing is lost on a slow line.
 */
export function wakes(box: HTMLElement): void {
  const early = earlyActs(box);
  const begin = (): void => {
    for (const act of ACTS) box.removeEventListener(act, begin);
    box.setAttribute('aria-busy', 'true');
    wake(box, early).catch(() => asleep(box));
  };
  for (const act of ACTS) box.addEventListener(act, begin, { passive: true });
  if (drawer('localStorage').read() !== undefined) begin();
}

async function wake(box: HTMLElement, early: Early): Promise<void> {
  const { startForm } = await import('./form.ts');
  const redo = early.end();
  await startForm(box);
  box.removeAttribute('aria-busy');
  redo();
}

/** Without its script the page is a list to read again. */
function asleep(box: HTMLElement): void {
  box.removeAttribute('aria-busy');
  box.classList.remove('scripted', 'empty');
  const failed = box.querySelector<HTMLElement>('.load-failed');
  if (failed) failed.hidden = false;
}

interface Early {
  /** Stops to look; what it returns does again what was seen. */
  end(): () => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody changes and presses before anything listens. */
function earlyActs(box: HTMLElement): Early {
  const changed = new Set<Control>();
  let pressed: HTMLElement | undefined;
  const look = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) changed.add(target);
  };
  const press = ({ target }: Event): void => {
    pressed = target instanceof Element ? (target.closest<HTMLElement>('button') ?? undefined) : undefined;
  };
  for (const name of ['input', 'change']) box.addEventListener(name, look);
  box.addEventListener('click', press);
  return {
    end() {
      for (const name of ['input', 'change']) box.removeEventListener(name, look);
      box.removeEventListener('click', press);
      const acts = [...changed].map((control) => again(control));
      return () => {
        for (const act of acts) act();
        pressed?.click();
      };
    },
  };
}

/** Remembers what a control holds now; the script that comes draws over it. */
function again(control: Control): () => void {
  const { value } = control;
  const checked = control instanceof HTMLInputElement && control.checked;
  return () => {
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) control.checked = checked;
    else if (control.type !== 'file') control.value = value;
    // of a group of radios only the one that is chosen speaks
    if (control.type === 'radio' && !checked) return;
    for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
  };
}
