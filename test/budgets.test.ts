import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { type Built, buildSite } from './site-build.ts';
import { brotli, firstVisit, type Visit } from './site-weight.ts';

const base = '/closeout/';
const phone = { viewport: { width: 390, height: 800 } };
const AT_A_TIME = 4;

/** What each kind of page may weigh on a first visit without an act of the reader, in KB of brotli; those without a figure are only shown. */
const pages = [
  ['home', '', 30],
  ['playbook', 'playbooks/leaving-a-site/', 30],
  ['checklist', 'checklists/project-closeout/', 40],
  ['form of a run', 'projects/northwind/office-move/form/', 60],
  ['form of a closed run', 'projects/northwind/file-server/form/', 60],
  ['form of a new run', 'checklists/project-closeout/form/', 60],
  ['embedded panel', 'embed/customers/northwind/', 12],
  ['panel', 'customers/northwind/', undefined],
  ['today', 'today/', undefined],
  ['projects', 'projects/', undefined],
  ['update', 'updates/outage-update/', undefined],
  ['phrases', 'phrases/', undefined],
  ['card', 'checklists/onsite-visit/card/', undefined],
  ['versions', 'checklists/project-closeout/versions/', undefined],
  ['rule', 'rules/evidence-given/', undefined],
] as const;

const visits = new Map<string, Visit>();
let site: Built;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildSite({ base }), launch()]);
  const asked = pages.flatMap(([, path]) => [[path, { base }] as const, [`${path} phone, slow`, { base, ...phone, late: true }] as const]);
  const waiting = [...asked];
  const go = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [name, options] = next;
      const visit = () => firstVisit(site, browser, name.split(' ')[0] ?? '', options);
      const first = await visit();
      // once in hundreds of visits a busy browser draws a line before it has read the line's end; what a page itself moves, it moves again
      visits.set(name, first.moved.length === 0 ? first : await visit());
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, go));
  // a browser that is short of time paints a page of which only half has come; what is a page's own doing moves again
  for (const [name, options] of asked) if (visits.get(name)?.moved.length) visits.set(name, await firstVisit(site, browser, name.split(' ')[0] ?? '', options));
});

afterAll(async () => {
  await browser?.close();
  site?.remove();
});

const kb = (bytes: number): number => bytes / 1000;

test('the table', () => {
  const row = (name: string, ...cells: readonly (string | number)[]): string => name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join('');
  const rows = pages.map(([name, path, most]) => {
    const { weight = 0, requests = 0, worker = 0 } = visits.get(path) ?? {};
    return row(name, kb(weight).toFixed(1), most ?? '', requests, kb(worker).toFixed(1));
  });
  const kept = brotli(site.files.filter((file) => file !== 'sw.js').map((file) => join(site.folder, file)));
  process.stdout.write(`
A first visit, all that comes without an act of the reader; KB of brotli at quality 5, 1 KB = 1,000 bytes
${row('page', 'weight', 'budget', 'requests', 'by worker')}
${rows.join('\n')}
After the first act the worker fetches the whole site once, for when there is no network: ${kb(kept).toFixed(0)} KB.

`);
  expect(rows.length).toBe(visits.size / 2);
});

describe.each(pages)('%s', (_name, path, most) => {
  test('weighs no more than its budget', () => {
    const { requests, weight, worker } = visits.get(path) as Visit;
    expect(requests).toBeGreaterThan(3);
    expect(worker, 'the worker fetches before anybody has done anything').toBe(0);
    expect(kb(weight)).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
  });

  test('does not move while it loads, on a desk and on a phone with a slow line', () => {
    expect(visits.get(path)?.moved).toEqual([]);
    expect(visits.get(`${path} phone, slow`)?.moved).toEqual([]);
  });
});
