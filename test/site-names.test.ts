import { expect, test } from 'vitest';
import { answers, at, choose, FORM, item, NEW, visitor, withForms } from './form-visitor.ts';

withForms();

/** What a screen reader has of a part of a page, line by line. */
const lines = (snapshot: string): string[] => snapshot.split('\n').map((line) => line.trim());

test('a form says of each item what it asks, and of each answer what it is', async () => {
  await at(FORM, async (page) => {
    const row = lines(await item(page, 'rack-photo').ariaSnapshot());
    expect(row[0]).toMatch(/^- listitem:$/);
    expect(row[1]).toMatch(/^- group ".+ (must|should|may)":$/);
    expect(row.filter((line) => line.startsWith('- radio'))).toEqual([
      '- radio "Done"',
      '- radio "Not applicable"',
      '- radio "Waived"',
      '- radio "Open" [checked]',
    ]);
    const fields = lines(await page.locator('.who').ariaSnapshot()).filter((line) => /^- (textbox|combobox)/.test(line));
    expect(fields).toEqual([expect.stringMatching(/^- combobox "Who answers\?"/), expect.stringMatching(/^- combobox "State of the project"/)]);
    await answers(page, 'tlee');
    await choose(page, 'rack-photo', 'Waived');
    const asked = lines(await item(page, 'rack-photo').ariaSnapshot()).filter((line) => /^- (textbox|combobox)/.test(line));
    expect(asked.map((line) => /"([^"]*)"/.exec(line)?.[1])).toEqual(['Why is it waived?', 'Approved by', 'Until', 'Ticket']);
  });
});

test('what a form finds and what is left is told without being looked for', async () => {
  await at(FORM, async (page) => {
    expect(await page.locator('.left-words').getAttribute('role')).toBe('status');
    const heard = page.evaluate(
      () =>
        new Promise<string>((done) => {
          const live = document.querySelectorAll('[aria-live], [role=status]');
          const watch = new MutationObserver((changes) => {
            const said = changes.map(({ target }) => target.textContent ?? '').find((words) => words.includes('a ticket is missing'));
            if (said) done(said);
          });
          for (const region of live) watch.observe(region, { childList: true, characterData: true, subtree: true });
        }),
    );
    await answers(page, 'tlee');
    await choose(page, 'client-confirmed', 'Done');
    expect(await heard).toContain('"The client confirmed the work in writing" is done, but a ticket is missing.');
  });
});

test.each([
  [NEW, 'closeout-form'],
  [FORM, 'closeout-form'],
  ['customers/northwind/', 'main'],
  ['embed/customers/northwind/', 'main'],
  ['updates/outage-acknowledge/', 'update-composer'],
])('everything that can be used on %s has a name', async (path, part) => {
  const page = await visitor.open(path);
  const snapshot = lines(await page.locator(part).first().ariaSnapshot());
  const used = snapshot.filter((line) => /^- (button|link|textbox|combobox|checkbox|radio|searchbox|region|dialog|listbox|tab)\b/.test(line));
  expect(used.length).toBeGreaterThan(1);
  expect(used.filter((line) => !/^- \w+ "[^"]*[\p{L}\d]/u.test(line))).toEqual([]);
  await page.context().close();
});

test('nothing went wrong', () => {
  expect(visitor.trouble).toEqual([]);
});
