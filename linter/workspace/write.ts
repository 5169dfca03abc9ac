import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file beside its place and renames it, so that a reader, or a crash, sees the old text or the new, never half. */
export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, 'wx');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (readFileSync(beside, 'utf8') !== text) throw new Error(`${beside} did not take what was written`);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
