import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from './site-build.ts';
import { axeOn, type Visitor, visit } from './site-visitor.ts';

const PHONE = { width: 390, height: 800 };
const DESK = { width: 1280, height: 900 };
const CARD = 'checklists/onsite-visit/card/';
const UPDATE = 'updates/outage-acknowledge/';
const VERSIONS = 'checklists/project-closeout/versions/';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit();
});
afterAll(() => visitor?.leave());

const at: Visitor['at'] = (...args) => visitor.at(...args);

describe('versions of a checklist', () => {
  const shown = (page: Page): Promise<string[]> => page.locator('.step:visible h2').allInnerTexts();
  const choose = (page: Page, end: 'From' | 'To', version: string) => page.getByLabel(`${end} version`).selectOption(version);

  test('are all told, each against the one before it, also without script', async () => {
    await at(
      VERSIONS,
      async (page) => {
        expect((await shown(page)).slice(-3)).toEqual(['1.1.1', '1.1.0', '1.0.0']);
        const step = page.locator('[data-version="1.1.0"]');
        expect(await step.innerText()).toMatch(
          /Aug 24, 2026 · ticket T20260817\.0031\s+A closed tenant migration .*\s+Against 1\.0\.0:\s+Adds "No monitor watches the old system" \(should\)/,
        );
        expect(await page.locator('version-pair').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test('are narrowed to a chosen pair, whichever way round, and summed up where they are no neighbours', async () => {
    await at(VERSIONS, async (page) => {
      await choose(page, 'To', '1.1.0');
      expect(await shown(page)).toEqual(['1.1.0']);
      expect(await page.getByText('From 1.0.0 to 1.1.0: 1 version.').isVisible()).toBe(true);
      expect(await page.locator('.net').isVisible()).toBe(false);
      await choose(page, 'From', '1.1.1');
      await choose(page, 'To', '1.0.0');
      await page.getByRole('heading', { name: 'All in all' }).waitFor();
      expect(await shown(page)).toEqual(['1.1.1', '1.1.0']);
      expect(await page.locator('.net li').first().innerText()).toBe('Adds "No monitor watches the old system" (should)');
      expect(await page.locator('.net li').count()).toBeGreaterThan(1);
      // the address can be passed on
      await page.reload();
      await page.getByRole('heading', { name: 'All in all' }).waitFor();
      await choose(page, 'To', '1.1.1');
      expect(await page.getByText('Choose two different versions.').isVisible()).toBe(true);
      expect(await shown(page)).toEqual([]);
    });
  });

  test('of a card tell why they came, and that nothing of it is frozen', async () => {
    await at('checklists/onsite-visit/versions/', async (page) => {
      expect(await page.getByText('No version of this list is frozen').isVisible()).toBe(true);
      expect(await page.locator('version-pair').count()).toBe(0);
    });
  });
});

test('each item leads to its own line in the repository’s editor, and prints without that', async () => {
  const lines = readFileSync(join(repository, 'checklists/project-closeout.yaml'), 'utf8').split('\n');
  await at('checklists/project-closeout/', async (page) => {
    const items = await page.locator('.items .item:not(.retired)').all();
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      const link = item.getByRole('link', { name: 'Propose a change' });
      const [, file, line] = /\/edit\/main\/(checklists\/[^#]+)#L(\d+)$/.exec((await link.getAttribute('href')) ?? '') ?? [];
      expect(file).toBe('checklists/project-closeout.yaml');
      expect(lines[Number(line) - 1]).toContain(`id: ${await item.locator('h3').getAttribute('id')}`);
    }
    expect(await page.getByRole('link', { name: 'Propose a change' }).first().getAttribute('title')).toMatch(/^Leaves this site/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: 'Propose a change' }).first().isVisible()).toBe(false);
  });
});

describe('on paper, and without script', () => {
  test('prints as the finished text; without script the page is the template', async () => {
    await at(UPDATE, async (page) => {
      await page.locator('#slot-contact').fill('Maria');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.letter .body').isVisible()).toBe(true);
      for (const away of ['.fields', '.acts', '.progress', '.result']) expect(await page.locator(away).first().isVisible(), away).toBe(false);
    });
    await at(
      UPDATE,
      async (page) => {
        expect(await page.locator('update-composer').isVisible()).toBe(false);
        expect(await page.getByText('Such as: Maria').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  test('prints every part, with script and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await at(
        CARD,
        async (page) => {
          await page.emulateMedia({ media: 'print' });
          for (const there of ['#phase-arrive', '#phase-work', '#phase-leave', '.blanks']) expect(await page.locator(there).isVisible(), there).toBe(true);
          for (const away of ['.clock', '[role=tablist]', '#note', '.foot']) expect(await page.locator(away).isVisible(), away).toBe(false);
        },
        { javaScriptEnabled },
      );
    }
  });
});

/** Brings a page to where it has most to show. */
const busy: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  [UPDATE]: async (page) => {
    await page.locator('#slot-who').fill('everybody, and we utilize the line');
    await page.getByRole('button', { name: 'tomorrow 9 am' }).click();
    await page.locator('.result li').first().waitFor();
  },
  [CARD]: async (page) => {
    await page.getByRole('checkbox').first().check();
    for (const name of ['I am here', 'Break', 'I am leaving', 'Write the note']) await page.getByRole('button', { name, exact: true }).click();
  },
  [`${VERSIONS}?from=1.0.0&to=1.1.1`]: async (page) => {
    await page.locator('.net').waitFor();
  },
  'checklists/onsite-visit/': async () => {},
};

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('on %s', (_where, viewport) => {
  test.each(Object.keys(busy))('%s can be used by everybody, light and dark, and is as wide as its window', async (path) => {
    await at(
      path,
      async (page) => {
        expect(await axeOn(page)).toEqual([]);
        await busy[path]?.(page);
        expect(await axeOn(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      },
      { viewport },
    );
  });
});

test('no page had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
