import { describe, expect, test } from 'vitest';
import {
  answers,
  at,
  CLOSED,
  choose,
  downloaded,
  FORM,
  item,
  left,
  NEW,
  PHONE,
  published,
  RUN,
  root,
  shown,
  told,
  useText,
  visitor,
  withForms,
} from './form-visitor.ts';
import { answerAll, organisation } from './organisation.ts';
import { axeOn, unfold } from './site-visitor.ts';

withForms();

describe('a seal', () => {
  /** The run with every closing answer in it, and a photo. */
  function finished(): string {
    const house = organisation(root);
    answerAll(house, RUN);
    return house.read(RUN).replace(/rack-photo: \{[^}]*\}/, 'rack-photo: { done: 2026-11-04, by: tlee, file: evidence/rack.txt }');
  }

  test('is refused in the command’s words, then made; both files pass the gate', async () => {
    const house = organisation(root);
    await at(FORM, async (page) => {
      await answers(page, 'tlee');
      await page.getByRole('button', { name: 'Seal for lead' }).click();
      await page.getByText('Not signed; what stands here comes first.').waitFor();
      const { out } = await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--dry-run');
      const refused = await page.locator('.sealed-out .says').allTextContents();
      expect(refused.length).toBe(4 + 1);
      for (const words of refused) expect(out.replaceAll(/\s+/g, ' ')).toContain(words.slice(0, 60));

      await useText(page, finished());
      await page.getByRole('button', { name: 'Seal for lead' }).click();
      await expect.poll(() => page.locator('.sealed-out .says').allTextContents()).toEqual([expect.stringContaining('"evidence/rack.txt" is not there.')]);
      const pick = (words: string): Promise<void> =>
        item(page, 'rack-photo')
          .getByLabel('Pick the file')
          .setInputFiles({ name: 'rack.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
      await pick('\r\n');
      await page.getByText('"rack.txt" is empty.').waitFor();
      await pick('a photo\n');
      await expect.poll(() => left(page)).toBe('2 sign-offs left before it may close.');

      await page.getByRole('button', { name: 'Seal for lead' }).click();
      await page.getByText('The work of this project is finished, and I hand it over.').waitFor();
      await page.getByRole('button', { name: 'Make the sign-off file' }).click();
      await page.getByText('Sealed is not approved:').waitFor();
      house.write(RUN, await downloaded(page));
      house.write(RUN.replace('run.yaml', 'evidence/rack.txt'), 'a photo\n');
      house.write(RUN.replace('run.yaml', 'signoff.closing.lead.yaml'), await downloaded(page, 'Download signoff.closing.lead.yaml'));
      expect((await house.closeout('status', RUN)).out).toMatch(/closing +lead +Tess Lee, 2026-11-06; sealed/);

      await page.getByRole('button', { name: 'Seal for support' }).click();
      await expect.poll(() => page.locator('.sealed-out .says').allTextContents()).not.toEqual([]);
      await answers(page, 'rdiaz');
      await page.getByRole('button', { name: 'Seal for support' }).click();
      await page.getByRole('button', { name: 'Make the sign-off file' }).click();
      house.write(RUN.replace('run.yaml', 'signoff.closing.support.yaml'), await downloaded(page, 'Download signoff.closing.support.yaml'));
      await expect.poll(() => left(page)).toBe('It may close.');
      expect(await page.locator('.beside-files li').allInnerTexts()).toEqual(
        ['signoff.closing.lead.yaml', 'signoff.closing.support.yaml', 'evidence/rack.txt'].map((each) => RUN.replace('run.yaml', each)),
      );
    });
    const { code, out } = await house.closeout('lint', '--as', 'closed', RUN);
    expect([code, out]).toEqual([0, expect.stringContaining('may close')]);
  });
});

describe('a closed run', () => {
  test('asks for what the watch window asks, and how waivers were made good', async () => {
    await at(CLOSED, async (page) => {
      expect(await left(page)).toBe('2 items left before it may finish.');
      await answers(page, 'jkim');
      const waiver = page.locator('[data-part=settled][data-item=printer-docs]');
      await waiver.getByRole('radio', { name: 'Done' }).check();
      await page.locator('#settled-printer-docs-note').fill('The list is in the wiki');
      await expect.poll(() => left(page)).toBe('1 item left before it may finish.');
      const text = await downloaded(page);
      expect(text).toContain('settled:\n  printer-docs: { done: 2026-11-06, by: jkim, note: The list is in the wiki }\n');
      expect(await shown(page)).toEqual(await told(text, 'finished', 'records/projects/contoso/mail-move/run.yaml'));
    });
  });
});

describe('an empty run', () => {
  test('offers whom closeout new takes: nobody who has left, and as lead only leads', async () => {
    await at(NEW, async (page) => {
      const offered = (fact: string): Promise<string[]> =>
        page.locator(`#fact-${fact}`).evaluate((field) => [...((field as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
      const here = ['tlee', 'mpatel', 'jkim', 'rdiaz', 'skim'];
      expect([await offered('lead'), await offered('backup'), await offered('escalate')]).toEqual([['tlee', 'mpatel'], here, here]);
    });
  });

  test('begins with the project and its kinds, as closeout new would write it', async () => {
    const house = organisation(root);
    const facts = {
      name: 'New branch',
      customer: 'contoso',
      psa: '1041',
      lead: 'tlee',
      backup: 'mpatel',
      escalate: 'skim',
      started: '2026-11-09',
      closes: '2026-12-11',
      touches: 'phones, Wi-Fi',
      impact: 'Phones at the new branch',
    };
    await at(NEW, async (page) => {
      await page.getByRole('button', { name: 'Show the items that apply' }).click();
      expect(await page.locator('.begin-says').innerText()).toMatch(/^Missing: Name of the project, Customer, Lead, /);
      expect(await page.locator('.begin-says').innerText()).not.toContain('PSA');
      for (const [fact, value] of Object.entries(facts)) await page.locator(`#fact-${fact}`).fill(value);
      await page.getByLabel('Server').check();
      await page.getByRole('button', { name: 'Show the items that apply' }).click();
      await expect.poll(() => left(page)).toBe('6 items left before it may close.');
      expect(await item(page, 'restore-tested').isVisible()).toBe(true);
      expect(await item(page, 'diagram-current').isVisible()).toBe(false);
      const options = Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]);
      const { out } = await house.closeout('new', 'project', ...options, '--kinds', 'server', '--dry-run');
      expect(await downloaded(page)).toBe(out);
      expect(await page.locator('.out-path').innerText()).toContain('records/projects/contoso/new-branch/run.yaml');
      expect(await page.getByRole('link', { name: 'Open in the repository' }).getAttribute('href')).toBe(
        'https://git.example/harbour/closeout/new/main/records/projects/contoso/new-branch?filename=run.yaml',
      );
      await page.reload();
      await page.locator('closeout-form.live').waitFor();
      expect(await page.locator('#fact-touches').inputValue()).toBe('phones, Wi-Fi');
      expect(await page.getByLabel('Number in the PSA').inputValue()).toBe('1041');
    });
  });
});

test('what was typed of a project that has no run yet is there after a reload and on the way back', async () => {
  await at(NEW, async (page) => {
    const name = page.getByLabel('Name of the project');
    await name.fill('New branch: "west" #2');
    await page.getByLabel('What users may notice').fill('Phones ring twice.\nNothing else.');
    await page.getByRole('checkbox', { name: 'Server' }).check();
    await page.reload();
    await page.locator('closeout-form.live').waitFor();
    expect(await page.getByLabel('What users may notice').inputValue()).toBe('Phones ring twice.\nNothing else.');
    expect(await page.getByRole('checkbox', { name: 'Server' }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Playbooks' }).first().click();
    await page.waitForURL(/playbooks/);
    await page.goBack();
    await expect.poll(() => name.inputValue()).toBe('New branch: "west" #2');
  });
});

test('what is left can be copied as a note for the ticket', async () => {
  await at(
    FORM,
    async (page) => {
      await page.getByRole('button', { name: 'Copy as ticket note' }).click();
      const note = await page.evaluate(() => navigator.clipboard.readText());
      expect(note).toMatch(
        /^Northwind Traders: Office move \(northwind\/office-move\)\n6 items left before it may close\. As of 2026-11-06, project-closeout@1\.1\.0\.\n\nLead: 4\n- /,
      );
      expect(note).toContain('- The client confirmed the work in writing (a ticket)\n');
      expect(note).toContain('\n\nSign-offs\n- closing, lead: not signed yet\n');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('without script it is a list with the answers that stand', async () => {
  await at(
    CLOSED,
    async (page) => {
      expect(await item(page, 'restore-tested').innerText()).toContain('Done on Thu, Oct 8, 2026 by Tess Lee. Date: 2026-10-07');
      expect(await item(page, 'alerts-tuned').locator('.stands').innerText()).toBe('Open');
      expect(await page.getByRole('radio').count()).toBe(0);
      expect(await page.locator('.live-only:visible').count()).toBe(0);
      expect(await item(page, 'diagram-current').isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
});

test('words of an attacker in a run are only words', async () => {
  await at('projects/northwind/hostile/form/', async (page) => {
    expect(await item(page, 'rack-photo').locator('.stands').innerText()).toContain('</script><img src=x');
    expect(await page.locator('#answers-rack-photo-na').inputValue()).toContain('</script><img src=x');
    await page.locator('.changes summary').click();
    await useText(page, published().replace('docs-found: open', 'docs-found: { done: 2026-11-04, by: "<img src=x onerror=window.hostile=1>" }'));
    await expect.poll(() => shown(page)).not.toEqual([]);
    expect(await page.evaluate(() => [document.querySelectorAll('img').length, 'hostile' in window])).toEqual([0, false]);
  });
});

test('hands out no phone, address or account, and has no page on a run that is over', () => {
  for (const file of visitor.site.files.filter((each) => each.endsWith('/form/index.html'))) expect(visitor.site.read(file)).not.toContain('555');
  expect(visitor.site.files.filter((each) => each.endsWith('/form/index.html')).length).toBe(4);
  expect(visitor.site.read('customers/northwind/index.html')).toContain('/projects/northwind/office-move/form/');
  expect(visitor.site.read('projects/index.html')).toContain('/projects/contoso/mail-move/form/');
});

describe.each([FORM, CLOSED, NEW])('%s', (path) => {
  test.each([1280, 390])('can be used by everybody at %i px, light and dark', async (width) => {
    await at(
      path,
      async (page) => {
        if (path !== NEW) {
          await answers(page, 'tlee');
          for (const form of ['Waived', 'Done']) if (path === FORM) await choose(page, 'printer-docs', form);
          if (path === FORM) await choose(page, 'rack-photo', 'Done');
          await page
            .getByRole('button', { name: /^Seal for/ })
            .first()
            .click();
        }
        await unfold(page);
        expect(await axeOn(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'sticks out sideways').toBeLessThanOrEqual(0);
        const small = await page
          .locator('main :is(button, select, .choice-of, .narrow label):visible')
          .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 36).length);
        expect(small).toBe(0);
      },
      { viewport: { ...PHONE, width } },
    );
  });
});

test('on paper it is the list with its answers', async () => {
  await at(FORM, async (page) => {
    await answers(page, 'tlee');
    await choose(page, 'admin-vaulted', 'Done');
    await page.locator('#answers-admin-vaulted-vault').fill('Northwind/Network');
    await page.getByLabel('Only what is left').check();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => item(page, 'admin-vaulted').locator('.stands').innerText()).toContain('Vault: Northwind/Network');
    for (const id of ['admin-vaulted', 'docs-found']) expect(await item(page, id).locator('.stands').isVisible()).toBe(true);
    for (const away of ['.forms', '.left-bar', '.handing', '.filing', '.who']) expect(await page.locator(away).first().isVisible(), away).toBe(false);
  });
});

test('no form had an error or asked anything of another host', () => {
  expect(visitor.trouble).toEqual([]);
});
