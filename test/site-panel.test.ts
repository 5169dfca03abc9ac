import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { found } from '../site/components/customer-box.ts';
import { type Built, buildSite, organisationWith, repository } from './site-build.ts';
import { axeOn, unfold, type Visitor, visit } from './site-visitor.ts';

test('the customer box finds names and aliases, what begins so first, with or without accents', () => {
  const all = [
    { id: 'a', name: 'Archer North', aliases: [] },
    { id: 'b', name: 'Nordcafé & Söhne', aliases: ['NCS'] },
    { id: 'c', name: 'Canoe Club', aliases: [] },
  ];
  const ids = (typed: string): string => found(all, typed).reduce((text, { id }) => text + id, '');
  expect(['no', 'NCS', 'sohne nord', 'cafe', 'zz', '  '].map(ids)).toEqual(['bac', 'b', 'b', 'b', '', '']);
});

describe('the site', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit();
  });
  afterAll(() => visitor?.leave());

  test.each([
    [320, 'light', 'embed/customers/northwind/'],
    [320, 'dark', 'embed/customers/cedar-ridge/'],
    [390, 'light', 'projects/'],
    [1280, 'dark', 'projects/'],
    [390, 'dark', 'customers/cedar-ridge/'],
    [320, 'light', 'today/'],
  ] as const)('at %i px, %s, can be used by everybody in %s', async (width, colorScheme, path) => {
    const page = await visitor.open(path, { viewport: { width, height: 800 }, colorScheme });
    await unfold(page);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme);
    expect(await axeOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'sticks out sideways').toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test('stands still where the config holds the day', async () => {
    const page = await visitor.open('today/');
    await page.clock.setFixedTime('2027-05-05T17:00:00Z');
    await page.reload();
    expect(await page.locator('main').innerText()).toMatch(/Friday, November 6, 2026\s+Sample\.[\s\S]*Core switch cut-over/);
    await page.context().close();
  });

  test('frames a panel without a page around it; its links leave the frame', async () => {
    expect(visitor.site.read('embed/customers/northwind/index.html')).toContain('<meta name="robots" content="noindex">');
    const page = await visitor.open('customers/northwind/');
    const host = page.url().replace('customers/northwind/', 'host.html');
    const body = '<iframe src="embed/customers/northwind/?theme=dark" width="320" height="600"></iframe>';
    await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(host);
    const frame = page.frameLocator('iframe');
    expect([await frame.getByRole('navigation').count(), await frame.locator('html').getAttribute('data-theme')]).toEqual([0, 'dark']);
    await frame.getByRole('link', { name: 'keep looking' }).click();
    expect(page.url()).toBe(host);
    await frame.getByRole('link', { name: 'Full panel' }).click();
    await page.waitForURL('**/closeout/customers/northwind/');
    const playbook = page.getByRole('link', { name: 'A ticket while a project is on' });
    expect(await playbook.getAttribute('href')).toBe('/closeout/playbooks/ticket-while-a-project-is-on/');
    await page.context().close();
  });

  test('draws the next weeks, and says the same in words', async () => {
    const page = await visitor.open('projects/');
    const picture = page.getByRole('img', { name: /^Picture of 7 projects and watch windows/ });
    await picture.waitFor();
    await page.getByText('The same in words').click();
    expect(await page.locator('.timeline details li').count()).toBe(7);
    expect(await page.locator('.timeline details').innerText()).toMatch(
      /Northwind Traders: New file server at Mill Road\s+Closed\s+watched until Thu, Nov 19, 2026/,
    );
    // a name that is too long for a phone ends in dots, never in half a word at the edge
    await page.setViewportSize({ width: 390, height: 800 });
    const edge = await picture.evaluate((each) => each.getBoundingClientRect().right);
    for (const name of await page.locator('.timeline .name').all()) {
      const { right, dots } = await name.evaluate((each) => ({ right: each.getBoundingClientRect().right, dots: getComputedStyle(each).textOverflow }));
      expect([right <= edge, dots], await name.innerText()).toEqual([true, 'ellipsis']);
    }
    const fill = page.getByRole('link', { name: 'Fill in Mail to the cloud' });
    expect(await fill.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect([await picture.isVisible(), await fill.isVisible()]).toEqual([true, false]);
    await page.context().close();
  });

  describe('has a box on every page that goes to a customer', () => {
    const box = (page: Page) => page.getByRole('combobox', { name: 'Go to customer' });
    const list = (page: Page) => page.getByRole('listbox', { name: 'Customers' });
    const options = (page: Page): Promise<string[]> => list(page).getByRole('option').allInnerTexts();

    test('by keyboard alone', async () => {
      const page = await visitor.open('rules/');
      const asked: string[] = [];
      page.on('request', (request) =>
        asked.push(
          ...request
            .url()
            .split('/')
            .slice(-1)
            .filter((name) => name.endsWith('.json')),
        ),
      );
      for (let step = 0; step < 6 && !(await box(page).evaluate((each) => each === document.activeElement)); step += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('te');
      await expect.poll(() => options(page)).toEqual(['Tern Island Brewing TIB, Tern Island', 'Marlow & Finch Architects MFA, Marlow Finch']);
      expect(asked).toEqual(['customers.json']);
      expect([await box(page).getAttribute('aria-expanded'), await box(page).getAttribute('aria-activedescendant')]).toEqual(['true', null]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const marked = await list(page).getByRole('option', { selected: true }).getAttribute('id');
      expect(await box(page).getAttribute('aria-activedescendant')).toBe(marked);
      expect(await axeOn(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/customers/marlow-finch/');
      await page.context().close();
    });

    test('on a phone, by Enter or by a touch; Escape closes and empties it', async () => {
      const page = await visitor.open('', { viewport: { width: 320, height: 800 }, hasTouch: true });
      await box(page).fill('zz');
      await page.getByText('No customer of that name.').first().waitFor();
      await box(page).fill('nwt');
      await expect.poll(() => options(page)).toEqual(['Northwind Traders NWT, Northwind']);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.keyboard.press('Escape');
      expect([await list(page).count(), await box(page).inputValue()]).toEqual([0, 'nwt']);
      await page.keyboard.press('Escape');
      expect(await box(page).inputValue()).toBe('');
      await box(page).fill('crl');
      await list(page).getByRole('option').first().tap();
      await page.waitForURL('**/customers/cedar-ridge/');
      await box(page).fill('nw');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/customers/northwind/');
      await page.context().close();
    });

    test('that leads to the list where the names do not come, and is a link to it without script', async () => {
      const page = await visitor.open('rules/');
      await page.route('**/customers.json', (route) => route.fulfill({ body: 'no list' }));
      await box(page).fill('no');
      await page.getByText('could not be fetched').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/customers/');
      await page.context().close();
      const plain = await visitor.open('rules/', { javaScriptEnabled: false });
      expect(await box(plain).isVisible()).toBe(false);
      await plain.locator('header').getByRole('link', { name: 'Customers' }).click();
      await plain.waitForURL('**/customers/');
      await plain.context().close();
    });

    test('that knows names and aliases, no more', () => {
      for (const each of JSON.parse(visitor.site.read('customers.json')) as object[]) expect(Object.keys(each)).toEqual(['id', 'name', 'aliases']);
    });
  });

  test('had no error and asked nothing of another host', () => {
    expect(visitor.trouble).toEqual([]);
  });
});

describe('a public site', () => {
  let root: string;
  let site: Built;
  beforeAll(async () => {
    const config = readFileSync(join(repository, 'test/base/closeout.config.yaml'), 'utf8');
    root = organisationWith({ 'closeout.config.yaml': `${config}audience: public\n` });
    site = await buildSite({ root });
  });
  afterAll(() => {
    site?.remove();
    rmSync(root, { recursive: true, force: true });
  });

  test('has no panel, no frame, no JSON and no customer box', () => {
    expect(site.files.filter((file) => /^(customers|embed|projects|today)\b/.test(file))).toEqual([]);
    for (const file of site.files.filter((each) => each.endsWith('.html')))
      expect(site.read(file), file).not.toMatch(/<customer-box|customers\.json"|role="combobox"/);
  });
});
