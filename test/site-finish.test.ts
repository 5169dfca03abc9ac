import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { HookParameters } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { finish } from '../site/finish.ts';
import { mendSearchIndex } from '../site/search-index.ts';
import { repository } from './site-build.ts';

const page = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>';

/** What the worker of a site with such files fetches ahead, by the address. */
async function fetchedAhead(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-finish-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const done = finish('/base', join(repository, 'site/offline/worker.js')).hooks['astro:build:done'];
  await done?.({ dir: pathToFileURL(`${folder}/`) } as HookParameters<'astro:build:done'>);
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  rmSync(folder, { recursive: true });
  const asked: string[] = [];
  const heard = new Map<string, (event: unknown) => void>();
  const cache = { match: async () => undefined, put: async () => undefined, keys: async () => [] };
  const work: Promise<unknown>[] = [];
  runInNewContext(worker, {
    self: { addEventListener: (name: string, act: (event: unknown) => void) => heard.set(name, act), skipWaiting: () => undefined },
    caches: { open: async () => cache },
    fetch: async (address: string) => {
      asked.push(address);
      return { ok: false };
    },
  });
  heard.get('install')?.({ waitUntil: (part: Promise<unknown>) => work.push(part) });
  await Promise.all(work);
  return asked.sort();
}

test('the worker fetches every page ahead, and no way of searching that the site does not use', async () => {
  const files = {
    'index.html': page,
    'projects/acme/move/form/index.html': page,
    'pagefind/pagefind.js': 'search',
    'pagefind/pagefind-ui.js': 'search',
    'pagefind/pagefind-component-ui.css': 'search',
  };
  expect(await fetchedAhead(files)).toEqual(['/base/', '/base/pagefind/pagefind.js', '/base/projects/acme/move/form/']);
});

test('of a big site it leaves the forms for when somebody opens them', async () => {
  const form = page.replace('<body>', `<body>${'x'.repeat(100_000)}`);
  const forms = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`projects/acme/project-${at}/form/index.html`, form]));
  expect(await fetchedAhead({ ...forms, 'customers/acme/index.html': page, 'checklists/closeout/form/index.html': page })).toEqual([
    '/base/checklists/closeout/form/',
    '/base/customers/acme/',
  ]);
});

test.each([
  ['pagefind-entry.json', '{"version":"1.5'],
  ['fragment/en_1234567.pf_fragment', '\x1f\x8b\x08'],
  ['pagefind.js', 'x'.repeat(8192)],
])('a search index of which %s was cut off is made anew', (file, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-finish-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(dirname(join(folder, 'pagefind', file)), { recursive: true });
  writeFileSync(join(folder, 'index.html'), page.replace('<html>', '<html lang="en">').replace('<body>', '<body data-pagefind-body><h1>Leaving a site</h1>'));
  writeFileSync(join(folder, 'pagefind', file), text);
  mendSearchIndex(folder);
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind/pagefind-entry.json'), 'utf8'));
  expect(languages.en.page_count).toBe(1);
});
