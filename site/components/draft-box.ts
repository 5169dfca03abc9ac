import { type DraftFinding, draftReader } from './draft.ts';
import { findingList } from './finding-list.ts';

/** Time without a key before the draft is read: a list that changes with each letter is read out with each letter. */
const REST = 300;

/** Reads what is written in the box, now and after every change, and lists below it what to say differently. */
export function watch(box: HTMLElement): void {
  const area = box.querySelector('textarea');
  const first = box.querySelector<HTMLInputElement>('input[type=checkbox]');
  const result = box.querySelector('.result');
  const rules = box.querySelector('script[type="application/json"]')?.textContent;
  if (!area || !first || !result || !rules) return;
  const read = draftReader(JSON.parse(rules));
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const draft = area.value;
    const reading = read(draft, { first: first.checked });
    const now = draft.trim() === '' ? '' : JSON.stringify(reading);
    if (now === shown) return;
    shown = now;
    result.replaceChildren(...(draft.trim() === '' ? [] : findingList(reading, { phrases: '', use })));
  };
  const use = ({ span, instead = '' }: DraftFinding): void => {
    area.setRangeText(instead, span[0], span[1], 'end');
    area.dispatchEvent(new Event('input'));
    area.focus();
    look();
  };

  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  });
  first.addEventListener('change', look);
  look();
}
