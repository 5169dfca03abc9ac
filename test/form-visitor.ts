import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { organisation } from './organisation.ts';
import { organisationWith, repository } from './site-build.ts';
import { type Visitor, visit } from './site-visitor.ts';

/** A run that is on, its form, and the forms of a closed and of an empty run. */
export const RUN = 'records/projects/northwind/office-move/run.yaml';
export const FORM = 'projects/northwind/office-move/form/';
export const CLOSED = 'projects/contoso/mail-move/form/';
export const NEW = 'checklists/project-closeout/form/';
export const PHONE = { width: 390, height: 800 };
const HOSTILE = `'</script><img src=x onerror="window.hostile=1"><!--'`;

/** The folder of the organisation that the site shows. */
export let root: string;
/** Somebody with a browser in front of the forms. */
export let visitor: Visitor;
/** Builds the site before the tests of a file, and takes it away after them. */
export function withForms(): void {
  beforeAll(async () => {
    const base = readFileSync(join(repository, 'test/base', RUN), 'utf8');
    const hostile = base.replace('name: Office move', `name: ${HOSTILE}`).replace('rack-photo: open', `rack-photo: { na: ${HOSTILE}, by: tlee }`);
    const config = `${readFileSync(join(repository, 'test/base/closeout.config.yaml'), 'utf8')}repository: https://git.example/harbour/closeout\n`;
    root = organisationWith({ 'records/projects/northwind/hostile/run.yaml': hostile, 'closeout.config.yaml': config });
    visitor = await visit(root);
  });
  afterAll(async () => {
    await visitor?.leave();
    rmSync(root, { recursive: true, force: true });
  });
}

/** The text of a file as the site was built from it. */
export const published = (file = RUN): string => readFileSync(join(root, file), 'utf8');

/** Opens a form, does something there, and closes it. */
export async function at(path: string, act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const page = await visitor.open(path, options);
  if (options.javaScriptEnabled !== false) {
    // what judges comes at the first act in the form
    await page.locator('closeout-form').dispatchEvent('pointermove');
    await page.locator('closeout-form.live').waitFor();
  }
  await act(page);
  await page.context().close();
}

/** The words of what is left. */
export const left = (page: Page): Promise<string> => page.locator('.left-words').innerText();
/** The row of an item. */
export const item = (page: Page, id: string) => page.locator(`[data-part=answers][data-item=${id}]`);
/** Picks a form of an answer. */
export const choose = (page: Page, id: string, form: string) => item(page, id).getByRole('radio', { name: form, exact: true }).check();

/** Says who answers. */
export async function answers(page: Page, by: string): Promise<void> {
  await page.getByLabel('Who answers?').fill(by);
  await page.getByLabel('Who answers?').press('Tab');
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** The text of the file that a button hands out. */
export async function downloaded(page: Page, name = 'Download run.yaml'): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return textOf(download);
}

/** Ids of the items that are shown. */
export const visible = (page: Page) => page.locator('.ask:visible').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['item']));

/** Puts a text into the box for the whole file. */
export async function useText(page: Page, text: string): Promise<void> {
  const details = page.locator('.by-hand');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await page.getByLabel('The whole file').fill(text);
  await page.getByRole('button', { name: 'Use this text' }).click();
}

/** Every message that the page shows. */
export const shown = async (page: Page): Promise<string[]> => (await page.locator('.ask .says, .besides .says').allTextContents()).toSorted();

/** What the command says of the same text, but for what is merely open. */
export async function told(text: string, as: 'closed' | 'finished' = 'closed', file = RUN): Promise<string[]> {
  const house = organisation(root);
  house.write(file, text);
  const { out } = await house.closeout('lint', '--as', as, '--format', 'json', file);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { ruleId: string; message: string }[] };
  return diagnostics.flatMap(({ ruleId, message }) => (['item-answered', 'waiver-settled'].includes(ruleId) ? [] : [message])).toSorted();
}
