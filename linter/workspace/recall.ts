import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { asciiJson } from '../core/ascii.ts';
import type { Leaves } from '../core/leaves.ts';
import { once } from '../core/once.ts';
import type { Span } from '../core/text.ts';
import type { Recall, Source } from '../parse/file.ts';

const MOST_FILES = 500;
const MOST_BYTES = 300_000;

/**
 * What the program keeps of files that every lint reads, such as releases and people: most of a short lint went into reading them anew.
 * It lies beside the program, for who may write there may change the program itself, in a folder that has the name of this file, which
 * holds the hash of its content: another build begins with an empty one. A file is recalled only where it is the same to the last
 * byte. Where nothing can be written nothing is kept. Undefined where the program was not built.
 */
export const recall: Recall | undefined = import.meta.filename.endsWith('.cjs') ? recallIn(keptBy(import.meta.filename)) : undefined;

/** Put together by hand: to take a path apart takes longer than to read a file. */
function keptBy(program: string): string {
  const at = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
  return `${program.slice(0, at)}/kept${program.slice(at, -'.cjs'.length)}`;
}

/** Keeps data as one line of JSON, behind it the files that it was read from, and the leaves. The line is ASCII: one byte of it is one character. */
function recallIn(folder: string): Recall {
  const placeOf = (name: string): string => `${folder}/${encodeURIComponent(name)}`;
  return {
    find: (name, sources) => {
      try {
        const kept = readFileSync(placeOf(name));
        const end = kept.indexOf('\n');
        const { value, later, files, width, length } = JSON.parse(kept.toString('latin1', 0, end)) as Line;
        const start = endOf(sources, files, kept, end + 1);
        if (start === undefined || kept.length !== start + width * length) return undefined;
        const encoding = encodingOf(width);
        const leaves: Leaves = { slice: (from, to) => kept.toString(encoding, start + width * from, start + width * to) };
        for (const [key, [from, to]] of later) Object.defineProperty(value, key, { get: once(() => JSON.parse(leaves.slice(from, to)) as unknown) });
        return { value, leaves };
      } catch {
        // nothing is kept of it, or half of it
        return undefined;
      }
    },
    keep: (name, sources, whole, written = '') => {
      const own = sources.map(bytesOf);
      // what JSON has no word for, as a number that is none, is read anew each time
      if (own.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES || !isDeepStrictEqual(JSON.parse(asciiJson(whole)), whole)) return;
      const { value, later, leaves } = parted(whole, written);
      const width = /[^\0-\x7f]/.test(leaves) ? 2 : 1;
      const files = sources.map(({ file }, index): Line['files'][number] => [file, own[index]?.length ?? 0]);
      const line = asciiJson({ value, later, files, width, length: leaves.length } satisfies Line);
      const bytes = Buffer.concat([Buffer.from(`${line}\n`), ...own, Buffer.from(leaves, encodingOf(width))]);
      const beside = `${placeOf(name)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        if (readdirSync(folder).length >= MOST_FILES) emptyOut(folder);
        try {
          // a hole where the disk was cut off is no JSON, or not the text; only of leaves nobody would know
          writeFileSync(beside, bytes, { flag: 'wx', flush: leaves !== '' });
          renameSync(beside, placeOf(name));
        } finally {
          // half of it, where the disk is full
          rmSync(beside, { force: true });
        }
      } catch {
        // as in an installation that only its owner may change
      }
    },
  };
}

interface Line {
  readonly value: unknown;
  /** Keys of the value that stand in the leaves, as JSON. */
  readonly later: readonly (readonly [key: string, Span])[];
  /** What it was read from, and how many bytes of each stand behind the line. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
  /** Bytes of a character of the leaves, and how many characters there are. */
  readonly width: 1 | 2;
  readonly length: number;
}

const LONG = 4000;

/** Long parts of a group are put behind its leaves: of a release that is only looked up, its items are never asked for. */
function parted(whole: unknown, leaves: string): Pick<Line, 'value' | 'later'> & { readonly leaves: string } {
  const later: [string, Span][] = [];
  let behind = leaves;
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return { value: whole, later, leaves };
  const value = Object.entries(whole).map(([key, each]) => {
    const json = asciiJson(each);
    if (json.length < LONG) return [key, each];
    later.push([key, [behind.length, behind.length + json.length]]);
    behind += json;
    return [key, null];
  });
  return { value: Object.fromEntries(value), later, leaves: behind };
}

function encodingOf(width: Line['width']): 'latin1' | 'utf16le' {
  return width === 1 ? 'latin1' : 'utf16le';
}

function bytesOf(source: Source): Uint8Array {
  return source.bytes ?? Buffer.from(source.text);
}

/** Where the files end whose bytes begin here; undefined where they are others than these. */
function endOf(sources: readonly Source[], files: Line['files'], kept: Buffer, start: number): number | undefined {
  if (files.length !== sources.length) return undefined;
  let at = start;
  for (const [index, source] of sources.entries()) {
    const [name, length] = files[index] ?? [];
    const end = at + (length ?? 0);
    if (name !== source.file || !kept.subarray(at, end).equals(bytesOf(source))) return undefined;
    at = end;
  }
  return at;
}

/** Begins anew: whoever lints a strange repository of a thousand checklists fills the folder once, not for ever. */
function emptyOut(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { force: true });
}
