import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisationWith } from './site-build.ts';
import { axeOn, openSearch, unfold, type Visitor, visit } from './site-visitor.ts';

/** One page of each kind. */
const kinds = {
  home: '',
  'list of customers': 'customers/',
  'a customer’s panel': 'customers/northwind/',
  'a panel with a watched project': 'customers/contoso/',
  'a panel with nothing on': 'customers/quiet/',
  projects: 'projects/',
  today: 'today/',
  'list of checklists': 'checklists/',
  'a checklist': 'checklists/project-closeout/',
  'a card to follow': 'checklists/onsite-visit/',
  'list of playbooks': 'playbooks/',
  'a playbook': 'playbooks/handing-over-a-project/',
  'list of updates': 'updates/',
  'an update': 'updates/outage-acknowledge/',
  phrases: 'phrases/',
  'list of pages on mistakes': 'mistakes/',
  'a process change': 'mistakes/mail-monitor/',
  walkthroughs: 'walkthroughs/',
  'list of rules': 'rules/',
  'a rule': 'rules/evidence-given/',
  'a page of prose': 'docs/gate/',
  'no such page': 'nowhere/',
};

let root: string;
let visitor: Visitor;

beforeAll(async () => {
  const customers = `- { id: northwind, name: Northwind Traders, aliases: [NWT, Nordwind GmbH & Cie], sites: [{ id: dock-street, name: Dock Street, zone: America/New_York }] }
- { id: contoso, name: Contoso Dental }
- { id: quiet, name: Café Quiet }
- { id: hostile, name: "</title><img src=x onerror='window.hostile=1'>", aliases: ["<b onclick='1'>bold</b>"] }
`;
  const card = readFileSync(fileURLToPath(new URL('../checklists/onsite-visit.yaml', import.meta.url)), 'utf8');
  root = organisationWith({ 'records/customers.yaml': customers, 'checklists/onsite-visit.yaml': card });
  visitor = await visit(root);
});

afterAll(async () => {
  await visitor?.leave();
  rmSync(root, { recursive: true, force: true });
});

function open(path: string, options?: BrowserContextOptions): Promise<Page> {
  return visitor.open(path, options);
}

describe('a support tech', () => {
  test('types a customer’s short name, presses Enter and is in the panel', async () => {
    const page = await open('');
    const box = page.getByLabel('Find a customer');
    await box.focus();
    await page.keyboard.type('nwt');
    expect(await page.locator('customer-filter li:visible').allInnerTexts()).toEqual([expect.stringContaining('Northwind Traders')]);
    expect(await page.getByRole('status').first().innerText()).toContain('1 customer');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/customers/northwind/');
    expect(await page.locator('h1').innerText()).toBe('Northwind Traders');
    await page.context().close();
  });

  test('walks the list with arrow keys, and finds a name with or without its accent', async () => {
    const page = await open('customers/');
    await page.getByLabel('Find a customer').focus();
    await page.keyboard.type('cafe');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Café Quiet');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/customers/quiet/');
    await page.context().close();
  });

  test('is told when no customer has that name', async () => {
    const page = await open('');
    await page.getByLabel('Find a customer').fill('zzz');
    expect(await page.getByRole('status').first().innerText()).toContain('No customer of that name');
    await page.keyboard.press('Escape');
    expect(await page.locator('customer-filter li:visible').count()).toBe(4);
    await page.context().close();
  });

  test('has the list without script too', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('customer-filter li:visible').count()).toBe(4);
    expect(await page.locator('#customer').isVisible()).toBe(false);
    await page.context().close();
  });

  test('can call from the panel', async () => {
    const page = await open('customers/northwind/', { viewport: { width: 390, height: 800 } });
    const call = page.getByRole('link', { name: '+1 555 0142' });
    expect(await call.getAttribute('href')).toBe('tel:+15550142');
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });
});

describe('somebody who looks for an item', () => {
  test('finds it by its title', async () => {
    const page = await open('');
    await openSearch(page);
    await page.keyboard.type('circuit account number', { delay: 5 });
    const found = page.locator('.search-page').first();
    await found.waitFor();
    expect(await found.innerText()).toContain('Project closeout');
    await found.getByRole('link', { name: "The circuit's account number is on record" }).click();
    await page.waitForURL('**/checklists/project-closeout/#circuit-recorded');
    await page.context().close();
  });

  test('prints the list with boxes, and without what cannot be used on paper', async () => {
    const page = await open('checklists/project-closeout/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.item .box').first().isVisible()).toBe(true);
    expect(await page.locator('.print-only').first().isVisible()).toBe(true);
    for (const away of ['.page > header', 'nav.sidebar', '.right-sidebar-container', '.print-button', '#versions']) {
      expect(await page.locator(away).first().isVisible(), away).toBe(false);
    }
    const colours = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.context().close();
  });
});

test('an attacker’s name for a customer is only a name', async () => {
  const page = await open('customers/hostile/');
  expect(await page.title()).toContain('</title><img src=x');
  expect(await page.locator('h1').innerText()).toContain('<img src=x');
  await openSearch(page);
  await page.keyboard.type('onerror', { delay: 5 });
  await page.locator('.search-page').first().waitFor();
  expect(await page.evaluate(() => [document.querySelectorAll('img').length, 'hostile' in window])).toEqual([0, false]);
  await page.context().close();
});

describe.each(Object.entries(kinds))('%s', (_name, path) => {
  test.each([1280, 390])('can be used by everybody at %i px, light and dark', async (width) => {
    const page = await open(path, { viewport: { width, height: 900 } });
    await unfold(page);
    expect(await axeOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'sticks out sideways').toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test.each(['light', 'dark'] as const)('the check for everybody’s use finds a fault of the %s theme, whichever the page has', async (theme) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open('rules/', { colorScheme });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme);
    await page.evaluate((rule) => {
      const fault = new CSSStyleSheet();
      fault.replaceSync(rule);
      document.adoptedStyleSheets.push(fault);
    }, `[data-theme="${theme}"] h1 { color: #888; background: #999; }`);
    expect(await axeOn(page)).toEqual([expect.stringContaining(`${theme}: color-contrast`)]);
    await page.context().close();
  }
});

test('no page had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
