import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../linter/engine.ts';
import { openOrganisation } from '../site/data.ts';
import { ALWAYS, cutAfter, holds, others, read, written } from '../site/days.ts';
import { daysOf } from '../site/panel.ts';
import { longDay } from '../site/times.ts';
import { faults } from './customer-json.ts';
import { organisationWith, repository } from './site-build.ts';
import { type Visitor, visit } from './site-visitor.ts';

const today = dayIn('America/New_York', new Date());
const base = (file: string): string => readFileSync(join(repository, 'test/base', file), 'utf8');
const RUN = 'records/projects/northwind/office-move/run.yaml';
const CLOSED = 'records/projects/contoso/mail-move';

/** A run with engagements so many days from today. */
function runOf(name: string, days: readonly number[]): string {
  const engagements = days.map((away) => `  - { date: ${addDays(today, away)}, time: "18:00", site: dock-street, what: "${name} ${away}", impact: Short }\n`);
  const text = base(RUN).replace('name: Office move', `name: ${name}`);
  return text.replace(/^engagements:\n.*\n/m, days.length > 0 ? `engagements:\n${engagements.join('')}` : '');
}

/** An organisation whose day does not stand still: contoso's watch window ends the day after tomorrow, and its lead leaves tomorrow. */
function living(): string {
  const closed = addDays(today, -28);
  const signoff = (role: string, day: string): Record<string, string> => {
    const file = `${CLOSED}/signoff.closing.${role}.yaml`;
    return { [file]: base(file).replace(/^date: .*$/m, `date: ${day}`) };
  };
  return organisationWith({
    'closeout.config.yaml': base('closeout.config.yaml').replace(/^today: .*\n/m, ''),
    'records/people.yaml': base('records/people.yaml').replace('role: lead, from: 2024-02-01', `role: lead, from: 2024-02-01, to: ${addDays(today, 1)}`),
    [RUN]: runOf('First', [-3, 1, 9]),
    'records/projects/northwind/second/run.yaml': runOf('Second', [4]),
    'records/projects/northwind/third/run.yaml': runOf('Third', []),
    ...signoff('lead', addDays(closed, -1)),
    ...signoff('support', closed),
  });
}

describe('days', () => {
  test('each is in some spans or in the others, never in both', () => {
    const lists = [
      [],
      ALWAYS,
      [{ to: '2026-11-15' }],
      [{ from: '2026-11-10', to: '2026-11-12' }, { from: '2026-11-11', to: '2026-11-20' }, { from: '2026-12-01' }],
    ];
    for (const spans of lists) {
      for (let day = '2026-11-01'; day < '2026-12-10'; day = addDays(day, 1)) {
        expect(holds(others(spans), day), `${day} ${written(spans)}`).toBe(!holds(spans, day));
        if (spans.length > 0) expect(holds(read(written(spans)), day)).toBe(holds(spans, day));
        expect(cutAfter(['2026-11-15', '2026-11-15', '2026-11-04']).filter((span) => holds([span], day)).length).toBe(1);
      }
    }
  });

  test('a page is built with are those of the linter', () => {
    const root = organisationWith();
    const built = openOrganisation({ cwd: root, today: '2026-11-06' }).projects;
    for (const day of ['2026-11-06', '2026-11-14', '2026-11-15', '2026-11-16', '2027-03-01']) {
      const then = openOrganisation({ cwd: root, today: day }).projects.filter((each) => each.current);
      const shown = built.filter((each) => holds(daysOf(each), day));
      expect(shown.map((each) => each.id)).toEqual(then.map((each) => each.id));
    }
    rmSync(root, { recursive: true });
  });
});

describe('a site that was built some days ago', () => {
  let root: string;
  let visitor: Visitor;
  beforeAll(async () => {
    root = living();
    visitor = await visit(root);
  });
  afterAll(async () => {
    await visitor?.leave();
    rmSync(root, { recursive: true, force: true });
  });

  /** Opens a page as it is so many days after the build, at a time of UTC. */
  async function on(away: number, path: string, act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}, time = '17:00:00Z'): Promise<void> {
    const page = await visitor.open(path, options);
    await page.clock.setFixedTime(`${addDays(today, away)}T${time}`);
    await page.reload();
    await act(page);
    await page.context().close();
  }
  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const projects = (page: Page): Promise<string[]> => page.locator('article.project:visible h2').allInnerTexts();

  test('has the JSON of each customer, which fits its schema and says of which day it is', () => {
    const files = visitor.site.files.filter((file) => /^customers\/[^/]+\.json$/.test(file));
    expect(files.sort()).toEqual(['customers/contoso.json', 'customers/northwind.json']);
    for (const file of files) expect(faults(JSON.parse(visitor.site.read(file))), file).toEqual([]);
    expect(JSON.parse(visitor.site.read('customers/contoso.json'))).toMatchObject({ asOf: today, sample: false, projects: [{ standing: 'watched' }] });
  });

  test.each(['customers/contoso/', 'embed/customers/contoso/'])('drops a project from %s on the day after its watch window', async (path) => {
    await on(2, path, async (page) => {
      expect(await projects(page)).toEqual(['Mail move']);
      expect(await main(page)).toMatch(/1 closed and still watched[\s\S]*, today/);
    });
    await on(3, path, async (page) => {
      expect(await projects(page)).toEqual([]);
      expect(await main(page)).toMatch(/built 3 days ago:[\s\S]*No project is on here\s+None was closed in the last 30 days/);
      expect(await page.locator('.keep-looking').isVisible()).toBe(false);
    });
  });

  test('sorts a panel by what comes next on the day', async () => {
    await on(0, 'customers/northwind/', async (page) => {
      expect(await projects(page)).toEqual(['First', 'Second', 'Third']);
      expect(await main(page)).toContain('when this site was last built');
      expect(await page.locator('#northwind--office-move').innerText()).toMatch(/tomorrow · Dock Street\s+First 1\.[\s\S]*Done last[\s\S]*3 days ago/);
    });
    await on(2, 'customers/northwind/', async (page) => {
      expect(await projects(page)).toEqual(['Second', 'First', 'Third']);
      expect(await page.locator('.overview li a').allInnerTexts()).toEqual(['Second', 'First', 'Third']);
      const first = await page.locator('#northwind--office-move').innerText();
      expect(first).toMatch(/in 7 days · Dock Street\s+First 9\.[\s\S]*Done last[\s\S]*yesterday · Dock Street: First 1/);
      expect(await page.locator('#northwind--second').innerText()).toContain('in 2 days');
    });
  });

  test('does not send anybody to a person who has left since', async () => {
    const call = (page: Page) => page.locator('#northwind--second .call').first().innerText();
    await on(1, 'customers/northwind/', async (page) => expect(await call(page)).toMatch(/Tess Lee\s+\+1 555 0142$/));
    await on(2, 'customers/northwind/', async (page) => expect(await call(page)).toMatch(/Tess Lee\s+no longer here$/));
  });

  test('has the organisation’s day, wherever the reader is', async () => {
    const engagements = (page: Page): Promise<string[]> => page.locator('#engagements ~ ul > li:visible h3').allInnerTexts();
    const inTokyo = async (page: Page): Promise<void> => {
      expect(await main(page)).toContain(longDay(addDays(today, 1)));
      expect(await engagements(page)).toEqual(['First 1']);
      expect(await main(page)).toContain('Ends tomorrow');
    };
    // late in the evening in New York, past noon of the next day in Tokyo
    await on(2, 'today/', inTokyo, { timezoneId: 'Asia/Tokyo' }, '03:30:00Z');
    await on(4, 'today/', async (page) => {
      expect(await engagements(page)).toEqual(['Second 4']);
      expect(await main(page)).toContain('Ended 2 days ago');
    });
    await on(5, 'today/', async (page) => expect(await page.locator('#engagements ~ p:visible').innerText()).toBe('None.'));
  });

  test('goes on in a page that stays open overnight; a clock that is wrong changes nothing', async () => {
    const page = await visitor.open('customers/contoso/');
    await page.clock.install({ time: `${today}T17:00:00Z` });
    await page.reload();
    expect(await projects(page)).toEqual(['Mail move']);
    await page.clock.fastForward(3 * 86_400_000);
    await expect.poll(() => projects(page)).toEqual([]);
    await page.context().close();
    await on(-9000, 'customers/contoso/', async (wrong) => expect(await projects(wrong)).toEqual(['Mail move']));
  });

  test('goes on in the list of customers, on the board and in the walkthroughs', async () => {
    await on(3, 'customers/', async (page) => expect(await page.locator('customer-filter li', { hasText: 'Contoso' }).innerText()).toContain('nothing on'));
    await on(2, 'projects/', async (page) => {
      expect(await main(page)).toMatch(/New to support[\s\S]*Contoso Dental: Mail move[\s\S]*closed 30 days ago/);
      expect(await main(page)).toMatch(/watched until .*, today/);
    });
    await on(3, 'projects/', async (page) => {
      expect(await page.locator('.new-to-support > li:visible').count()).toBe(0);
      expect(await main(page)).toMatch(/watch window ended on .*not signed off yet/);
    });
    await on(400, 'walkthroughs/', async (page) => expect(await main(page)).toMatch(/Overdue: it was due \d+ days ago/));
  });

  test('moves the mark of today, and is as it was built without script', async () => {
    const at = (page: Page): Promise<number> => page.locator('.timeline .today').evaluate((each) => each.getBoundingClientRect().x);
    const places: number[] = [];
    for (const away of [0, 7]) await on(away, 'projects/', async (page) => void places.push(await at(page)));
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(20);
    await on(30, 'customers/contoso/', async (page) => expect(await projects(page)).toEqual(['Mail move']), { javaScriptEnabled: false });
  });

  test('had no error and asked nothing of another host', () => {
    expect(visitor.trouble).toEqual([]);
  });
});
