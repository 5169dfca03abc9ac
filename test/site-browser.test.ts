import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn, openSearch, type Visitor, visit } from './site-visitor.ts';

const PHONE = { width: 390, height: 800 };

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit();
});
afterAll(() => visitor?.leave());

const at: Visitor['at'] = (...args) => visitor.at(...args);

const draft = (page: Page) => page.getByLabel('Paste or write a message to a customer');
const found = (page: Page) => page.locator('draft-check .result li');

describe('somebody who never saw the site, on a phone', () => {
  test.each([
    ['how to leave a site', /^Playbooks/, 'Leaving a site', 'Find the contact'],
    ['what to write when a vendor is down', /^Updates/, 'A vendor is involved, first word', 'This is ours to solve'],
    ['what to do after a mistake', /^Mistakes/, 'The four steps after a mistake', 'Postpone judgment'],
  ])('finds %s in two clicks', async (_what, first, second, words) => {
    await at(
      '',
      async (page) => {
        await page.getByRole('main').getByRole('link', { name: first }).click();
        await page.getByRole('main').getByRole('link', { name: second }).click();
        await page.getByText(words).first().waitFor();
        expect(await page.locator('h1').innerText()).toBe(second);
      },
      { viewport: PHONE },
    );
  });

  test.each([
    ['Dealing with a vendor', 'playbooks/dealing-with-a-vendor/'],
    ['A vendor is involved, first word', 'updates/vendor-acknowledge/'],
    ['A blank that nobody filled in', 'phrases/'],
    ['The old mail monitor stayed on', 'mistakes/note-mail-monitor/'],
    ['Walkthroughs', 'walkthroughs/'],
  ])('finds "%s" by searching for it', async (title, path) => {
    await at('', async (page) => {
      await openSearch(page);
      await page.keyboard.type(title, { delay: 5 });
      const result = page.locator('.search-page', { has: page.locator(`a[href*="${path}"]`) }).first();
      await result.waitFor();
      expect(await result.innerText()).toContain(title);
      // once: its first lines are told below it, not as a place within it
      expect(await result.getByRole('link', { name: title, exact: true }).count()).toBeLessThanOrEqual(1);
    });
  });

  test('shows an item and playbooks before pages on the tool', async () => {
    await at('', async (page) => {
      await openSearch(page);
      await page.keyboard.type('restore', { delay: 5 });
      await expect.poll(() => page.locator('.search-page > a').first().textContent()).toBe('Project closeout');
    });
  });
});

describe('the box for a draft', () => {
  test('lists what to say differently, and why, and changes what can be changed', async () => {
    await at('phrases/', async (page) => {
      await draft(page).fill("We will utilize the second line. Your mail should be fixed now.\n\nWe will update you at x o'clock.");
      await page.getByText('3 wordings to change:').waitFor();
      const rows = await found(page).allInnerTexts();
      expect(rows.map((row) => row.split('\n')[0])).toEqual([
        expect.stringMatching(/^utilize /),
        expect.stringMatching(/^should be fixed /),
        expect.stringMatching(/^x o'clock /),
      ]);
      expect(rows[1]).toMatch(/\nThe customer will find out .*\n*Say /);
      for (const link of await found(page).getByRole('link').all()) expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1);
      expect(await axeOn(page)).toEqual([]);

      await page.getByRole('button', { name: 'Use it' }).click();
      expect(await draft(page).inputValue()).toMatch(/^We will use the second line\./);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('draft');
      expect(await page.locator('.result').innerText()).toMatch(/^2 wordings to change:/);
    });
  });

  test('is quiet where nothing is wrong, and reads a note among colleagues as one', async () => {
    await at('phrases/', async (page) => {
      await draft(page).fill('Internal: the vendor is having an issue with its mail service.\n\nWe will update you by 3 pm.');
      await page.getByText('Nothing found').waitFor();
      await draft(page).fill('The vendor is having an issue with its mail service.\n\nWe will update you by 3 pm.');
      await page.getByText('1 wording to change:').waitFor();
      await draft(page).fill('');
      await expect.poll(() => page.locator('.result').innerHTML()).toBe('');
    });
  });

  test('tells a screen reader, sends nothing, and loads its reader only when somebody writes', async () => {
    await at('phrases/', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      expect(await page.locator('.result').getAttribute('aria-live')).toBe('polite');
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => performance.getEntriesByType('resource').filter((each) => each.name.includes('draft-box')).length)).toBe(0);
      await draft(page).focus();
      await draft(page).fill('Your mail should be fixed now.');
      await found(page).first().waitFor();
      expect(asked.filter((each) => !/^GET .*\/(_astro\/[^?]+\.js|favicon\.svg)$/.test(each))).toEqual([]);
    });
  });

  test('is not there without script', async () => {
    await at(
      'phrases/',
      async (page) => {
        expect(await page.locator('draft-check').isVisible()).toBe(false);
        expect(await page.locator('#vendor-having-trouble').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('what is there to copy', () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  test('a template is copied with its slots in braces', async () => {
    await at(
      'updates/vendor-acknowledge/',
      async (page) => {
        await page.getByRole('button', { name: 'Copy subject and message' }).click();
        await page.getByText('Copied').first().waitFor();
        expect(await copied(page)).toMatch(/^We are working on \{affected\}\n\nHello \{contact\},\n\nWe know that there is a problem with \{affected\}\./);
      },
      { permissions },
    );
  });

  test('words to say are copied as they stand, also where there is no clipboard without https', async () => {
    await at(
      'playbooks/leaving-a-site/',
      async (page) => {
        await page.getByRole('button', { name: 'Copy these words' }).first().click();
        expect(await copied(page)).toMatch(/^I am done for today\. .* while I am here\?$/);
        await page.evaluate(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('not here')) }));
        await page.getByRole('button', { name: 'Copy these words' }).nth(1).click();
        expect(await copied(page)).toMatch(/^I am Jonah Kim from Harbour IT\./);
      },
      { permissions },
    );
  });

  test('there is no button without script', async () => {
    await at(
      'playbooks/leaving-a-site/',
      async (page) => {
        expect(await page.locator('button.copy').first().isVisible()).toBe(false);
        expect(await page.getByText('I am done for today.').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});

test('a playbook prints black on white, with what to say and what not, and nothing to click', async () => {
  await at(
    'playbooks/leaving-a-site/',
    async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const there of ['.said', '.said.avoid', '.pointer']) expect(await page.locator(there).first().isVisible(), there).toBe(true);
      for (const away of ['.copy', '.asked', '.page > header', 'nav.sidebar']) expect(await page.locator(away).first().isVisible(), away).toBe(false);
      expect(await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor])).toEqual([
        'rgb(0, 0, 0)',
        'rgb(255, 255, 255)',
      ]);
    },
    { colorScheme: 'dark' },
  );
  await at('phrases/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('draft-check').isVisible()).toBe(false);
  });
});

test('no page had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
