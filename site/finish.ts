import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { mendSearchIndex } from './search-index.ts';
import { withPolicy } from './security.ts';

/** Ways to show what Pagefind finds that it writes into every site; this one has its own. */
const UNUSED = /^pagefind\/pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)$/;

const FORM = /^projects\/.*\/form\/index\.html$/;
/** Bytes of forms that a phone fetches ahead, before compression: about fifty. */
const MOST_FORMS = 6_000_000;

/** What is done to the built pages: each gets its security policy, and a worker learns to keep them for when there is no network. */
export function finish(base: string, worker: string): AstroIntegration {
  return {
    name: 'closeout-finish',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        mendSearchIndex(folder);
        for (const file of filesIn(folder)) {
          const path = join(folder, file);
          if (UNUSED.test(file)) rmSync(path);
          if (file.endsWith('.html')) writeFileSync(path, withPolicy(readFileSync(path, 'utf8')));
        }
        writeFileSync(join(folder, 'sw.js'), workerFor(folder, base, readFileSync(worker, 'utf8')));
      },
    },
  };
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

/** The worker with the list of files that it keeps: a changed file changes the worker, which is how browsers learn of it. */
function workerFor(folder: string, base: string, text: string): string {
  const files = filesIn(folder).filter((file) => file !== 'sw.js');
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
      .slice(0, 12);
  const list = JSON.stringify(Object.fromEntries(files.map((file) => [file, digest(file)])));
  const forms = files.filter((file) => FORM.test(file)).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return text
    .replace('__FILES__', () => list)
    .replace('__FORMS_AHEAD__', String(forms <= MOST_FORMS))
    .replace('__BASE__', () => base.replace(/\/*$/, '/'));
}
