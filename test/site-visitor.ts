import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { type Built, buildSite } from './site-build.ts';
import { serve } from './site-server.ts';

const BASE = '/closeout/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Somebody with a browser in front of a site that was built below a base path. */
export interface Visitor {
  readonly site: Built;
  /** What went wrong in any page: console errors, exceptions, requests to other hosts. */
  readonly trouble: readonly string[];
  /** Opens a page, its path relative to the base, in a context of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a page, does something there, and closes it. */
  at(path: string, act: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
  leave(): Promise<void>;
}

/** Builds the site of an organisation, of this repository where none is named, and goes there. */
export async function visit(root?: string): Promise<Visitor> {
  const [site, browser] = await Promise.all([buildSite(root === undefined ? { base: BASE } : { root, base: BASE }), launch()]);
  const server = await serve(site.folder, BASE);
  const trouble: string[] = [];
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    page.on('console', (message) => {
      // a page that is not there is asked for on purpose
      if (message.type() === 'error' && path !== 'nowhere/') trouble.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => trouble.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) trouble.push(`${path}: asks ${request.url()}`);
    });
    await page.goto(server.url + path);
    return page;
  };
  const at: Visitor['at'] = async (path, act, options) => {
    const page = await open(path, options);
    await act(page);
    await page.context().close();
  };
  const leave = async (): Promise<void> => {
    await browser.close();
    await server.close();
    site.remove();
  };
  return { site, trouble, open, at, leave };
}

/** Opens the search box by keyboard, once its script has come. */
export async function openSearch(page: Page): Promise<void> {
  await page.locator('.search-open:enabled').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
}

/** Unfolds all of a page: what is folded is a part of it too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.setAttribute('open', '');
  });
}

/** What keeps somebody from using the page as it is now: all of it in its theme, and the colours of the other theme too. */
export async function axeOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = async (theme: string | undefined, runOnly: import('axe-core').RunOnly): Promise<readonly string[]> => {
      const { violations } = await axe.run({ runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${node.html} ${node.failureSummary ?? ''}`));
    };
    const { dataset } = document.documentElement;
    const theme = dataset['theme'];
    const other = theme === 'dark' ? 'light' : 'dark';
    // a colour on its way to another, as that of a button that comes, is none that anybody has to read
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
    const here = await found(theme, { type: 'tag', values });
    // a theme changes colours alone
    dataset['theme'] = other;
    const there = await found(other, { type: 'rule', values: ['color-contrast'] });
    dataset['theme'] = theme;
    document.adoptedStyleSheets.pop();
    return [...here, ...there];
  }, levels);
}
