import { describe, expect, test } from 'vitest';
import { casesIn, gitlabFaults, junitFaults, lintJsonFaults, readXml, type Sarif, sarifFaults } from './format-readers.ts';
import { type Organisation, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const LIVING = 'checklists/project-closeout.yaml';
const DRAFTED = 'site/content/playbooks/handing-over-a-project.mdx';

async function sarifOf(house: Organisation, ...args: string[]): Promise<Sarif> {
  const { out } = await house.closeout('lint', '--format', 'sarif', ...args);
  return (JSON.parse(out) as { runs: [Sarif] }).runs[0];
}

/** A checklist with a warning that is silenced. */
function silence(house: Organisation): void {
  house.edit(
    LIVING,
    'title: The printers are documented',
    'title: Everything is fine with the printers   # closeout-ignore item-verifiable: the vendor says "fine"',
  );
}

const situations: Readonly<Record<string, (house: Organisation) => readonly string[]>> = {
  'all in order': () => [],
  'a run that may not close': (house) => {
    house.edit(RUN, 'state: active', 'state: closed');
    return [];
  },
  'a run in its last days': (house) => {
    house.edit(RUN, 'state: active', 'state: closing');
    return [RUN];
  },
  'a run that cannot be read': (house) => {
    house.write(RUN, 'state: [');
    return [RUN];
  },
  'a warning that is silenced': (house) => {
    silence(house);
    return [LIVING];
  },
  'no history': () => ['--base', 'main'],
  'nothing that matches': () => ['nothere'],
};

describe.each(Object.entries(situations))('of %s', (_what, prepare) => {
  test.each([
    ['json', lintJsonFaults],
    ['sarif', sarifFaults],
    ['junit', junitFaults],
    ['gitlab', gitlabFaults],
  ] as const)('%s fits what its readers ask for', async (format, faults) => {
    const house = organisation();
    const { out } = await house.closeout('lint', ...prepare(house), '--format', format);
    expect(faults(out)).toEqual([]);
  });
});

describe('sarif', () => {
  test('says where, by which rule and why, and leads to the rule’s page', async () => {
    const house = organisation();
    house.edit('closeout.config.yaml', 'zone:', 'site: https://closeout.example\nzone:');
    house.edit(RUN, 'state: active', 'state: closed');
    const { tool, results, invocations } = await sarifOf(house, RUN);
    expect(results.map((each) => tool.driver.rules[each.ruleIndex]?.id)).toEqual(results.map((each) => each.ruleId));
    expect(tool.driver.rules).toHaveLength(1);
    expect(tool.driver.rules[0]).toMatchObject({
      helpUri: 'https://closeout.example/rules/item-answered/',
      help: { text: expect.stringContaining('What is open when the lead tech leaves') },
      defaultConfiguration: { level: 'error' },
    });
    const { artifactLocation, region } = results[0]?.locations[0].physicalLocation ?? {};
    expect([artifactLocation?.uri, region]).toEqual([RUN, { startLine: 17, startColumn: 20, endLine: 17, endColumn: 24 }]);
    expect(invocations[0]).toEqual({ executionSuccessful: true });
  });

  test('carries what a comment silenced, with its reason', async () => {
    const house = organisation();
    silence(house);
    const { results } = await sarifOf(house, LIVING);
    expect(results.filter((each) => each.suppressions).map((each) => [each.ruleId, each.suppressions])).toEqual([
      ['item-verifiable', [{ kind: 'inSource', justification: 'the vendor says "fine"' }]],
    ]);
  });

  test('carries what can be mended without a doubt', async () => {
    const house = organisation();
    house.edit(DRAFTED, '## What to say\n', '## What to say\n\nWe will try to help.\n');
    const { results } = await sarifOf(house, DRAFTED);
    expect(results.map((each) => each.ruleId)).toEqual(['phrase/will-try']);
    expect(results[0]?.fixes?.[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { startLine: 27, startColumn: 4, endLine: 27, endColumn: 15 }, insertedContent: { text: 'will' } },
    ]);
  });

  test.each(['no history', 'nothing that matches', 'a run that cannot be read'])('says that it could not decide where there is %s', async (what) => {
    const house = organisation();
    const { tool, invocations } = await sarifOf(house, ...(situations[what]?.(house) ?? []));
    expect([tool.driver.semanticVersion, invocations[0].executionSuccessful]).toEqual(['0.0.0', false]);
    expect(invocations[0].toolExecutionNotifications?.[0]).toMatchObject({
      level: 'error',
      message: { text: expect.stringMatching(/could not|not be decided/i) },
    });
  });
});

test.each([
  ['sarif', (text: string) => (JSON.parse(text) as { runs: [Sarif] }).runs[0].results.map((each) => each.partialFingerprints.primaryLocationLineHash)],
  ['gitlab', (text: string) => (JSON.parse(text) as { fingerprint: string }[]).map((each) => each.fingerprint)],
] as const)('%s knows each finding again on another line and another day, and takes none for another', async (format, printsOf) => {
  const house = organisation();
  house.edit(RUN, 'state: active', 'state: closed');
  house.edit(DRAFTED, '## What to say\n', '## What to say\n\nWe will try to help. We will try to help.\n');
  const before = printsOf((await house.closeout('lint', '--format', format)).out);
  house.write(RUN, house.read(RUN).replace('\n', '\n# a line more\n'));
  const after = printsOf((await house.closeout('lint', '--format', format, '--today', '2026-11-08')).out);
  expect(before.length).toBeGreaterThan(7);
  expect(new Set(before).size).toBe(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

describe('junit', () => {
  const casesOf = async (what: string) => {
    const house = organisation();
    const { out } = await house.closeout('lint', ...(situations[what]?.(house) ?? []), '--format', 'junit');
    return casesIn(readXml(out)).map(({ attributes, children }) => [attributes['classname'], children[0]?.name, attributes['name']]);
  };

  test('a run with nothing wrong is a test that passed', async () => {
    expect(await casesOf('all in order')).toContainEqual(['northwind/office-move', 'system-out', 'What the gate says']);
  });

  test('what is only not done yet is no failure', async () => {
    expect(await casesOf('a run in its last days')).toEqual([['northwind/office-move', 'system-out', 'What the gate says']]);
  });

  test('what blocks is one failure for the gate and one for each rule', async () => {
    expect((await casesOf('a run that may not close')).filter(([run]) => run === 'northwind/office-move')).toEqual([
      ['northwind/office-move', 'failure', 'What the gate says'],
      ['northwind/office-move', 'failure', 'Every item that applies and must be answered in the phase is answered. (item-answered)'],
    ]);
  });

  test('what could not be decided is an error', async () => {
    expect(await casesOf('nothing that matches')).toEqual([['Closeout', 'error', 'Something was checked']]);
    expect((await casesOf('no history')).filter(([, result]) => result === 'error').map(([name]) => name)).toContain('closeout.config.yaml');
  });
});

describe('markdown', () => {
  test('is a checklist of what to do, with links where the config names a repository', async () => {
    const house = organisation();
    house.edit('closeout.config.yaml', 'zone:', 'repository: https://git.example/o/closeout.git\nzone:');
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('init', '-q');
    house.git('add', '.');
    house.git('commit', '-qm', 'start');
    const commit = house.git('rev-parse', 'HEAD').trim();
    const { out } = await house.closeout('lint', '--format', 'markdown', RUN);
    expect(out).toMatch(/^<!-- closeout-lint -->\n## Closeout: 6 items left\n/);
    expect(out).toContain(
      `- [ ] "The network diagram shows what was built" is open. The lead answers it and gives a link. ([run.yaml:17:20](https://git.example/o/closeout/blob/${commit}/${RUN}#L17))\n`,
    );
  });
});
