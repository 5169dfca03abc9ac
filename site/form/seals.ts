import { askedSignoffs, type Diagnostic, type RunDocument, type Status } from '../../linter/engine.ts';
import { copies } from '../components/copy.ts';
import { element } from '../components/element.ts';
import { dayWords } from '../times.ts';
import type { Desk } from './desk.ts';
import { findingRows } from './findings.ts';
import type { Judged } from './judge.ts';
import { download } from './save.ts';
import { type Sealed, sealed } from './sealing.ts';

type Signed = Extract<Sealed, { refused?: undefined }>;

const standings = {
  missing: 'not signed yet',
  declared: 'declared: a name stands there, and no seal',
  sealed: 'sealed: nothing that it covers has changed',
  stale: 'stale: what it covers has changed since',
} as const;

/** Lists the sign-offs that are asked for, and seals one where nothing that it covers is left. */
export function startSeals(desk: Desk): (judged: Judged) => void {
  const list = desk.box.querySelector('.seals');
  let [shown, signed] = ['', ''];
  return (judged) => {
    const { document: run, status } = judged;
    if (!run || !status) {
      list?.replaceChildren();
      return;
    }
    // what was offered for signing is not what stands there now
    const what = JSON.stringify([judged.text, judged.digests]);
    if (what !== signed) desk.box.querySelector('.sealed-out')?.replaceChildren();
    signed = what;
    const now = JSON.stringify([status.signoffs, run.phases]);
    if (now === shown) return;
    shown = now;
    list?.replaceChildren(...status.signoffs.map((each) => signoffRow(each, run, desk)));
  };
}

function signoffRow({ phase, role, standing, by, date }: Status['signoffs'][number], run: RunDocument, desk: Desk): HTMLElement {
  const who = by ? `${by}, ${date ? dayWords(date) : 'no day'}; ` : '';
  const row = element(
    'li',
    {},
    element('p', {}, element('strong', {}, `${phase}, ${role}`), ' ', element('span', { className: 'quiet' }, `${who}${standings[standing]}`)),
  );
  // the phases before the next gate are signed already, and a later one not yet
  if (!isDue(run, phase) || standing === 'sealed') return row;
  const button = element('button', { type: 'button', className: 'button' }, `Seal for ${role}`);
  button.addEventListener('click', () => show(desk, { phase, role }));
  row.append(button);
  return row;
}

function isDue(run: RunDocument, phase: string): boolean {
  const asked = askedSignoffs(run).map((each) => each.phase);
  return run.phases.includes(phase) && asked.includes(phase);
}

function show(desk: Desk, asked: { readonly phase: string; readonly role: string }): void {
  const place = desk.box.querySelector<HTMLElement>('.sealed-out');
  const [judged, by] = [desk.judged(), desk.draft().by];
  // what was typed last is judged in a moment; an older text is not what is signed
  if (judged?.text !== desk.draft().text) {
    setTimeout(() => show(desk, asked), 50);
    return;
  }
  if (!place || !judged.document) return;
  if (by === '') place.replaceChildren(element('p', { className: 'warn' }, 'Say at the top of the page who signs.'));
  else {
    const result = sealed(judged, judged.document, { ...asked, by });
    place.replaceChildren(...(result.refused ? refusal(result.refused, desk) : offer(result, judged.document, desk)));
  }
  place.focus();
}

function refusal(problems: readonly Diagnostic[], { facts }: Desk): HTMLElement[] {
  return [
    element('p', { className: 'warn' }, 'Not signed; what stands here comes first.'),
    element('ul', { className: 'findings' }, ...findingRows(problems, facts.home)),
  ];
}

/** What is signed, in words, before anything is made. */
function offer(result: Signed, run: RunDocument, desk: Desk): HTMLElement[] {
  const { signoff } = result;
  const customer = run.customers.get(run.run.project?.customer ?? '')?.name ?? run.run.project?.customer ?? '';
  const name = run.people.get(signoff.by)?.name ?? signoff.by;
  const make = element('button', { type: 'button', className: 'button main' }, 'Make the sign-off file');
  make.addEventListener('click', () => made(result, desk));
  return [
    element('p', {}, element('strong', {}, `${customer}: ${run.run.project?.name ?? run.id}`), ` (${run.id}), ${signoff.checklist}`),
    element('p', {}, `The ${signoff.phase} phase, for ${signoff.role}, by ${name} on ${dayWords(signoff.date)}:`),
    element('blockquote', {}, signoff.meaning),
    element('p', { className: 'acts' }, make),
  ];
}

function made({ file, text }: Signed, desk: Desk): void {
  desk.keep({ signoffs: { ...desk.draft().signoffs, [file]: text } });
  const place = desk.box.querySelector<HTMLElement>('.sealed-out');
  const name = file.slice(file.lastIndexOf('/') + 1);
  const save = element('button', { type: 'button', className: 'button main download-seal' }, `Download ${name}`);
  save.addEventListener('click', () => download(name, text));
  const copy = element('button', { type: 'button', className: 'button copy' }, 'Copy it');
  copy.dataset['text'] = text;
  const status = element('span', { className: 'sr-only' });
  status.setAttribute('role', 'status');
  const copying = element('span', { className: 'copying' }, copy, status);
  copies(copy);
  place?.replaceChildren(
    element('p', {}, 'Sealed, and kept in this browser. Put it beside the run, as ', element('code', {}, file), '.'),
    element(
      'p',
      {},
      'Sealed is not approved: anybody could type this name. Who may approve the change decides the repository. If you change an answer now, the seal no longer fits.',
    ),
    element('p', { className: 'acts' }, save, copying),
    element('pre', { className: 'diff' }, text),
  );
  place?.focus();
}
