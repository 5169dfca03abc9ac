import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn, type Visitor, visit } from './site-visitor.ts';

const PHONE = { width: 390, height: 800 };
const CARD = 'checklists/onsite-visit/card/';
const UPDATE = 'updates/outage-acknowledge/';
/** 2:47 pm in New York, on the phone and at the office. */
const NOW = new Date('2026-11-06T19:47:30Z');
const here: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'], timezoneId: 'America/New_York' };

let visitor: Visitor;
beforeAll(async () => {
  visitor = await visit();
});
afterAll(() => visitor?.leave());

/** Opens a page at a quarter to three, does something there, and closes it. */
async function at(path: string, act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const page = await visitor.open(path, { ...here, ...options });
  await page.clock.setFixedTime(NOW);
  await act(page);
  await page.context().close();
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** Waits for what comes once a script is loaded: on a busy machine that takes its time. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** Whether a page is wider than its window. */
const tooWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe('an update that is composed', () => {
  test('gets from the first field to the copied text by keyboard alone', async () => {
    await at(UPDATE, async (page) => {
      await page.locator('#slot-contact').focus();
      const type = async (words: string): Promise<void> => {
        await page.keyboard.type(words);
        await page.keyboard.press('Tab');
      };
      await type('Maria');
      await type('e-mail at Dock Street.');
      // past the field to the second quick answer, and on to the next field
      for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Tab']) await page.keyboard.press(key);
      await type('everybody there');
      for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Tab']) await page.keyboard.press(key);
      expect(await page.locator('.blanks-left').innerText()).toBe('1 of 6 blanks left');
      await type('Jonah Kim at +1 555 0151');
      expect(await page.locator('.blanks-left').innerText()).toBe('Every blank is filled in.');
      await page.getByRole('button', { name: 'Copy subject and message' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Copied').first().waitFor();
      const text = await copied(page);
      expect(text).toMatch(/^We are working on e-mail at Dock Street\.\n\nHello Maria,\n/);
      expect(text).toContain('a problem with e-mail at Dock Street. What we know so far: it began at 2:17 pm and affects everybody there.');
      expect(text).toContain('We will update you by 3:45 pm, or sooner');
      expect(text).not.toMatch(/[{}]/);
      await press(page, 'Copy subject');
      expect(await copied(page)).toBe('We are working on e-mail at Dock Street.');
      await page.getByText('Nothing found. Read it once more').waitFor();
    });
  });

  test('marks and counts what is blank, and leads to its field', async () => {
    await at(UPDATE, async (page) => {
      await page.locator('#slot-contact').fill('Maria');
      expect(await page.locator('.letter mark').allInnerTexts()).not.toContain('{contact}');
      await press(page, 'Copy message');
      expect(await page.locator('.acts [role=status]').filter({ hasText: 'Copied' }).innerText()).toBe('Copied, with 5 blanks still in braces');
      await page.locator('.letter .body').getByRole('link', { name: '{next-update}' }).click();
      expect(await focused(page)).toBe('slot-next-update');
    });
  });

  test('has a bad wording found, told where, and put right by one click', async () => {
    await at('updates/outage-update/', async (page) => {
      const field = page.locator('#slot-doing');
      await field.fill('trying things. We utilize the spare line');
      const row = page.locator('.result li', { hasText: 'utilize' });
      await row.getByRole('link', { name: 'in {doing}' }).click();
      expect(await focused(page)).toBe('slot-doing');
      expect(await row.getByRole('link').first().getAttribute('href')).toBe('/closeout/phrases/#utilize');
      await row.getByRole('button', { name: 'Use it' }).click();
      expect(await field.inputValue()).toBe('trying things. We use the spare line');
      expect(await focused(page)).toBe('slot-doing');
      await soon(() => page.locator('.result').innerText()).not.toContain('utilize');
      await page.locator('#slot-next-update').fill("x o'clock");
      await page.getByText("x o'clock", { exact: true }).waitFor();
    });
  });

  test('is warned of a next word that lies too far off, or in the past', async () => {
    await at(UPDATE, async (page) => {
      const caution = page.locator('.caution');
      await press(page, 'tomorrow 9 am');
      expect(await page.locator('#slot-next-update').inputValue()).toBe('9 am tomorrow');
      await soon(() => caution.innerText()).toMatch(/^This is 18 hours away\. .* at least every hour\.$/);
      await page.locator('#slot-next-update').fill('2 pm');
      await soon(() => caution.innerText()).toMatch(/^This time is over: our clock shows 2:47 pm/);
      await press(page, 'in 30 minutes');
      await soon(() => caution.isVisible()).toBe(false);
      expect(await page.locator('#slot-next-update').inputValue()).toBe('3:15 pm');
    });
    await at('updates/outage-long-running/', async (page) => {
      await press(page, 'tomorrow 9 am');
      await press(page, '2 hours');
      expect(await page.locator('#slot-lasted').inputValue()).toBe('2 hours');
      await soon(() => page.locator('.result').innerText()).toMatch(/Nothing found/);
      expect(await page.locator('.caution').isVisible()).toBe(false);
    });
  });

  test('is kept over a reload, emptied and brought back, and sent nowhere', async () => {
    await at(UPDATE, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      await page.locator('#slot-contact').fill('Secret Maria');
      await page.keyboard.press('Enter');
      await page.locator('.result .count').waitFor();
      await page.reload();
      expect(await page.locator('#slot-contact').inputValue()).toBe('Secret Maria');
      expect(await page.locator('.letter .body').innerText()).toMatch(/^Hello Secret Maria,/);
      await press(page, 'Clear');
      expect(await page.locator('.letter .body').innerText()).toMatch(/^Hello \{contact\},/);
      await press(page, 'Put it back');
      expect(await page.locator('#slot-contact').inputValue()).toBe('Secret Maria');
      expect(asked.filter((each) => /secret/i.test(each) || !each.startsWith('GET '))).toEqual([]);
    });
    await at(UPDATE, async (page) => expect(await page.locator('#slot-contact').inputValue()).toBe(''));
  });
});

describe('the card of a visit, on a phone', () => {
  const phone = { viewport: PHONE };
  const tick = (page: Page, name: string) => page.getByRole('checkbox', { name });
  const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

  test('goes from arriving to the note for the ticket, and a reload loses nothing', async () => {
    await at(
      CARD,
      async (page) => {
        await press(page, 'I am here');
        expect(await page.locator('.standing').innerText()).toBe('On site since 2:47 pm.');
        await tick(page, 'The contact knows that you are here').check();
        await page.clock.setFixedTime(new Date(NOW.getTime() + 30 * 60_000));
        await press(page, 'Break');
        await page.reload();
        expect(await page.locator('.standing').innerText()).toBe('On a break since 3:17 pm.');
        expect(await tick(page, 'The contact knows that you are here').isChecked()).toBe(true);
        await page.clock.setFixedTime(new Date(NOW.getTime() + 50 * 60_000));
        await press(page, 'Back');
        await tab(page, 'Leave');
        await tick(page, 'The time entry matches the time you worked').check();
        await page.clock.setFixedTime(new Date(NOW.getTime() + 140 * 60_000));
        await press(page, 'I am leaving');
        expect(await page.locator('.standing').innerText()).toBe('Left at 5:07 pm. May be billed: 2 h 0 min.');
        await press(page, 'Write the note');
        await page.getByLabel('Contact', { exact: true }).fill('Carla');
        await page.getByLabel('What was done?').fill('Set up the printer');
        await page.getByRole('textbox', { name: 'The parts for the job are with you' }).fill('None were needed');
        await press(page, 'Copy the note');
        await page.getByText('Copied').first().waitFor();
        const note = await copied(page);
        expect(note).toMatch(
          /^On-site visit 1\.0\.0, Fri, Nov 6, 2026\nContact: Carla\n\nIn: 2:47 pm\nOut: 5:07 pm\nBreak: 3:17 pm to 3:37 pm \(0 h 20 min\)\n/,
        );
        expect(note).toContain('On site 2 h 20 min, breaks 0 h 20 min. May be billed: 2 h 0 min\n\nDone: Set up the printer\n');
        expect(note).toMatch(/\nTicked, 2 of 25:\n- The contact knows that you are here\n- The time entry matches the time you worked \(no note\)\n/);
        expect(note).toContain('\n- The parts for the job are with you: None were needed\n');
        expect(note).toContain('\n- The contact has heard what was done (must): no reason given\n');
      },
      phone,
    );
  });

  test('has times put right, and says where they do not fit', async () => {
    await at(
      CARD,
      async (page) => {
        for (const name of ['I am here', 'Break', 'I am leaving', 'Write the note']) await press(page, name);
        expect(await page.locator('.doubts').innerText()).toMatch(/^No end was noted for the break at 2:47 pm/);
        await page.locator('#stamp-0').fill('2026-11-06T12:47');
        await press(page, 'Remove: Break began');
        expect(await page.locator('.doubts li').count()).toBe(0);
        expect(await page.locator('.whole').innerText()).toContain('May be billed: 2 h 0 min');
        await press(page, 'I am still here');
        expect(await page.locator('.standing').innerText()).toBe('On site since 12:47 pm.');
      },
      phone,
    );
  });

  test('fits one screen a part, a thumb to each tick; keys walk the parts', async () => {
    await at(
      CARD,
      async (page) => {
        for (const name of ['Arrive', 'Work', 'Leave']) {
          await tab(page, name);
          const list = await page.locator('.panel:not([hidden]) .ticks').boundingBox();
          expect((list?.y ?? 999) + (list?.height ?? 999), name).toBeLessThan(PHONE.height);
          for (const label of await page.locator('.panel:not([hidden]) .ticks label').all())
            expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        }
        for (const button of await page.locator('visit-card button:visible').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        await page.keyboard.press('ArrowRight');
        expect(await focused(page)).toBe('tab-note');
        await page.keyboard.press('Home');
        expect(await page.locator('#phase-arrive').isVisible()).toBe(true);
        expect(await tooWide(page)).toBe(false);
      },
      phone,
    );
  });

  test('asks before it begins anew', async () => {
    await at(
      CARD,
      async (page) => {
        await press(page, 'I am here');
        await tick(page, 'Reception knows who you are').check();
        await press(page, 'Start a new visit');
        expect(await axeOn(page)).toEqual([]);
        await press(page, 'Keep this visit');
        expect(await tick(page, 'Reception knows who you are').isChecked()).toBe(true);
        await press(page, 'Start a new visit');
        await press(page, 'Delete and start new');
        await page.reload();
        expect(await page.locator('.standing').innerText()).toBe('You are not on site yet.');
        expect(await tick(page, 'Reception knows who you are').isChecked()).toBe(false);
      },
      phone,
    );
  });
});

test('no page had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
