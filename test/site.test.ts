import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, brokenLinks, buildSite, organisationWith, pagesOf, repository, textOf } from './site-build.ts';

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
  'site/content/mistakes/layout.mdx': `---
title: With a layout
layout: "data:text/javascript,console.log('a layout ran');export default () => null"
---

Only words.
`,
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
    site = await buildSite({ base: '/closeout/' });
  });
  afterAll(() => site?.remove());

  test('the build says nothing that needs a look', () => {
    expect(site.log).not.toMatch(/ignored|WARN|ERROR/);
    expect(site.read('index.html')).not.toContain('only available in production');
  });

  test('every link and every anchor inside the site leads somewhere', () => {
    expect(brokenLinks(site, '/closeout/')).toEqual([]);
  });

  test('no page has two places of one name', () => {
    for (const file of pagesOf(site)) {
      const ids = [...site.read(file).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        file,
      ).toEqual([]);
    }
  });

  test('each page, template and checklist of the content has a page of its own, with its title', () => {
    const listed = ['playbooks', 'mistakes', 'updates'].flatMap((folder) =>
      readdirSync(join(repository, 'site/content', folder)).map((name) => join('site/content', folder, name)),
    );
    const lists = readdirSync(join(repository, 'checklists')).filter((name) => name.endsWith('.yaml'));
    for (const file of [...listed, ...lists.map((name) => join('checklists', name))]) {
      const title = /^title: "?(.+?)"?$/m.exec(readFileSync(join(repository, file), 'utf8'))?.[1] ?? '';
      const page = `${file.replace(/^site\/content\//, '').replace(/\.\w+$/, '')}/index.html`;
      expect(textOf(/<h1[^>]*>.*?<\/h1>/s.exec(site.read(page))?.[0] ?? ''), page).toContain(title);
    }
  });

  test('a playbook tells its facts, its cards and the items that ask for it', () => {
    const text = textOf(site.read('playbooks/leaving-a-site/index.html'));
    expect(text).toContain('For support techs and lead techs · owned by support · version ');
    expect(text).toMatch(/On the checklist On-site visit The contact has heard what was done/);
    expect(text).toMatch(/Update to send After a visit, what was done The same day/);
    expect(text).toContain('Not like this All done in the server room.');
    expect(text).toMatch(/Asked by .*The contact was asked for anything else in On-site visit/);
  });

  test('a template shows its examples and hands out its slots', () => {
    const html = site.read('updates/vendor-acknowledge/index.html');
    expect(html).toMatch(/<mark class="slot">Carla<\/mark>/);
    expect(html).toMatch(/data-text="We are working on \{affected\}\n\nHello \{contact\},/);
    expect(textOf(html)).toContain('{contact} Who gets this message? Such as: Carla');
  });

  test('a card is followed phase by phase, and has neither kinds nor signatures', () => {
    const html = site.read('checklists/onsite-visit/index.html');
    expect([...html.matchAll(/<h2 id="(phase-[a-z-]+)">([^<]+)/g)].map((match) => `${match[1]} ${match[2]}`)).toEqual([
      'phase-arrive Arriving',
      'phase-work Working',
      'phase-leave Leaving',
    ]);
    expect(html).not.toMatch(/signatures|id="kinds"|not released yet|block closing/);
    expect(textOf(html)).toContain('How: Leaving a site');
  });

  test('the page of walkthroughs says what is due, and who could take over', () => {
    const text = textOf(site.read('walkthroughs/index.html'));
    expect(text).toContain('Due soon: in 23 days, by Sun, Nov 29, 2026. Rosa Diaz and Simone Kim have got to its end.');
    expect(text).toContain('Only Simone Kim has got to its end.');
    expect(text).toContain('Not followed to its end. First to fail: Step 4, book the visit');
  });

  test('nothing is asked of another host, and no e-mail address is shown', () => {
    for (const file of pagesOf(site)) {
      const html = site.read(file);
      expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g)?.filter((link) => !link.includes('git.example')) ?? [], file).toEqual([]);
      expect(html, file).not.toContain('href="mailto:');
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

  test('has no link that pretends a repository or a visit that the config does not name', () => {
    const html = site.read('checklists/project-closeout/index.html');
    expect(html).not.toMatch(/Propose a change|Follow it on your phone/);
    expect(site.read('checklists/project-closeout/versions/index.html')).not.toContain('in the repository</a>');
    expect(site.files.filter((file) => file.endsWith('card/index.html'))).toEqual([]);
  });

  test('a page brings no module by a layout in its facts', () => {
    expect(site.log).not.toContain('a layout ran');
    expect(site.read('mistakes/layout/index.html')).toContain('Only words.');
  });

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
    const playbook = readFileSync(fileURLToPath(new URL('base/site/content/playbooks/handing-over-a-project.mdx', import.meta.url)), 'utf8');
    const linking = playbook.replace('Open the', 'See [what is on](/today/), and open the');
    site = await buildSite({
      root: organisation({ 'closeout.config.yaml': `${config}audience: public\n`, 'site/content/playbooks/handing-over-a-project.mdx': linking }),
    });
  });
  afterAll(() => site?.remove());

  test('has no page of a record and no link to one', () => {
    expect(site.files.filter((file) => /^(customers|projects|today|walkthroughs)\//.test(file))).toEqual([]);
    // the docs are the product's own, and link to the sample's pages
    expect(brokenLinks(site, '/').filter((link) => !link.startsWith('docs/'))).toEqual([]);
    expect(textOf(site.read('playbooks/handing-over-a-project/index.html'))).toContain('See what is on, and open the checklist.');
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
