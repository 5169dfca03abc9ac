import type { Config } from '../core/documents.ts';
import { type PsaExport, type PsaProject, type PsaStanding, statusReader, type Unclear } from '../core/psa.ts';
import { type Columns, columnsOf, type Role, titlesIn } from '../core/psa-columns.ts';
import { type DayOrder, dayFrom, orderOf } from '../core/written-days.ts';
import { type Row, readTable } from './export.ts';

const HEAD_ROWS = 30;
const MOST_SHOWN = 500;
const FOOTER = /^\W*(?:grand total|total|count|sum|records?|rows?|generated|exported|printed|report|gesamt|summe)\b/i;
const DAYS = ['started', 'due', 'closed'] as const;

/** Reads the export of a PSA's projects; `problem` reads on after the file's name. */
export function readPsa(bytes: Uint8Array, psa: Config['psa']): PsaExport | { readonly problem: string } {
  if (bytes.length === 0) return { problem: 'is empty' };
  const table = readTable(bytes, psa?.delimiter ?? 'auto', (cells) => 'columns' in columnsOf(cells, psa, 1));
  if ('problem' in table) return table;
  const head = headerOf(table.rows, psa);
  if ('problem' in head) return head;
  const { below, footer } = withoutFooter(table.rows.slice(head.index + 1));
  if (below.length === 0) return { problem: `has a header in line ${head.row.line} and no project below it` };
  const read = projectsOf(below, head.columns, head.row.cells.length, psa);
  const notes = [
    ...table.notes,
    ...(head.index > 0 ? [`The header is in line ${head.row.line}; what stands above it was passed over.`] : []),
    ...(footer ? [`Line ${footer.line} ("${footer.cells.find(Boolean)}") is no project and was passed over.`] : []),
    ...read.notes,
  ];
  return read.projects.length + read.unclear.length === 0 ? { problem: 'has no project that its status does not tell to ignore' } : { ...read, notes };
}

type Head = { readonly index: number; readonly row: Row; readonly columns: Columns };

/** Some exports have a title and a date above the header. */
function headerOf(rows: readonly Row[], psa: Config['psa']): Head | { readonly problem: string } {
  const head = rows.slice(0, HEAD_ROWS);
  for (const [index, row] of head.entries()) {
    const found = columnsOf(row.cells, psa, row.line);
    if ('columns' in found) return { index, row, columns: found.columns };
  }
  const [likeliest] = head.toSorted((a, b) => titlesIn(b.cells) - titlesIn(a.cells) || b.cells.length - a.cells.length);
  const found = likeliest && columnsOf(likeliest.cells, psa, likeliest.line);
  return { problem: found && 'problem' in found ? found.problem : 'has no rows' };
}

/** A last row of one cell such as "Total: 14"; any other short row may be a file that was cut. */
function withoutFooter(rows: readonly Row[]): { readonly below: readonly Row[]; readonly footer?: Row } {
  const last = rows.at(-1);
  const filled = last?.cells.filter((cell) => cell.trim() !== '') ?? [];
  return last && filled.length <= 2 && FOOTER.test(filled[0] ?? '') ? { below: rows.slice(0, -1), footer: last } : { below: rows };
}

function projectsOf(rows: readonly Row[], columns: Columns, width: number, psa: Config['psa']): PsaExport {
  const cell = (row: Row, role: Role): string => (columns[role] === undefined ? '' : textOf(row.cells[columns[role]] ?? ''));
  const order = psa?.dates ?? orderOf(rows.flatMap((row) => DAYS.map((role) => cell(row, role))));
  const standing = statusReader(psa);
  const projects: PsaProject[] = [];
  const unclear: Unclear[] = [];
  const [strange, unread] = [new Map<string, { readonly line: number; readonly rows: number }>(), new Set<string>()];
  let ignored = 0;
  for (const row of rows) {
    const fault = faultOf(row, width, columns, cell);
    if (fault) unclear.push({ line: row.line, what: fault });
    if (fault) continue;
    const status = cell(row, 'status');
    const meaning = columns.status === undefined ? byDay(cell(row, 'closed')) : standing(status);
    if (meaning === 'ignored') ignored += 1;
    else projects.push({ line: row.line, ...factsOf(row, cell, order, unread), standing: meaning ?? 'unknown' });
    if (meaning !== undefined) continue;
    const word = columns.status === undefined ? cell(row, 'closed') : status;
    const before = strange.get(word);
    strange.set(word, { line: before?.line ?? row.line, rows: (before?.rows ?? 0) + 1 });
  }
  for (const [status, { line, rows: count }] of strange)
    unclear.push({ line, what: `${strangeWords(status, columns)}${count > 1 ? ` It stands in ${count} rows.` : ''}` });
  const notes = unread.size > 0 ? [daysWords([...unread])] : [];
  return { projects, ignored, unclear, notes };
}

function factsOf(row: Row, cell: (row: Row, role: Role) => string, order: DayOrder | undefined, unread: Set<string>): Omit<PsaProject, 'line' | 'standing'> {
  const day = (role: (typeof DAYS)[number]): string | undefined => {
    const text = cell(row, role);
    const read = dayFrom(text, order);
    if (text && !read && /\d/.test(text)) unread.add(text);
    return read ?? (text || undefined);
  };
  const [id, status] = [cell(row, 'id') || undefined, cell(row, 'status') || undefined];
  return { id, name: cell(row, 'name'), customer: cell(row, 'customer'), status, started: day('started'), due: day('due'), closed: day('closed') };
}

/** Excel's way to keep zeros (="00123"), and the apostrophe that keeps it from calculating, are no part of the value; nobody reads more than MOST_SHOWN of it. */
function textOf(cell: string): string {
  const text = cell.replaceAll('\u00a0', ' ').trim();
  const value = (/^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[=+\-@\d])/, '')).replaceAll(/\s+/g, ' ').trim();
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN - 1)}…` : value;
}

function faultOf(row: Row, width: number, columns: Columns, cell: (row: Row, role: Role) => string): string | undefined {
  const extra = row.cells.slice(width).some((each) => each.trim() !== '');
  const short = Math.max(...Object.values(columns)) >= row.cells.length;
  if (extra || short)
    return `The row has ${row.cells.length} columns where the header has ${width}, so it cannot be told what stands where. Is a quote missing?`;
  if (cell(row, 'name') === '') return 'The row has no name of a project.';
  return cell(row, 'customer') === '' ? `"${cell(row, 'name')}" has no customer.` : undefined;
}

/** Without a status a day decides; a word such as "No" decides nothing. */
function byDay(closed: string): PsaStanding | undefined {
  if (closed === '') return 'on';
  return /\d/.test(closed) ? 'closed' : undefined;
}

function strangeWords(status: string, columns: Columns): string {
  if (columns.status === undefined) return `"${status}" is no day on which a project was closed.`;
  if (status === '') return 'The status is empty.';
  return `Nobody knows whether "${status}" means closed. Put it in closeout.config.yaml, for example psa: { closed: [${JSON.stringify(status)}] }, or under open, cancelled or ignore.`;
}

function daysWords([first = '']: readonly string[]): string {
  if (!/^\d{1,2}[-/]\d{1,2}[-/]/.test(first)) return `Dates such as "${first}" are left as they were written: their form is not known.`;
  return `Dates such as "${first}" are left as they were written: which number is the month could not be told. Say it in closeout.config.yaml: psa: { dates: mdy } or dmy.`;
}
