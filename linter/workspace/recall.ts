import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Recall } from '../parse/file.ts';

const MOST_FILES = 500;
const MOST_CHARACTERS = 300_000;

/**
 * What the program keeps of files that every lint reads, such as releases and people: most of a short lint went into reading them anew.
 * It lies beside the program, for who may write there may change the program itself, in a folder that has the name of this file, which
 * holds the hash of its content: another build begins with an empty one. A text is recalled only where it is the same to the last
 * character. Where nothing can be written nothing is kept. Undefined where the program was not built.
 */
export const recall: Recall | undefined = import.meta.filename.endsWith('.cjs') ? recallIn(keptBy(import.meta.filename)) : undefined;

function keptBy(program: string): string {
  return `${dirname(program)}/kept/${basename(program, '.cjs')}`;
}

/** Keeps data as one line of JSON, and behind it the texts that it was read from. The line is ASCII: one byte of it is one character. */
export function recallIn(folder: string): Recall {
  const placeOf = (name: string): string => `${folder}/${encodeURIComponent(name)}`;
  return {
    find: (name, texts) => {
      try {
        const kept = readFileSync(placeOf(name));
        const end = kept.indexOf('\n');
        return end > 0 && areAt(kept, end + 1, texts) ? JSON.parse(kept.toString('latin1', 0, end)) : undefined;
      } catch {
        // nothing is kept of it, or half of it
        return undefined;
      }
    },
    keep: (name, texts, value) => {
      const line = JSON.stringify(value).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
      // what JSON has no word for, as a number that is none, is read anew each time
      if (texts.reduce((sum, text) => sum + text.length, 0) > MOST_CHARACTERS || !isDeepStrictEqual(JSON.parse(line), value)) return;
      const beside = `${placeOf(name)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        if (readdirSync(folder).length >= MOST_FILES) emptyOut(folder);
        try {
          // not waited for: a text with a hole where the disk was cut off is no JSON, or not the text
          writeFileSync(beside, [`${line}\n`, ...texts].join(''), { flag: 'wx' });
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

/** Whether the bytes from here to the end are these texts: each for itself, for a copy of them all would have to be tidied up. */
function areAt(bytes: Buffer, start: number, texts: readonly string[]): boolean {
  let at = start;
  for (const text of texts) {
    const own = Buffer.from(text);
    if (bytes.compare(own, 0, own.length, at, at + own.length) !== 0) return false;
    at += own.length;
  }
  return at === bytes.length;
}

/** Begins anew: whoever lints a strange repository of a thousand checklists fills the folder once, not for ever. */
function emptyOut(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { force: true });
}
