import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn, openSearch, type Visitor, visit } from './site-visitor.ts';

// The site for somebody who reads it large, without motion, or at an address that is not there.

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit();
});
afterAll(() => visitor?.leave());

const at: Visitor['at'] = (...args) => visitor.at(...args);

const kinds = [
  '',
  'today/',
  'customers/northwind/',
  'embed/customers/northwind/',
  'projects/',
  'projects/northwind/office-move/form/',
  'checklists/project-closeout/',
  'checklists/project-closeout/versions/?from=1.0.0&to=1.1.1',
  'checklists/onsite-visit/card/',
  'playbooks/leaving-a-site/',
  'updates/outage-update/',
  'phrases/',
  'rules/evidence-given/',
  'docs/outputs/',
  'docs/required-check/',
];

describe.each(kinds)('%s', (path) => {
  let page: Page;
  beforeAll(async () => {
    page = await visitor.open(path, { viewport: { width: 640, height: 512 }, reducedMotion: 'reduce' });
  });
  afterAll(() => page?.context().close());

  // a window of 1280 x 1024 at 200 % and at 400 %, as WCAG 1.4.4 and 1.4.10 have it; code and tables may move in a frame of their own
  test.each([640, 320])('is read without moving sideways where a screen that is zoomed is %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 512 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('moves nothing for somebody who asked for less motion', async () => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((each) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(each);
        const long = (list: string): boolean => list.split(',').some((time) => Number.parseFloat(time) > 0.01);
        const moves = long(transitionDuration) || (animationName !== 'none' && long(animationDuration)) || scrollBehavior === 'smooth';
        return moves ? [`${each.outerHTML.slice(0, 120)}: ${transitionDuration}, ${animationName}, ${scrollBehavior}`] : [];
      }),
    );
    expect(moving).toEqual([]);
  });
});

describe('an address that is not there', () => {
  test('says so, leads on and can be searched, however deep it is', async () => {
    await at('nowhere/', async (page) => {
      expect(await page.locator('h1').innerText()).toBe('There is no such page');
      expect(await axeOn(page)).toEqual([]);
    });
    const page = await visitor.open('customers/nobody/panel/x/');
    await openSearch(page);
    await page.keyboard.type('Leaving a site', { delay: 5 });
    const link = page.locator('.search-page a', { hasText: 'Leaving a site' }).first();
    await link.click();
    await page.waitForURL(/\/closeout\/playbooks\/leaving-a-site\//);
    await page.context().close();
  });
});

test.each([
  ['light', 'rgb(248, 247, 243)'],
  ['dark', 'rgb(17, 24, 26)'],
] as const)('without script a page is %s as the browser wants it, has a menu and offers no search that cannot work', async (colorScheme, paper) => {
  await at(
    '',
    async (page) => {
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
      expect(await page.locator('.search-open').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: 'Playbooks', exact: true }).click();
      await page.waitForURL(/playbooks/);
    },
    { javaScriptEnabled: false, colorScheme, viewport: { width: 390, height: 800 } },
  );
});

test.each([
  ['Office move to Dock Street', 'customers/northwind/'],
  ['A done item carries the evidence its checklist asks for.', 'rules/evidence-given/'],
  ['A restore from the new backup was tested', 'checklists/project-closeout/'],
])('search finds "%s"', async (words, path) => {
  await at('', async (page) => {
    await openSearch(page);
    await page.keyboard.type(words, { delay: 5 });
    await page.locator(`.search-page a[href*="${path}"]`).first().waitFor();
  });
});
