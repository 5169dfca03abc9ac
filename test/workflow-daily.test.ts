import { describe, expect, test } from 'vitest';
import { checkout } from './checkout.ts';
import { CONFIG, commit, RUN } from './closing.ts';
import { onBranch } from './organisation.ts';
import { type GitHub, runSteps, yamlOf } from './workflow.ts';

describe('the daily job', () => {
  const { steps } = yamlOf<GitHub>('examples/github-daily.yml').jobs['daily'] ?? { steps: [] };
  const address = 'repos/acme/closeout/issues?state=open&per_page=100';
  const bot = { login: 'github-actions[bot]' };

  test('opens one issue, then writes it anew; where there is nothing to tell it says so', () => {
    const on = checkout(onBranch());
    on.answer(address, [[{ title: 'Closeout: today', number: 3, user: { login: 'mallory' } }], [{ title: 'Other', number: 4, user: bot }]]);
    const first = runSteps(steps, {}, on);
    expect(first).toMatchObject({ code: 0, summary: expect.stringContaining('nothing wrong') });
    expect(on.issue()).toMatch(/^# .*\nNone\.\n.*nothing wrong.*\[this run\]\(https:\/\/git\.example\/acme\/closeout\/actions\/runs\/7\)/s);
    expect(on.calls()).toEqual([expect.stringMatching(/^api --silent --method POST repos\/acme\/closeout\/issues --raw-field title=Closeout: today /)]);
    on.answer(address, [[{ title: 'Closeout: today', number: 5, user: bot, pull_request: {} }], [{ title: 'Closeout: today', number: 9, user: bot }]]);
    expect(runSteps(steps, {}, on).code).toBe(0);
    expect(on.calls().at(-1)).toContain('--method PATCH repos/acme/closeout/issues/9 ');
  });

  test('what has run out stands in the issue, and the run is red', () => {
    const house = onBranch();
    house.edit(CONFIG, 'today: 2026-11-06', 'today: 2027-06-30');
    commit(house);
    const on = checkout(house);
    on.answer(address, [[]]);
    const { code, summary } = runSteps(steps, {}, on);
    expect([code, on.issue().includes('- [ ] '), summary.includes('- [ ] ')]).toEqual([1, true, true]);
  });

  test('a record that cannot be read, and a config that cannot, are said and red', () => {
    for (const [file, words] of [
      [RUN, 'is not whole'],
      [CONFIG, 'could not decide'],
    ] as const) {
      const house = onBranch();
      house.write(file, 'a: [\n');
      commit(house);
      const on = checkout(house);
      on.answer(address, [[]]);
      expect([runSteps(steps, {}, on).code > 0, on.issue()]).toEqual([true, expect.stringContaining(words)]);
    }
  });

  test('a long report is cut to what an issue holds, and says so', () => {
    const house = onBranch();
    const text = house.read(RUN);
    for (let each = 0; each < 300; each += 1) house.write(`records/projects/northwind/p-${each}/run.yaml`, text);
    commit(house);
    const on = checkout(house);
    on.answer(address, [[]]);
    const { summary } = runSteps(steps, {}, on);
    expect(on.issue().length).toBeLessThan(65_536);
    expect([on.issue().includes('This is not all'), summary.length > on.issue().length]).toEqual([true, true]);
  });
});
