import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../linter/engine.ts';
import { faults } from './customer-json.ts';
import { repository } from './organisation.ts';

const script = join(repository, 'examples/may-close.sh');
const page = readFileSync(join(repository, 'site/content/docs/docs/psa-gate.md'), 'utf8');
const today = new Date().toISOString().slice(0, 10);
// whoever has no jq is told so, and that is no yes
const able = ['curl', 'jq'].every((name) => spawnSync(name, ['--version']).status === 0);

const project = {
  ...{ id: 'northwind/office-move', name: 'Office move', psa: '1041', state: 'closing', standing: 'closing', kinds: ['New network'] },
  ...{ started: '2026-09-14', closes: '2026-11-13', watch: null, touches: ['phones'], impact: null, unrelated: null, knownIssues: [] },
  ...{ lead: null, backup: null, escalate: null, engagements: [], mayClose: true, left: 'nothing' },
};
const customer = {
  ...{ format: 'closeout-customer', version: 1, asOf: today, sample: false, customer: { id: 'northwind', name: 'Northwind Traders', aliases: [] } },
  ...{ panel: '/customers/northwind/', complete: true, projects: [project] },
};

let answer: { status: number; body: string; location?: string };
const server = createServer((_request, response) => {
  response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body);
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

/** What the script says where the site answers so. */
function ask(json: unknown, { id = 'northwind/office-move', status = 200, location = '', port = (server.address() as AddressInfo).port } = {}) {
  answer = { status, body: typeof json === 'string' ? json : JSON.stringify(json), ...(location ? { location } : {}) };
  return new Promise<{ code: number; said: string }>((resolve) => {
    const env = { ...process.env, no_proxy: '*' };
    execFile('sh', [script, `http://127.0.0.1:${port}/`, 'northwind', id], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });
}

describe('may-close.sh', () => {
  test('the JSON that it is tried with has the published shape', () => {
    expect(faults(customer)).toEqual([]);
  });

  test('yes is 0 and no is 1, by the id and by the number of the PSA', async () => {
    const expected = able ? [0, 0, 1] : [2, 2, 2];
    const no = { ...customer, projects: [{ ...project, mayClose: false, left: '3 items, 1 sign-off' }] };
    const answers = [await ask(customer), await ask(customer, { id: '1041' }), await ask(no)];
    expect(answers.map(({ code }) => code)).toEqual(expected);
    if (able) expect(answers[2]?.said).toBe('It may not close yet. What is left: 3 items, 1 sign-off\n');
  });

  test.each<[string, unknown, Parameters<typeof ask>[1]?]>([
    ['it is three days old', { ...customer, asOf: addDays(today, -3) }],
    ['it comes from the future', { ...customer, asOf: addDays(today, 3) }],
    ['it has no day', { ...customer, asOf: undefined }],
    ['it is the sample', { ...customer, sample: true }],
    ['a record could not be read', { ...customer, complete: false }],
    ['the project is not in it', { ...customer, projects: [] }],
    ['two have the number', { ...customer, projects: [project, { ...project, id: 'northwind/other' }] }, { id: '1041' }],
    ['it does not say', { ...customer, projects: [{ ...project, mayClose: 'true' }] }],
    ['it is a newer version', { ...customer, version: 2 }],
    ['it has another shape', { ...customer, projects: 'none' }],
    ['it is a list', []],
    ['it is a sign-in page', '<html>mayClose: true</html>'],
    ['it is empty', ''],
    ['it was cut', JSON.stringify(customer).slice(0, -9)],
    ['the customer is not known', customer, { status: 404 }],
    ['the server fails', customer, { status: 500 }],
    ['it is moved to a sign-in', customer, { status: 302, location: '/sign-in' }],
    ['nobody answers', customer, { port: 9 }],
  ])('where %s nobody can tell', async (_when, json, more) => {
    const { code, said } = await ask(json, more);
    expect([code, said]).toEqual([2, expect.stringMatching(/^Could not tell: .+\n$/)]);
  });

  test('a name that is no id never becomes part of the address', () => {
    const { status, stderr } = spawnSync('sh', [script, 'http://127.0.0.1:9', '../secret', 'x'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('is its id in customers.yaml')]);
  });
});

test('the page shows the script as it is', () => {
  expect(page).toContain(readFileSync(script, 'utf8'));
});
