import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkout, elsewhere, pull, reviewed, tooEarly } from './checkout.ts';
import { approved, closing, forget, head } from './closing.ts';
import { type Ran, type Runner, runSteps } from './workflow.ts';

afterAll(forget);

describe('the action', () => {
  const act = (on: Runner, inputs: Readonly<Record<string, string>> = {}, event: object = pull): Ran =>
    runSteps([{ uses: 'your-org/closeout@v1', with: inputs }], event as never, on);

  test('says what came of it to later steps, with reports', async () => {
    const house = await tooEarly();
    const on = checkout(house);
    reviewed(on, approved('jkim', head(house)));
    const { code, outputs } = act(on, { formats: 'sarif junit' });
    expect([code, outputs]).toEqual([
      1,
      { outcome: 'errors', 'exit-code': '1', errors: '1', left: 'northwind/office-move', reports: join(on.temp, 'closeout') },
    ]);
    const report = (name: string): string => readFileSync(join(on.temp, 'closeout', name), 'utf8');
    expect(JSON.parse(report('closeout.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'item-answered' }] }] });
    expect(report('closeout.xml')).toContain('<failure');
  });

  test('says that it could not decide where the approvals are missing, and decides where none are asked for', async () => {
    const closed = checkout(await closing());
    const { code, outputs, summary, log } = act(closed);
    expect([code, outputs['outcome'], outputs['exit-code']]).toEqual([2, 'undecided', '2']);
    expect(log).toContain('pull-requests: read');
    expect(summary).toContain('nothing was handed in');
    expect(act(checkout(await elsewhere()))).toMatchObject({ code: 0, outputs: { outcome: 'clean', errors: '0', left: '' } });
    reviewed(closed, approved('jkim', closed.git('rev-parse', 'HEAD').trim()));
    expect(act(closed, { approvals: 'false' })).toMatchObject({ code: 2, log: expect.not.stringContaining('pull-requests: read') });
  });

  test.each([
    [{ 'working-directory': '../elsewhere' }, 'no folder of the checkout'],
    [{ formats: 'sarif=/etc/passwd' }, 'takes sarif'],
    [{ version: '1.0.0 --registry http://evil' }, 'takes a version'],
    [{ base: 'nowhere' }, 'is not here'],
  ])('a wrong input is no yes: %j', async (inputs, words) => {
    const on = checkout(await elsewhere());
    reviewed(on);
    const ran = act(on, inputs);
    expect(ran).toMatchObject({ code: 2, outputs: { outcome: 'undecided', left: '' }, summary: expect.stringContaining(words) });
  });

  test('paths are lines, and none of them is an option; a wrong number is said', async () => {
    const on = checkout(await elsewhere());
    reviewed(on);
    expect(act(on, { paths: 'contoso/mail-move\n\nrecords/people.yaml\n' }).summary).toContain('Checked 1 run');
    expect(act(on, { paths: '--help' })).toMatchObject({ code: 2, outputs: { outcome: 'undecided' } });
    expect(act(on, { 'max-warnings': 'few' })).toMatchObject({
      code: 3,
      outputs: { outcome: 'undecided', 'exit-code': '3' },
      summary: expect.stringMatching(/\w/),
    });
  });

  test('takes the program from outside the checkout, at the version that is asked for', async () => {
    const house = await elsewhere();
    house.write('node_modules/closeout/linter/bin.cjs', 'console.log("all is well")');
    house.write('.npmrc', 'registry=http://evil.example\n');
    house.git('add', '-f', '.');
    house.git('commit', '-qm', 'a judge of its own');
    const on = checkout(house);
    reviewed(on);
    const { code, log } = act(on, { version: '0.1.0' });
    expect([code, log.includes('all is well')]).toEqual([0, false]);
    expect(on.calls()).toEqual([expect.stringMatching(/^npm install --prefix \S+\/temp\/closeout-program --ignore-scripts .*closeout@0\.1\.0$/)]);
  });
});
