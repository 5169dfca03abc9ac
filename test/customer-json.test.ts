import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openOrganisation } from '../site/data.ts';
import { customers } from '../site/panel.ts';
import { panelData } from '../site/panel-data.ts';
import { faults } from './customer-json.ts';
import { answerAll, organisation, RUN } from './organisation.ts';
import { organisationWith, repository } from './site-build.ts';

const base = (file: string): string => readFileSync(join(repository, 'test/base', file), 'utf8');
const CLOSED = 'records/projects/contoso/mail-move/run.yaml';
const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

function house(files: Readonly<Record<string, string>>): string {
  const root = organisationWith(files);
  roots.push(root);
  return root;
}

/** The JSON of each customer as a reader gets it. */
function panels(cwd: string): readonly ReturnType<typeof panelData>[] {
  const opened = openOrganisation({ cwd });
  return customers(opened).map((each) => JSON.parse(JSON.stringify(panelData(each, opened))) as ReturnType<typeof panelData>);
}

describe('the JSON of a customer', () => {
  test('fits its schema, for the sample and for records that are not as they should be', () => {
    const broken = house({
      [RUN]: base(RUN).replace('@1.1.0', '@9.9.9').replace('impact: Phones', 'impact: ""\n  strange: Phones').replace('lead: tlee', 'lead: nobody-known'),
      'records/projects/northwind/odd/run.yaml': base(RUN).replace('what: Core switch cut-over, ', '').replace('escalate: skim\n', '').replace('mpatel', '[1]'),
      'records/projects/northwind/lost/run.yaml': 'project: [',
    });
    for (const root of [repository, broken]) for (const each of panels(root)) expect(faults(each), each.customer.id).toEqual([]);
    const northwind = panels(broken).find((each) => each.customer.id === 'northwind');
    expect(northwind?.complete).toBe(false);
    expect(northwind?.projects.map(({ mayClose, left }) => `${mayClose}: ${left}`)).toContain('false: not known: its checklist cannot be read');
  });

  test('is told where it does not', () => {
    const [first] = panels(repository);
    expect(faults({ ...first, version: 2, projects: [{}] }).length).toBeGreaterThan(10);
  });

  test('lists what is on or watched, and nothing that is over', () => {
    const said = panels(repository).flatMap(({ projects }) => projects.map(({ id, standing }) => `${id} ${standing}`));
    expect(said).toEqual([
      'bluebird-dental/riverside-opening closing',
      'cedar-ridge/laptop-refresh active',
      'cedar-ridge/mail-migration active',
      'marlow-finch/london-server paused',
      'northwind/office-move active',
      'northwind/file-server watched',
      'tern-island/taproom-wifi planned',
    ]);
  });

  test('lets a project close when its gate does, and not before', async () => {
    const changing = organisation();
    const gate = (): string[] => panels(changing.root).flatMap(({ projects }) => projects.map(({ id, mayClose, left }) => `${id} ${mayClose}, left: ${left}`));
    expect(gate()).toEqual(['contoso/mail-move true, left: nothing', expect.stringMatching(/^northwind\/office-move false, left: \d items$/)]);
    answerAll(changing, RUN);
    expect(gate()).toContain('northwind/office-move false, left: 2 sign-offs');
    await changing.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    await changing.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes');
    expect(gate()).toContain('northwind/office-move true, left: nothing');
    changing.edit(CLOSED, 'count: 14', 'count: 15');
    expect(gate()[0]).toMatch(/^contoso\/mail-move false, left: \d/);
  });

  test('names people with their work phone and nothing else of them', () => {
    const person = 'name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }], account: secret, email: tess@secret.example';
    const people = base('records/people.yaml')
      .replace('name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }]', person)
      .replace('role: manager, from: 2020-01-01', 'role: manager, from: 2020-01-01, to: 2026-10-01');
    const text = JSON.stringify(panels(house({ 'records/people.yaml': people })));
    expect(text).toContain('{"name":"Tess Lee","phone":"+1 555 0142","here":true}');
    expect(text).toContain('{"name":"Simone Kim","phone":null,"here":false}');
    expect(text).not.toMatch(/secret|evidence|rack\.txt/);
  });
});
