import { type Mark, type Stamp, toMinute } from '../visit-times.ts';
import { element } from './element.ts';

const NAMES: Readonly<Record<Mark, string>> = { here: 'Arrived', break: 'Break began', back: 'Back at work', leaving: 'Left' };

/** What becomes of the times: put right in place, or one taken out, after which the list is drawn anew. */
interface Changes {
  edited(stamps: readonly Stamp[]): void;
  removed(stamps: readonly Stamp[]): void;
}

/** Draws the noted times, the earliest first, each to be put right or taken out: a button is easily forgotten. */
export function drawStamps(card: HTMLElement, now: () => readonly Stamp[], { edited, removed }: Changes): void {
  const list = card.querySelector('.stamps');
  const rows = now()
    .map((stamp, at) => ({ stamp, at }))
    .sort((a, b) => a.stamp.at - b.stamp.at || a.at - b.at)
    .map(({ stamp, at }) => rowOf(stamp, at));
  list?.replaceChildren(...(rows.length > 0 ? rows : [element('li', { className: 'quiet' }, 'No time is noted yet.')]));

  function rowOf({ mark, at: instant }: Stamp, at: number): HTMLElement {
    const id = `stamp-${at}`;
    const input = element('input', { id, type: 'datetime-local', value: localValue(instant), autocomplete: 'off' });
    // the list stays as it is meanwhile: a field that is drawn anew under the finger is lost
    input.addEventListener('change', () => {
      const time = new Date(input.value).getTime();
      if (!Number.isNaN(time)) edited(now().map((each, index) => (index === at ? { mark, at: toMinute(time) } : each)));
    });
    const remove = element('button', { type: 'button', className: 'button', ariaLabel: `Remove: ${NAMES[mark]}` }, 'Remove');
    remove.addEventListener('click', () => {
      removed(now().filter((_, index) => index !== at));
      card.querySelector<HTMLElement>('.add-break')?.focus();
    });
    return element('li', {}, element('label', { htmlFor: id }, NAMES[mark]), input, remove);
  }
}

/** An instant as a field for day and time takes it, in the device's own zone. */
function localValue(instant: number): string {
  const ahead = new Date(instant).getTimezoneOffset() * 60_000;
  return new Date(instant - ahead).toISOString().slice(0, 16);
}
