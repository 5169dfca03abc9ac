import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { type Built, buildSite } from './site-build.ts';
import { serve } from './site-server.ts';
import { openSearch } from './site-visitor.ts';

const BASE = '/closeout/';
let site: Built;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([buildSite({ base: BASE }), launch()]);
  server = await serve(site.folder, BASE);
  page = await (await browser.newContext()).newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  site.remove();
});

/** How many files the worker has kept. */
function kept(): Promise<number> {
  return page.evaluate(async () => (await (await caches.open('closeout')).keys()).length);
}

test('after one visit every page is there without a network, search too, and says how old it is', async () => {
  await page.goto(server.url, { waitUntil: 'networkidle' });
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    'fetches the whole site for somebody who only looked',
  ).toBe(0);
  await page.keyboard.press('Tab');
  const files = site.files.filter((file) => file !== 'sw.js').length;
  await expect.poll(kept, { timeout: 60_000 }).toBe(files);
  await server.close();
  await page.context().setOffline(true);
  await page.goto(`${server.url}playbooks/leaving-a-site/`);
  expect(await page.locator('h1').first().textContent()).toContain('Leaving a site');
  await page.locator('closeout-connection').filter({ hasText: 'This is how things stood on' }).waitFor();
  await openSearch(page);
  await page.keyboard.type('upset customer');
  await page.locator('.search-page a').first().waitFor();
});

test('a page that was never there says so', async () => {
  await page.goto(`${server.url}playbooks/nowhere/`);
  expect(await page.locator('h1').first().textContent()).toBe('No network');
});

test('a panel that was kept for more than seven days is not shown any more, a playbook is', async () => {
  const panel = site.files.find((file) => /^customers\/[^/]+\/index\.html$/.test(file)) ?? '';
  const age = (file: string, days: number): Promise<void> =>
    page.evaluate(
      async ([name = '', back = '']) => {
        const cache = await caches.open('closeout');
        const key = `/closeout/?file=${encodeURIComponent(name)}`;
        const old = await cache.match(key);
        const headers = new Headers(old?.headers);
        headers.set('x-closeout-kept', new Date(Date.now() - Number(back) * 86_400_000).toISOString());
        await cache.put(key, new Response(await old?.arrayBuffer(), { headers }));
      },
      [file, String(days)],
    );
  const address = (file: string): string => `${server.url}${file.replace('index.html', '')}`;
  await age(panel, 6);
  await page.goto(address(panel));
  expect(await page.locator('h1').first().textContent()).not.toBe('Too old to show');
  await age(panel, 8);
  await page.goto(address(panel));
  expect(await page.locator('h1').first().textContent()).toBe('Too old to show');
  await age('playbooks/upset-customer/index.html', 400);
  await page.goto(`${server.url}playbooks/upset-customer/`);
  expect(await page.locator('h1').first().textContent()).not.toBe('Too old to show');
});

test('every page has a policy that lets nothing in from elsewhere and no code that the build did not put there', () => {
  const pages = site.files.filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(site.read(file))?.[1] ?? '';
    expect(policy, file).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
    expect(policy, file).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*|script-src[^;]*unsafe-inline/);
  }
  expect(violations).toEqual([]);
});

test('it can be put on the home screen', () => {
  const manifest = JSON.parse(site.read('manifest.webmanifest')) as { start_url: string; scope: string; icons: { src: string }[] };
  expect([manifest.start_url, manifest.scope]).toEqual([BASE, BASE]);
  for (const { src } of manifest.icons) expect(site.files).toContain(src.slice(BASE.length));
});
