import { readYaml } from '../../linter/engine.ts';
import { element } from '../components/element.ts';
import type { Desk } from './desk.ts';
import type { Judged } from './judge.ts';
import { ticketNote } from './note.ts';
import { forgeFile } from './paths.ts';
import { download } from './save.ts';

/** Ways out of the page: download, copy, the forge, and what changed; and ways in. */
export function startOut(desk: Desk): (judged: Judged) => void {
  const { box } = desk;
  box.querySelector('.download')?.addEventListener('click', () => download('run.yaml', desk.draft().text));
  startFile(desk);
  const changes = box.querySelector<HTMLDetailsElement>('.changes');
  const drawChanges = (): void => void (changes?.open && showChanges(desk, changes));
  changes?.addEventListener('toggle', drawChanges);
  return (judged) => {
    const path = box.querySelector('.out-path');
    if (path) path.replaceChildren('This is the file ', element('code', {}, judged.file), ' of the repository.');
    setText(box, '[aria-label="Copy the YAML"]', judged.text);
    setText(box, '[aria-label="Copy as ticket note"]', ticketNote(judged));
    const forge = box.querySelector<HTMLAnchorElement>('.to-forge');
    const says = box.querySelector<HTMLElement>('.forge-says');
    const { repository, run } = desk.facts;
    if (forge && says && repository) {
      forge.href = forgeFile(repository, judged.file, run !== undefined);
      forge.hidden = says.hidden = false;
    }
    drawBeside(box, judged);
    const area = box.querySelector<HTMLTextAreaElement>('#form-text');
    if (area && area !== document.activeElement) area.value = judged.text;
    drawChanges();
  };
}

function setText(box: HTMLElement, selector: string, text: string): void {
  for (const button of box.querySelectorAll<HTMLElement>(selector)) button.dataset['text'] = text;
}

/** What has to go into the repository together with the run. */
function drawBeside(box: HTMLElement, { digests, signoffs, document: run, file }: Judged): void {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const named = new Set(
    [...(run?.answers.values() ?? []), ...(run?.settled.values() ?? [])].flatMap((each) =>
      typeof each === 'object' && 'done' in each ? (each.file ?? []) : [],
    ),
  );
  const files = [
    ...Object.keys(signoffs),
    ...Object.keys(digests)
      .filter((each) => named.has(each))
      .map((each) => `${folder}/${each}`),
  ];
  const place = box.querySelector('.beside-files');
  if (!place) return;
  if (files.length === 0) place.replaceChildren();
  else
    place.replaceChildren(
      element('p', {}, 'Together with it go:'),
      element('ul', { className: 'plain' }, ...files.map((each) => element('li', {}, element('code', {}, each)))),
    );
}

async function showChanges(desk: Desk, changes: HTMLElement): Promise<void> {
  const { text, base } = desk.draft();
  const place = changes.querySelector('.diff');
  const { changeLines } = await import('./changes.ts');
  place?.replaceChildren(...changeLines(desk.judged()?.file ?? 'run.yaml', base, text));
}

/** A file from this device or from a clipboard takes the place of the text, where this page knows its release. */
function startFile(desk: Desk): void {
  const { box, facts } = desk;
  const says = box.querySelector<HTMLElement>('.file-says');
  const area = box.querySelector<HTMLTextAreaElement>('#form-text');
  const take = (text: string, from: string, isNew: boolean): void => {
    const other = otherRelease(text, facts.release);
    if (says) says.textContent = other ?? `${from} Undo brings the text before it back.`;
    if (other === undefined) desk.replace(text, from, isNew ? text : undefined);
  };
  const picker = box.querySelector<HTMLInputElement>('#form-open');
  picker?.addEventListener('change', async () => {
    const [file] = picker.files ?? [];
    if (file) take(await file.text(), `${file.name} is open.`, true);
    picker.value = '';
  });
  box.querySelector('.use-text')?.addEventListener('click', () => take(area?.value ?? '', 'The text is taken.', desk.draft().text === ''));
}

/** Why a text is not for this page: its items are those of another release. */
function otherRelease(text: string, release: string): string | undefined {
  const { checklist } = (readYaml(text).data ?? {}) as { readonly checklist?: unknown };
  if (typeof checklist !== 'string' || checklist === release) return undefined;
  return `This file is on ${checklist}, and this page lists the items of ${release}, so it was not taken. Use the page of its own project, or closeout fill.`;
}
