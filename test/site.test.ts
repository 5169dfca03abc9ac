import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, buildSite, organisationWith, textOf } from './site-build.ts';

const baseRun = readFileSync(fileURLToPath(new URL('base/records/projects/northwind/office-move/run.yaml', import.meta.url)), 'utf8');
const roots: string[] = [];

function organisation(files: Parameters<typeof organisationWith>[0] = {}): string {
  const root = organisationWith(files);
  roots.push(root);
  return root;
}

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A run of the base organisation with lines replaced. */
function runWith(changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the base run has no "${from}"`);
    return text.replace(from, to);
  }, baseRun);
}

const EVIL = `</title></a><img src=x onerror="window.hostile=1"><script>window.hostile=1</script>`;

const busy = {
  'records/people.yaml': `- { id: tlee, name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }], phone: "+1 555 0142 x7", account: secret-account, email: tess@secret.example }
- { id: mpatel, name: Maya Patel, roles: [{ role: lead, from: 2025-07-01 }], account: other-account, email: maya@secret.example }
- { id: jkim, name: Jonah Kim, roles: [{ role: support, from: 2022-05-02 }] }
- { id: skim, name: Simone Kim, roles: [{ role: manager, from: 2020-01-01, to: 2026-10-31 }], phone: "+1 555 0110" }
`,
  'records/customers.yaml': `- { id: northwind, name: Northwind Traders, aliases: [NWT], sites: [{ id: dock-street, name: Dock Street, zone: America/New_York }, { id: london, name: London studio, zone: Europe/London }] }
- { id: contoso, name: Contoso Dental }
- { id: quiet, name: Quiet Co }
- { id: hostile, name: ${JSON.stringify(EVIL)}, aliases: [${JSON.stringify(EVIL)}] }
`,
  'records/projects/northwind/office-move/run.yaml': runWith({
    'impact: Phones and internet at Dock Street move to the new circuit.':
      'impact: Phones stop for a while.\n  unrelated: Mail stays as it is.\n  known-issues: [{ what: Room 2 has no port, ticket: T20261101.0003 }]',
    'date: 2026-11-06, time: "18:00", site: dock-street': 'date: 2026-11-20, time: "10:00", site: london',
    'printer-docs: open': 'printer-docs: { waived: The vendor delivers in December, by: tlee, approved: skim, until: 2026-11-18, ticket: T20261102.0007 }',
  }),
  'records/projects/northwind/sooner/run.yaml': runWith({
    'name: Office move': 'name: Sooner one',
    'date: 2026-11-06': 'date: 2026-11-09',
    'state: active': 'state: planned',
  }),
  'records/projects/northwind/given-up/run.yaml': runWith({
    'name: Office move': 'name: Given up',
    'state: active': 'state: cancelled\nreason: The customer decided otherwise',
  }),
  'records/projects/northwind/lost/run.yml': baseRun,
  'records/projects/hostile/attack/run.yaml': runWith({
    'name: Office move': `name: ${JSON.stringify(EVIL)}`,
    'customer: northwind': 'customer: hostile',
    'touches: [Dock Street switches, phones, internet circuit]': `touches: [${JSON.stringify(EVIL)}]`,
    'impact: Phones and internet at Dock Street move to the new circuit.': `impact: ${JSON.stringify(EVIL)}\n  known-issues: [{ what: "[x](javascript:alert(1))", ticket: "javascript:alert(1)" }]`,
    'what: Core switch cut-over': `what: ${JSON.stringify(EVIL)}`,
  }),
};

describe('the site of this repository, below a base path', () => {
  let site: Built;
  beforeAll(async () => {
    site = await buildSite({ base: '/closeout' });
  });
  afterAll(() => site?.remove());

  test('the build says nothing that needs a look', () => {
    expect(site.log).not.toMatch(/ignored|WARN|ERROR/);
    expect(site.read('index.html')).not.toContain('only available in production');
  });

  test('every link and every anchor inside the site leads somewhere', () => {
    expect(brokenLinks(site, '/closeout/')).toEqual([]);
  });

  test('nothing is asked of another host, and no e-mail address is shown', () => {
    for (const file of pagesOf(site)) {
      const html = site.read(file);
      expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g)?.filter((link) => !link.includes('git.example')) ?? [], file).toEqual([]);
      expect(html, file).not.toContain('mailto:');
    }
  });
});

describe('an organisation with much going on', () => {
  let site: Built;
  beforeAll(async () => {
    site = await buildSite({ root: organisation(busy) });
  });
  afterAll(() => site?.remove());

  const panel = (): string => textOf(site.read('customers/northwind/index.html'));

  test('the panel shows each project that is on, soonest engagement first, and no cancelled one', () => {
    const text = panel();
    const order = [...site.read('customers/northwind/index.html').matchAll(/<article class="project" id="([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual(['northwind--sooner', 'northwind--office-move']);
    expect(text).not.toContain('Given up');
    expect(text).toContain('2 projects on');
  });

  test('a project says all that a support tech needs', () => {
    const text = panel();
    for (const words of [
      'Phones stop for a while.',
      'New network',
      'Not touched: keep looking elsewhere Mail stays as it is.',
      'Room 2 has no port T20261101.0003',
      'Fri, Nov 20, 2026, 10:00 GMT (Europe/London), 05:00 EST here in 14 days · London studio',
      'waived until Wed, Nov 18, 2026. The vendor delivers in December',
      'Lead Tess Lee',
      '+1 555 0142 x7',
      'Backup Maya Patel no phone on record',
      'Simone Kim no longer here',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Left before it can close: \d+ items/);
    expect(site.read('customers/northwind/index.html')).toContain('href="tel:+15550142;ext=7"');
  });

  test('a file that nobody reads is told where it matters', () => {
    expect(panel()).toContain('records/projects/northwind/lost/run.yml');
    expect(textOf(site.read('today/index.html'))).toContain('records/projects/northwind/lost/run.yml');
  });

  test('where nothing is on the panel says so, and to keep looking', () => {
    expect(textOf(site.read('customers/quiet/index.html'))).toMatch(/No project is on here .* last 30 days .* keep looking/);
  });

  test('today’s report names what runs out, and that the day stands still', () => {
    const text = textOf(site.read('today/index.html'));
    expect(text).toContain('Runs out in 12 days, Wed, Nov 18, 2026');
    expect(text).toContain('its day stands still at Friday, November 6, 2026');
  });

  test('e-mail addresses and accounts stay in the repository', () => {
    for (const file of site.files) expect(site.read(file).match(/secret-account|other-account|secret\.example/), file).toBeNull();
  });

  test('what an attacker writes is text and nothing else', () => {
    for (const file of pagesOf(site)) {
      // in a quoted attribute a bracket is only a letter
      const html = site.read(file).replace(/="[^"]*"/g, (value) => (/^="\s*javascript:/i.test(value) ? value : ''));
      expect(html.match(/<img\b|<script>window\.hostile|<\/title><\/a>/), file).toBeNull();
      expect(html.match(/="\s*javascript:/i), file).toBeNull();
    }
    expect(site.read('customers/hostile/index.html')).toContain('&lt;script&gt;window.hostile');
  });
});

describe('a public site', () => {
  let site: Built;
  beforeAll(async () => {
    const config = readFileSync(fileURLToPath(new URL('base/closeout.config.yaml', import.meta.url)), 'utf8');
    site = await buildSite({ root: organisation({ 'closeout.config.yaml': `${config}audience: public\n` }) });
  });
  afterAll(() => site?.remove());

  test('has no page of a record and no link to one', () => {
    expect(site.files.filter((file) => /^(customers|projects|today)\//.test(file))).toEqual([]);
    expect(brokenLinks(site, '/')).toEqual([]);
  });

  test('names no customer, project or person anywhere', () => {
    for (const file of site.files) {
      // rule pages and docs show made-up examples; they are the product's own
      if (/^(rules|docs|pagefind)\//.test(file)) continue;
      expect(site.read(file).match(/Northwind|Contoso|Office move|Tess Lee|Simone Kim/i), file).toBeNull();
    }
  });

  test('still has the checklist to read', () => {
    expect(textOf(site.read('checklists/project-closeout/index.html'))).toContain('The network diagram shows what was built');
  });
});

function pagesOf(site: Built): readonly string[] {
  return site.files.filter((file) => file.endsWith('.html'));
}

/** Links of the site's pages whose target or anchor is not in the site. */
function brokenLinks(site: Built, base: string): readonly string[] {
  const anchors = new Map(pagesOf(site).map((file) => [file, new Set([...site.read(file).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))]));
  const files = new Set(site.files);
  return pagesOf(site).flatMap((file) => {
    const here = new URL(`http://site${base}${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const links = [...site.read(file).matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    return links.filter((link) => !leadsSomewhere(link)).map((link) => `${file}: ${link}`);

    function leadsSomewhere(link: string): boolean {
      const target = new URL(link, here);
      if (target.host !== 'site' || target.protocol === 'tel:') return true;
      if (!target.pathname.startsWith(base)) return false;
      const path = decodeURIComponent(target.pathname.slice(base.length));
      const found = files.has(path) ? path : join(path, 'index.html');
      const anchor = decodeURIComponent(target.hash.slice(1));
      return files.has(found) && (anchor === '' || !found.endsWith('.html') || anchors.get(found)?.has(anchor) === true);
    }
  });
}
