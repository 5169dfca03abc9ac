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

/** Keeps each file's data as one line of JSON, and behind it the text that it was read from. */
export function recallIn(folder: string): Recall {
  const placeOf = (file: string): string => `${folder}/${encodeURIComponent(file)}`;
  return {
    find: ({ file, text }) => {
      let kept: string;
      try {
        kept = readFileSync(placeOf(file), 'utf8');
      } catch {
        return undefined;
      }
      const end = kept.indexOf('\n');
      if (end === -1 || kept.length !== end + 1 + text.length || !kept.endsWith(text)) return undefined;
      try {
        return JSON.parse(kept.slice(0, end));
      } catch {
        return undefined;
      }
    },
    keep: ({ file, text }, value) => {
      const line = JSON.stringify(value);
      // what JSON has no word for, as a number that is none, is read anew each time
      if (text.length > MOST_CHARACTERS || !isDeepStrictEqual(JSON.parse(line), value)) return;
      const beside = `${placeOf(file)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        if (readdirSync(folder).length >= MOST_FILES) emptyOut(folder);
        try {
          // not waited for: a text with a hole where the disk was cut off is no JSON, or not the text
          writeFileSync(beside, `${line}\n${text}`, { flag: 'wx' });
          renameSync(beside, placeOf(file));
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

/** Begins anew: whoever lints a strange repository of a thousand checklists fills the folder once, not for ever. */
function emptyOut(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { force: true });
}
