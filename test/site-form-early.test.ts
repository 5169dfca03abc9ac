import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CLOSED, downloaded, FORM, item, NEW, visitor, withForms } from './form-visitor.ts';

withForms();

/** Opens a form on a line on which what judges comes when it is let through. */
async function onSlowLine(path: string): Promise<{ readonly page: Page; arrive(): void; readonly asked: () => number }> {
  const page = await visitor.open('offline/');
  let arrive = (): void => undefined;
  const there = new Promise<void>((done) => {
    arrive = done;
  });
  let asked = 0;
  await page.route(/_astro\/form\.[^/]*\.js$/, async (route) => {
    asked += 1;
    await there;
    await route.continue();
  });
  await page.goto(new URL(path, page.url().replace('offline/', '')).href, { waitUntil: 'networkidle' });
  return { page, arrive: () => arrive(), asked: () => asked };
}

test.each([FORM, CLOSED, NEW])('%s is drawn whole before what judges it has come, and nothing moves when it comes', async (path) => {
  const { page, arrive, asked } = await onSlowLine(path);
  const look = (): Promise<unknown> =>
    page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('.ask, .left-bar, .who, .field, .asked > h2, .beginning, .besides')];
      return rows.filter((row) => row.offsetHeight > 0).map((row) => [row.className || row.id || row.textContent, row.offsetTop, row.offsetHeight]);
    });
  const words = (): Promise<string[]> => page.locator(':is(.left-words, .left-roles):visible').allInnerTexts();
  const before = [await look(), await words()];
  expect(asked(), 'fetched for somebody who only reads').toBe(0);
  arrive();
  await page.locator('closeout-form').dispatchEvent('pointermove');
  await page.locator('closeout-form.live').waitFor();
  // what follows the list fills with what is signed and handed in
  const cut = (all: unknown): unknown => (all as [string, number, number][]).filter(([name]) => !/field/.test(name));
  expect([cut(await look()), await words()]).toEqual([cut(before[0]), before[1]]);
  await page.context().close();
});

test('what somebody does before it has come is done when it comes', async () => {
  const { page, arrive, asked } = await onSlowLine(FORM);
  await page.getByLabel('Who answers?').fill('tlee');
  await item(page, 'rack-photo').getByRole('radio', { name: 'Waived' }).check();
  await item(page, 'rack-photo').getByRole('radio', { name: 'Done' }).check();
  await item(page, 'admin-vaulted').getByRole('radio', { name: 'Done' }).check();
  expect(asked()).toBe(1);
  arrive();
  await page.locator('closeout-form.live').waitFor();
  await page.locator('#answers-admin-vaulted-vault').fill('Northwind/Network');
  const text = await downloaded(page);
  expect(text).toContain('rack-photo: { done: 2026-11-06, by: tlee }');
  expect(text).toContain('admin-vaulted: { done: 2026-11-06, by: tlee, vault: Northwind/Network }');
  await page.context().close();
});

test('a button that is pressed before it has come works when it comes', async () => {
  const { page, arrive } = await onSlowLine(NEW);
  await page.getByLabel('Name of the project').fill('New branch');
  await page.getByRole('button', { name: 'Show the items that apply' }).click();
  arrive();
  await expect.poll(() => page.locator('.begin-says').innerText()).toMatch(/^Missing: Customer, /);
  await page.context().close();
});

test('a form that was left half filled in comes back by itself', async () => {
  const { page, arrive } = await onSlowLine(FORM);
  arrive();
  await page.getByLabel('Who answers?').fill('tlee');
  await page.locator('closeout-form.live').waitFor();
  await item(page, 'rack-photo').getByRole('radio', { name: 'Done' }).check();
  await page.reload();
  await page.locator('closeout-form.live').waitFor();
  expect(await item(page, 'rack-photo').getByRole('radio', { name: 'Done' }).isChecked()).toBe(true);
  await page.context().close();
});

test('where it cannot be fetched the page is a list to read, and says so', async () => {
  const page = await visitor.open(FORM);
  await page.route(/_astro\/form\.[^/]*\.js$/, (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error()' }));
  await page.locator('closeout-form').dispatchEvent('pointermove');
  await page.locator('.load-failed').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await item(page, 'rack-photo').innerText()).toContain('Open');
  await page.context().close();
});
