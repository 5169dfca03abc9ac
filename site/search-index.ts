import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** What is cut off ends at the end of a page of the system's memory. */
const PAGE = 4096;

/**
 * Makes sure that the search index of a built site is whole. Starlight stops Pagefind as soon as that says that all is written,
 * which is sometimes too early: https://github.com/Pagefind/pagefind/issues/1271. As a command it ends by itself. Throws where
 * the index is cut off even then: a site on which nothing is found is not to be published.
 */
export function mendSearchIndex(folder: string): void {
  const index = join(folder, 'pagefind');
  if (!existsSync(index) || isWhole(index)) return;
  rmSync(index, { recursive: true });
  const command = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));
  execFileSync(process.execPath, [command, '--site', folder], { stdio: 'ignore' });
  if (!isWhole(index)) throw new Error('The search index was cut off while it was written. Build the site again.');
}

function isWhole(index: string): boolean {
  const files = readdirSync(index, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.every((entry) => isReadable(entry.name, readFileSync(join(entry.parentPath, entry.name))));
}

function isReadable(name: string, bytes: Buffer): boolean {
  try {
    if (name.endsWith('.json')) JSON.parse(bytes.toString());
    else if (/\.(?:pf_\w+|pagefind)$/.test(name)) gunzipSync(bytes);
    else return bytes.length % PAGE !== 0;
    return true;
  } catch {
    return false;
  }
}
