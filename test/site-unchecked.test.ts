import { readFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationWith } from './site-build.ts';
import { axeOn, type Visitor, visit } from './site-visitor.ts';

// What the two boxes for a draft show of words that nobody could check: never what they show of words that are fine.

const RULES = 'site/content/phrases/refusals.yaml';
const UPDATE = 'updates/outage-acknowledge/';
/** What the rules would be looked for in, for minutes. */
const SONG = `We never said ${'no '.repeat(200).trim()}.`;
const PHONE = { viewport: { width: 390, height: 800 } };

const root = organisationWith({ [RULES]: readFileSync(`test/cases/phrase-readable/bad-much/${RULES}`, 'utf8') });
let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit(root);
});
afterAll(async () => {
  await visitor?.leave();
  rmSync(root, { recursive: true, force: true });
});

/** What the box says, once it says that it could not check. */
async function stop(page: Page): Promise<string> {
  const warning = page.locator('.result .warn');
  await warning.waitFor();
  expect(await page.getByText('Nothing found').count()).toBe(0);
  return warning.innerText();
}

test('the box on the page of phrases says what it gave up at, what to do and why', async () => {
  await visitor.at(
    'phrases/',
    async (page) => {
      const draft = page.locator('#draft');
      await draft.fill('We will call you at 2 pm.');
      await page.getByText('Nothing found').waitFor();
      await draft.fill(`We looked. ${SONG}\n\nInternal: We will try to call.`);
      expect(await stop(page)).toMatch(
        /^Your wording could not be checked\.\s+The check gave up at: We never said( no)+ …\s+So nobody knows yet .*phrase\/no-and-never/s,
      );
      // what is known of the rest is told as that of the rest
      expect(await page.locator('.result').innerText()).toMatch(/Of the rest of your text:\s+1 wording to change:/);
      expect(await axeOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      // nor is it after a reload, which keeps the words
      await page.reload();
      expect(await draft.inputValue()).toContain(SONG);
      await stop(page);
      await draft.fill('We will call you at 2 pm.');
      await page.getByText('Nothing found').waitFor();
      expect(await page.locator('.result .warn').count()).toBe(0);
    },
    PHONE,
  );
});

test('a template whose every blank is filled in says beside it that the wording was not checked, and leads to the field', async () => {
  await visitor.at(
    UPDATE,
    async (page) => {
      const field = page.locator('#slot-affected');
      await field.fill(SONG);
      await page.locator('#slot-next-update').fill('3 pm');
      expect(await stop(page)).toMatch(/^Your wording could not be checked\./);
      expect(await page.locator('.progress').innerText()).toMatch(/^Every blank is filled in\.\s+wording not checked$/);
      expect(await axeOn(page)).toEqual([]);
      await page.locator('.result').getByRole('link', { name: 'in {affected}' }).press('Enter');
      expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
    },
    PHONE,
  );
});

test('neither box reads what is too much for a message: it says so at once, and where', async () => {
  await visitor.at('phrases/', async (page) => {
    const list = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n');
    await page.locator('#draft').fill(`We looked into it.\n\n${list}`);
    expect(await stop(page)).toMatch(
      /^Your wording could not be checked\.\s+The check gave up at: - level 25\s+.*\s+The reason: The text is too long, or nested too deep, for a message/s,
    );
    expect(await page.getByText('wording to change').count()).toBe(0);
  });
  await visitor.at(UPDATE, async (page) => {
    await page.locator('#slot-affected').fill('['.repeat(600));
    await page.locator('#slot-next-update').fill('3 pm');
    expect(await stop(page)).toMatch(/^Your wording could not be checked\./);
    expect(await page.locator('.progress').innerText()).toMatch(/wording not checked$/);
  });
});

test('neither box calls words checked when the check cannot be loaded, and both try again', async () => {
  for (const [path, box] of [
    ['phrases/', '#draft'],
    [UPDATE, '#slot-affected'],
  ] as const) {
    await visitor.at(path, async (page) => {
      const away = /draft|composer-check|finding-list|rules\.json|engine/;
      await page.route(away, (route) => route.abort());
      await page.locator(box).fill('the mail');
      expect(await stop(page)).toMatch(/^Your wording was not checked: the check could not be loaded\./);
      if (path === UPDATE) expect(await page.locator('.progress').innerText()).toMatch(/wording not checked$/);
      await page.unroute(away);
      await page.locator(box).blur();
      await page.locator(box).fill('the mail at Dock Street');
      await page.getByText('Nothing found').waitFor();
      expect(await page.locator('.result .warn').count()).toBe(0);
    });
  }
});
