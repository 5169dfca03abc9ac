import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Writes a file beside its place and renames it, so that a reader, or a crash, sees the old text or the new, never half. A byte order mark and the mode of the old one stay. */
export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  const old = statSync(path, { throwIfNoEntry: false });
  const whole = old && readFileSync(path).subarray(0, 3).equals(BOM) ? `\ufeff${text}` : text;
  try {
    // what a killed process of the same number left
    rmSync(beside, { force: true });
    const file = openSync(beside, 'wx', old?.mode);
    try {
      // the umask took from it what the old file had
      if (old) fchmodSync(file, old.mode);
      writeSync(file, whole);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (readFileSync(beside, 'utf8') !== whole) throw new Error(`${beside} did not take what was written`);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
