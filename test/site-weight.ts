import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Built } from './site-build.ts';
import { serve } from './site-server.ts';

/** What a CDN compresses with while it answers is 4 or 5; compressed beforehand, at 11, it would be a tenth less. */
const QUALITY = 5;
/** How long a page is watched after the network fell silent: idle callbacks and timers have had their turn. */
const A_WHILE = 1500;
/** How much later than the page its style sheets' pictures, fonts and scripts come, where that is tried. */
const LATE = 400;

/** A first visit of somebody who does nothing. */
export interface Visit {
  readonly requests: number;
  /** Bytes of brotli: all that the page fetched. */
  readonly weight: number;
  /** The same of what the worker fetched. */
  readonly worker: number;
  /** What moved, whatever caused it. */
  readonly moved: readonly string[];
}

/** Opens a page as somebody who was never here, waits, and leaves; the server counts what is asked of it, whoever asks. */
export async function firstVisit(
  site: Built,
  browser: Browser,
  path: string,
  options: BrowserContextOptions & { readonly base: string; readonly late?: boolean },
): Promise<Visit> {
  const { base, late = false, ...settings } = options;
  const asked: { readonly file: string; readonly byWorker: boolean }[] = [];
  const server = await serve(site.folder, base, async (file, { referer = '' }) => {
    asked.push({ file, byWorker: /\/sw\.js$/.test(referer) || file.endsWith('/sw.js') });
    if (late && !/\.(?:html|css)$/.test(file)) await new Promise((go) => setTimeout(go, LATE));
  });
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.addInitScript(watchShifts);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(A_WHILE);
  const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  const linked = (await linkedOnly(page)).map((address) => join(site.folder, address.slice(base.length)));
  await context.close();
  await server.close();
  const files = new Set(asked.filter((each) => !each.byWorker).map((each) => each.file));
  for (const file of linked) files.add(file);
  return { requests: files.size, weight: brotli([...files]), worker: brotli(asked.flatMap((each) => (each.byWorker ? [each.file] : []))), moved };
}

const sizes = new Map<string, number>();

/** What files weigh on the wire, each for itself. */
export function brotli(files: readonly string[]): number {
  return files.reduce((total, file) => {
    const size = sizes.get(file) ?? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;
    sizes.set(file, size);
    return total + size;
  }, 0);
}

/** Icon and manifest, which a browser with a window fetches and one without does not. */
function linkedOnly(page: Page): Promise<string[]> {
  return page.locator('link[rel~="icon"], link[rel="manifest"]').evaluateAll((all) => all.map((each) => new URL((each as HTMLLinkElement).href).pathname));
}

/** Runs in the page: writes down each shift of the layout, and what moved. */
function watchShifts(): void {
  const moved: string[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
      const nodes = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 160));
      moved.push(`${entry.value.toFixed(5)} at ${entry.startTime.toFixed(0)} ms: ${nodes.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
