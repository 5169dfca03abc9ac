import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Undecided } from '../organisation/failure.ts';

const MOST_MEBIBYTES = 20;

/** The bytes of a file that another system exported, wherever it lies; throws Undecided where nothing could be checked by it. */
export function readExport(cwd: string, path: string): Uint8Array {
  const refuse = (why: string): Undecided => new Undecided(`${path} ${why}, so nothing was compared.`);
  const file = resolve(cwd, path);
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw refuse('is a folder');
    // reading a pipe would wait for whoever writes into it
    if (!stats.isFile()) throw refuse('is a device or pipe, no file');
    if (stats.size > MOST_MEBIBYTES * 1_048_576) throw refuse(`is larger than ${MOST_MEBIBYTES} MiB`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Undecided) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : `could not be read (${code})`);
  }
}
