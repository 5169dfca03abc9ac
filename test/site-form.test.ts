import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { edited } from '../linter/engine.ts';
import { answers, at, choose, downloaded, FORM, item, left, published, RUN, shown, told, useText, visible, visitor, withForms } from './form-visitor.ts';

withForms();

describe('a run that is filled in', () => {
  test('takes an answer by keyboard alone, and says what is left then', async () => {
    await at(FORM, async (page) => {
      expect(await left(page)).toBe('6 items left before it may close.');
      expect(await page.locator('.left-roles').innerText()).toBe('Lead 4 · Lead or support 1 · Support 1 · 2 optional items open besides');
      await page.getByLabel('Who answers?').focus();
      await page.keyboard.type('tlee');
      await expect.poll(() => page.locator('#form-by-says').innerText()).toBe('Tess Lee');
      await item(page, 'client-confirmed').getByRole('radio', { name: 'Open' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await item(page, 'client-confirmed').getByRole('radio', { name: 'Done' }).isChecked()).toBe(true);
      await expect.poll(() => shown(page)).toEqual([expect.stringContaining('"The client confirmed the work in writing" is done, but a ticket is missing.')]);
      expect(await left(page)).toBe('6 items left before it may close.');
      for (let presses = 0; presses < 8 && (await page.evaluate(() => document.activeElement?.id)) !== 'answers-client-confirmed-ticket'; presses += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.type('T20261105.0002');
      await expect.poll(() => left(page)).toBe('5 items left before it may close.');
      expect(await shown(page)).toEqual([]);
    });
  });

  test('asks who answers before an answer counts, and takes it then', async () => {
    await at(FORM, async (page) => {
      await choose(page, 'docs-found', 'Done');
      expect(await item(page, 'docs-found').locator('.lacks').innerText()).toBe('Say at the top who answers, then this counts.');
      await answers(page, 'jkim');
      await expect.poll(() => left(page)).toBe('5 items left before it may close.');
      expect(await downloaded(page)).toContain('  docs-found: { done: 2026-11-06, by: jkim }   # Support found the documentation unaided\n');
    });
  });

  test('is the text that the command would write, comments and all', async () => {
    await at(FORM, async (page) => {
      await answers(page, 'tlee');
      await choose(page, 'admin-vaulted', 'Done');
      await page.locator('#answers-admin-vaulted-vault').fill('Northwind/Network');
      await choose(page, 'rack-photo', 'Not applicable');
      await page.locator('#answers-rack-photo-na').fill('The rack: belongs to the landlord');
      await choose(page, 'agents-counted', 'Done');
      await page.locator('#answers-agents-counted-count').fill('24');
      const within = ['answers'];
      const after = edited(RUN, published(), [
        { within, key: 'admin-vaulted', value: { done: '2026-11-06', by: 'tlee', vault: 'Northwind/Network' } },
        { within, key: 'rack-photo', value: { na: 'The rack: belongs to the landlord', by: 'tlee' } },
        { within, key: 'agents-counted', value: { done: '2026-11-06', by: 'tlee', count: 24 } },
      ]);
      await expect.poll(() => page.getByLabel('The whole file').inputValue()).toBe(after);
      expect(await downloaded(page)).toBe(after);
      expect(after).toContain('# A photo of the rack is on file');
      await page.locator('.changes summary').click();
      await expect.poll(() => page.locator('.changes .added').count()).toBe(3);
      expect((await page.locator('.changes .removed').allTextContents()).join('')).toContain(
        '-  agents-counted: open   # Every device reports to monitoring\n',
      );
    });
  });

  test('is there after a reload, goes back step by step, and is deleted only when that is asked', async () => {
    await at(FORM, async (page) => {
      await answers(page, 'tlee');
      await choose(page, 'printer-docs', 'Done');
      await page.locator('#answers-printer-docs-note').pressSequentially('Two printers in the wiki');
      await choose(page, 'client-confirmed', 'Waived');
      await page.locator('#answers-client-confirmed-waived').fill('Maria is away until December');
      await page.reload();
      await page.locator('closeout-form.live').waitFor();
      expect(await page.getByLabel('Who answers?').inputValue()).toBe('tlee');
      expect(await item(page, 'client-confirmed').getByRole('radio', { name: 'Waived' }).isChecked()).toBe(true);
      expect(await item(page, 'printer-docs').locator('.stands').innerText()).toBe('Done on Fri, Nov 6, 2026 by Tess Lee. Note: Two printers in the wiki');
      const undo = page.getByRole('button', { name: 'Undo' });
      await undo.click();
      await expect.poll(() => item(page, 'client-confirmed').getByRole('radio', { name: 'Open' }).isChecked()).toBe(true);
      expect(await item(page, 'printer-docs').locator('.stands').innerText()).toContain('Two printers');
      await undo.click();
      await expect.poll(() => page.getByLabel('The whole file').inputValue()).toBe(published());
      expect(await undo.isDisabled()).toBe(true);
      await choose(page, 'printer-docs', 'Done');
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('button', { name: 'Keep my answers' }).click();
      expect(await item(page, 'printer-docs').getByRole('radio', { name: 'Done' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('button', { name: 'Delete them' }).click();
      await expect.poll(() => item(page, 'printer-docs').getByRole('radio', { name: 'Open' }).isChecked()).toBe(true);
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('closeout:')))).toEqual([]);
    });
  });

  test('keeps an answer that does not count yet over a reload and beside another tab, until it counts or is deleted', async () => {
    await at(FORM, async (page) => {
      const why = (where: Page) => where.locator('#answers-client-confirmed-waived');
      const lacking = (where: Page) => item(where, 'client-confirmed').locator('.lacks').innerText();
      await choose(page, 'client-confirmed', 'Waived');
      await why(page).fill('Maria is away until December');
      await page.reload();
      await page.locator('closeout-form.live').waitFor();
      expect(await why(page).inputValue()).toBe('Maria is away until December');
      expect(await lacking(page)).toMatch(/^Say at the top who answers/);
      expect(await page.getByLabel('The whole file').inputValue()).toBe(published());
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator('closeout-form.live').waitFor();
      await answers(other, 'tlee');
      await expect.poll(() => page.getByLabel('The whole file').inputValue()).toContain('{ waived: Maria is away until December, by: tlee }');
      expect(await page.getByLabel('Who answers?').inputValue()).toBe('tlee');
      // an answer that loses what it needs waits again
      await why(other).fill('');
      await expect.poll(() => lacking(page)).toMatch(/^Say why, then this counts/);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('button', { name: 'Delete them' }).click();
      await expect.poll(() => item(page, 'client-confirmed').getByRole('radio', { name: 'Open' }).isChecked()).toBe(true);
    });
  });

  test('shows only what is left, or only what one person may answer', async () => {
    await at(FORM, async (page) => {
      await answers(page, 'jkim');
      await choose(page, 'docs-found', 'Done');
      await page.getByLabel('Only mine').check();
      await expect.poll(() => visible(page)).toEqual(['docs-found', 'agents-counted', 'alerts-tuned']);
      await page.getByLabel('Only what is left').check();
      await expect.poll(() => visible(page)).toEqual(['agents-counted']);
      await choose(page, 'agents-counted', 'Done');
      expect(await item(page, 'agents-counted').isVisible()).toBe(true);
    });
  });

  test('offers both where the run was published anew meanwhile, and both together', async () => {
    const old = published().replace('name: Office move', 'name: Move');
    const mine = edited(RUN, old, [{ within: ['answers'], key: 'docs-found', value: { done: '2026-11-04', by: 'jkim' } }]);
    for (const [choice, docs] of [
      ['Keep what I have', mine],
      ['Take the published run', published()],
      ['Put my answers into the published run', mine.replace('name: Move', 'name: Office move')],
    ] as const) {
      await at(FORM, async (page) => {
        await page.evaluate(
          ([text, before]) =>
            localStorage.setItem(`closeout:${location.pathname}`, JSON.stringify({ published: before, base: before, text, past: [], by: 'jkim' })),
          [mine, old],
        );
        await page.reload();
        await page.getByText('The published run has changed since').waitFor();
        await page.getByRole('button', { name: choice }).click();
        await expect.poll(() => page.getByLabel('The whole file').inputValue()).toBe(docs);
        expect(await page.locator('.moved').isVisible()).toBe(false);
      });
    }
  });
});

describe('what the page finds', () => {
  const line = (id: string, value: string) => (text: string) => text.replace(new RegExp(`^  ${id}: open`, 'm'), () => `  ${id}: ${value}`);
  test.each<[string, (text: string) => string]>([
    ['an answer of the wrong side', line('docs-found', '{ done: 2026-11-04, by: tlee }')],
    ['a stranger', line('docs-found', '{ done: 2026-11-04, by: nobody }')],
    ['what is missing of a waiver', line('printer-docs', '{ waived: Later, by: tlee }')],
    ['an evidence file that is not there', line('rack-photo', '{ done: 2026-11-04, by: tlee, file: evidence/rack.jpg }')],
    ['a value of the wrong form', line('agents-counted', '{ done: 2026-11-04, by: tlee, count: many }')],
    ['a password', line('printer-docs', '{ done: 2026-11-04, by: tlee, note: AKIAIOSFODNN7EXAMPLE }')],
    ['an item that nobody knows', line('printer-docs', 'open\n  printer-dcs: open')],
    ['a day that is not one', line('diagram-current', '{ done: 2026-11-31, by: tlee, link: https://docs.example/ }')],
    ['a text that is no YAML', (text) => text.replace('state: active', 'state: [active')],
    ['a customer who is not there', (text) => text.replace('customer: northwind', 'customer: northwnd')],
    ['an update that promises', (text) => `${text}update: Your mail should be fixed now.\n`],
  ])('is word for word what the command says: %s', async (_what, change) => {
    const text = change(published());
    expect(text).not.toBe(published());
    await at(FORM, async (page) => {
      await useText(page, text);
      const expected = await told(text);
      expect(expected.length).toBeGreaterThan(0);
      await expect.poll(() => shown(page)).toEqual(expected);
    });
  });

  test('an invisible character is named before it is written', async () => {
    await at(FORM, async (page) => {
      await answers(page, 'tlee');
      await choose(page, 'printer-docs', 'Done');
      await page.locator('#answers-printer-docs-note').fill('Two\u200bprinters');
      expect(await item(page, 'printer-docs').locator('.lacks').innerText()).toBe('There is an invisible character (U+200B) in "Note". Type it again without.');
    });
  });

  test('a file from this device is judged as it is, and one of another release is not taken', async () => {
    const text = published().replace('docs-found: open', 'docs-found: { done: 2026-11-04, by: tlee }');
    await at(FORM, async (page) => {
      const open = (body: string) => page.getByLabel('Open a run.yaml').setInputFiles({ name: 'run.yaml', mimeType: 'text/yaml', buffer: Buffer.from(body) });
      await open(text);
      await page.getByText('run.yaml is open.').waitFor();
      await expect.poll(() => shown(page)).toEqual(await told(text));
      expect(await item(page, 'docs-found').locator('.says').innerText()).toContain('Tess Lee cannot answer "Support found the documentation unaided"');
      expect(await item(page, 'docs-found').locator('fieldset').getAttribute('aria-describedby')).toBe('found-answers-docs-found lacks-answers-docs-found');
      await open(text.replace('@1.1.0', '@1.0.0'));
      await page.getByText('This file is on project-closeout@1.0.0').waitFor();
      await expect.poll(() => page.getByLabel('The whole file').inputValue()).toBe(text);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => page.getByLabel('The whole file').inputValue()).toBe(published());
    });
  });
});

test('no form had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
