import { CsvError, parse } from 'csv-parse/sync';
import { utf16In } from '../core/utf-16.ts';

/** One row of an export with the 1-based line at which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as it was exported, or why it is none. */
export type Table = { readonly rows: readonly Row[]; readonly notes: readonly string[] } | { readonly problem: string };

const MOST_ROWS = 200_000;
const HEAD_ROWS = 30;
const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** Reads comma-separated text and its relations; `fits` knows a row that is the header, by which the delimiter is found. */
export function readTable(bytes: Uint8Array, delimiter: 'auto' | keyof typeof delimiters, fits: (cells: readonly string[]) => boolean): Table {
  const decoded = decodeTable(bytes);
  if ('problem' in decoded) return decoded;
  // Excel's way to keep zeros, ="00123", is no quoting that a reader of CSV knows
  const text = decoded.text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?<=^|[,;\t|\n])=(?="[^"\n]*"(?:[,;\t|\n]|$))/g, '');
  // the first line by which Excel is told the delimiter
  const told = /^sep=([^\n])\n/i.exec(text)?.[1];
  const chosen = delimiter === 'auto' ? (told ?? delimiterOf(text, fits)) : delimiters[delimiter];
  const parsed = rowsOf(text, chosen);
  return 'problem' in parsed ? parsed : { rows: parsed.rows.filter(({ cells }) => !/^sep=/i.test(cells[0] ?? '')), notes: decoded.notes };
}

/** The text of an export: UTF-8, UTF-16 as Excel's "Unicode Text", or else Windows-1252, which is said. */
function decodeTable(bytes: Uint8Array): { readonly text: string; readonly notes: readonly string[] } | { readonly problem: string } {
  const starts = (...codes: number[]): boolean => codes.every((code, index) => bytes[index] === code);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'is an Excel workbook. Save it as "CSV UTF-8" and name that file' };
  const utf16 = utf16In(bytes);
  const text = utf16 ? decode(bytes, utf16) : decode(bytes, 'utf-8');
  if (utf16 && text === undefined) return { problem: 'is damaged: it is not whole UTF-16' };
  const read = text ?? decode(bytes, 'windows-1252') ?? '';
  if (read.includes('\0')) return { problem: 'is not text: it holds bytes of zero' };
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(read.slice(0, 200))) return { problem: 'is a web page or XML, no table. Perhaps the download asked for a sign-in' };
  return {
    text: read,
    notes: text === undefined ? ['The file is not UTF-8, so it was read as Windows-1252. Where letters look wrong, export it as UTF-8.'] : [],
  };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The delimiter by which the head of the file holds a header, or else the one that gives most columns. */
function delimiterOf(text: string, fits: (cells: readonly string[]) => boolean): string {
  const head = text.slice(0, 65_536).split('\n').slice(0, HEAD_ROWS).join('\n');
  const tried = Object.values(delimiters).map((mark) => {
    const rows = csv(head, mark);
    return { mark, found: rows.some((row) => fits(row)), width: Math.max(0, ...rows.map((row) => row.length)) };
  });
  return (tried.find(({ found }) => found) ?? tried.toSorted((a, b) => b.width - a.width)[0])?.mark ?? ',';
}

/** A head may be cut inside quotes: then what was read up to there is enough to tell. */
function csv(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  try {
    parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, relax_quotes: true, on_record: (record: string[]) => void rows.push(record) });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

function rowsOf(text: string, delimiter: string): { readonly rows: readonly Row[] } | { readonly problem: string } {
  const rows: Row[] = [];
  let last = 0;
  const keep = (cells: string[], { lines }: { readonly lines: number }): undefined => {
    // the library counts the line at which a record ends
    const line = lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    last = lines;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    if (rows.length > MOST_ROWS) throw new RangeError();
  };
  try {
    parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000, on_record: keep });
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: `has more than ${MOST_ROWS.toLocaleString('en-US')} rows. Export fewer, for example of the last two years` };
    if (!(error instanceof CsvError)) throw error;
    return { problem: wordsOf(error, last + 1) };
  }
  return { rows };
}

function wordsOf(error: CsvError, line: number): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `is not whole: a quote that begins in or after line ${line} is never closed`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `has a row of more than a million characters at line ${line}: perhaps a quote is missing there`;
  return `has a quote where none can stand, in or after line ${line}. A quote inside a value is doubled, and the value stands in quotes`;
}
