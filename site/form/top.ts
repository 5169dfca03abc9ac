import { edited } from '../../linter/engine.ts';
import { element } from '../components/element.ts';
import { type Desk, publishedText } from './desk.ts';
import { itemsIn } from './items-in.ts';
import type { Judged } from './judge.ts';

/** Who answers, the state, undo, clear, and what to do where the published run has moved on. */
export function startTop(desk: Desk): (judged: Judged) => void {
  const { box } = desk;
  const by = box.querySelector<HTMLInputElement>('#form-by');
  const state = box.querySelector<HTMLSelectElement>('#form-state');
  const undo = box.querySelector<HTMLButtonElement>('.undo');
  state?.addEventListener('change', () => {
    // a text that cannot be read takes no change
    if (desk.judged()?.document) desk.set([], 'state', state.value);
  });
  if (by) by.value = desk.draft().by;
  by?.addEventListener('input', () => desk.keep({ by: by.value.trim() }));
  // answers that wait for a name get the whole of it
  by?.addEventListener('change', () => {
    for (const place of box.querySelectorAll('.ask')) place.dispatchEvent(new Event('form-again'));
  });
  undo?.addEventListener('click', () => {
    desk.undo();
    desk.tell('Taken back.');
  });
  startClear(desk);
  startMoved(desk);
  return (judged) => {
    if (undo) undo.disabled = desk.draft().past.length === 0;
    if (by && by !== document.activeElement) by.value = desk.draft().by;
    if (state && judged.document) state.value = judged.document.run.state ?? '';
    drawPeople(box, judged);
    drawWho(box, judged, desk.draft().by);
  };
}

function drawPeople(box: HTMLElement, { document: run }: Judged): void {
  const list = box.querySelector('#form-people');
  if (!list || list.childElementCount > 0 || !run) return;
  list.append(...[...run.people.values()].map(({ id, name }) => element('option', { value: id }, name)));
}

function drawWho(box: HTMLElement, { document: run }: Judged, by: string): void {
  const says = box.querySelector('#form-by-says');
  if (!says || !run) return;
  const words = by === '' ? 'Your id, as in records/people.yaml' : (run.people.get(by)?.name ?? `Nobody in records/people.yaml has the id "${by}".`);
  if (says.textContent !== words) says.textContent = words;
}

function startClear(desk: Desk): void {
  const dialog = desk.box.querySelector<HTMLDialogElement>('dialog.clearing');
  desk.box.querySelector('.clear')?.addEventListener('click', () => dialog?.showModal());
  dialog?.querySelector('.keep')?.addEventListener('click', () => dialog.close());
  dialog?.querySelector('.really')?.addEventListener('click', () => {
    dialog.close();
    desk.clear();
    desk.tell('Your answers are deleted from this browser.');
  });
}

/** The run was published anew while somebody filled it in here: both are offered, and both together. */
function startMoved(desk: Desk): void {
  const place = desk.box.querySelector<HTMLElement>('.moved');
  const says = place?.querySelector('.moved-says');
  const published = publishedText(desk.facts);
  if (!place || !says || desk.draft().published === published) return;
  if (desk.draft().text === desk.draft().published || desk.draft().text === published) {
    desk.keep({ published, base: published, text: published, past: [] });
    return;
  }
  says.textContent = 'The published run has changed since you began to fill it in here. Nothing of yours is lost: what you choose can be undone.';
  place.hidden = false;
  const settle = (text: string): void => {
    desk.keep({ published });
    desk.replace(text, 'published', published);
    place.hidden = true;
  };
  place.querySelector('.keep-mine')?.addEventListener('click', () => settle(desk.draft().text));
  place.querySelector('.take-theirs')?.addEventListener('click', () => settle(published));
  place.querySelector('.carry')?.addEventListener('click', () => {
    try {
      settle(carried(desk));
    } catch (error) {
      says.textContent = `They do not go together: ${error instanceof Error ? error.message : String(error)}. Choose one of the two.`;
    }
  });
}

/** The published run with the answers that were given here. */
function carried({ draft, facts, judged }: Desk): string {
  const [mine, before] = [itemsIn(draft().text), itemsIn(draft().base)];
  const order = [...(judged()?.document?.checklist?.items.keys() ?? [])];
  const changes = [...mine].filter(([key, { answer }]) => JSON.stringify(answer) !== JSON.stringify(before.get(key)?.answer));
  return edited(
    facts.run ?? 'run.yaml',
    publishedText(facts),
    changes.map(([, { part, item, answer }]) => ({ within: [part], key: item, value: answer, order })),
  );
}
