import { element } from '../components/element.ts';
import type { Desk } from './desk.ts';
import { digestOfFile } from './evidence.ts';
import { fieldWords, type Question } from './facts.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

interface Asked {
  readonly name: string;
  readonly question: Question;
  readonly value: string;
  readonly desk: Desk;
  take(name: string, value: string): void;
}

const long = new Set(['note', 'na', 'waived']);

/** One field of an answer with its label; what is typed is taken with each letter. */
export function fieldFor({ name, question: { part, item }, value, desk, take }: Asked): HTMLElement {
  const id = `${part}-${item}-${name}`;
  const field = long.has(name) ? element('textarea', { id, rows: 1 }) : element('input', { id, ...typeOf(name, value) });
  field.dataset['field'] = name;
  field.autocomplete = 'off';
  field.value = value;
  field.addEventListener('input', () => take(name, field.value));
  const asked = element('div', { className: `field of-${name}` }, element('label', { htmlFor: id }, fieldWords[name] ?? name), field);
  if (name === 'approved') field.setAttribute('list', 'form-people');
  if (name === 'file') asked.append(pickerFor(field, id, desk, take));
  return asked;
}

function typeOf(name: string, value: string): Partial<HTMLInputElement> {
  // a date field shows nothing of what is no day; then it is text, so that it can be seen and mended
  if (['done', 'date', 'until'].includes(name)) return { type: value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text' };
  if (name === 'count') return { type: 'text', inputMode: 'numeric' };
  if (name === 'link') return { type: 'text', inputMode: 'url', autocapitalize: 'none' };
  return { type: 'text', autocapitalize: 'none' };
}

/** The file itself may be picked, so that its digest is known here. It is read and goes nowhere. */
function pickerFor(field: Field, id: string, desk: Desk, take: Asked['take']): HTMLElement {
  const picker = element('input', { type: 'file', id: `${id}-pick` });
  const says = element(
    'p',
    { className: 'quiet' },
    'To seal, this page needs the digest of a file that is not in the repository yet. The file is read here and goes nowhere.',
  );
  says.id = `${id}-says`;
  picker.setAttribute('aria-describedby', says.id);
  picker.addEventListener('change', async () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    const digest = await digestOfFile(file);
    if (digest === undefined) {
      says.textContent = `"${file.name}" is empty. Pick the file that shows it.`;
      return;
    }
    const path = field.value.trim() || `evidence/${fileName(file.name)}`;
    field.value = path;
    take('file', path);
    desk.keep({ digests: { ...desk.draft().digests, [path]: digest } });
    says.textContent = `Read: SHA-256 ${digest.slice(0, 8)}… Put the file into the run's folder as ${path}, together with the run.`;
  });
  return element('div', { className: 'picker' }, element('label', { htmlFor: picker.id }, 'Pick the file'), picker, says);
}

/** A name that a path in a run may have. */
function fileName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replaceAll(/^[-.]+/g, '') || 'file'
  );
}
