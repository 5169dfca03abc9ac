import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../linter/commands/progress.ts';
import type { Outcome } from '../linter/core/outcome.ts';
import type { Diagnostic } from '../linter/core/rule.ts';
import { type FormatName, formats } from '../linter/formats/index.ts';
import { casesIn, gitlabFaults, junitFaults, lintJsonFaults, readXml, sarifFaults } from './format-readers.ts';
import { answerAll, type Organisation, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const LIVING = 'checklists/project-closeout.yaml';
const DRAFTED = 'site/content/playbooks/handing-over-a-project.mdx';

interface Sarif {
  readonly tool: {
    readonly driver: { readonly rules: readonly { id: string; helpUri?: string; help: { text: string }; defaultConfiguration: { level: string } }[] };
  };
  readonly invocations: readonly [{ executionSuccessful: boolean; toolExecutionNotifications?: readonly { level: string; message: { text: string } }[] }];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly locations: readonly [{ physicalLocation: { artifactLocation: { uri: string }; region: Readonly<Record<string, number>> } }];
    readonly partialFingerprints: { readonly primaryLocationLineHash: string };
    readonly suppressions?: readonly { kind: string; justification: string }[];
    readonly fixes?: readonly [{ artifactChanges: readonly [{ replacements: readonly [{ deletedRegion: object; insertedContent: { text: string } }] }] }];
  }[];
}

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
    const { invocations } = await sarifOf(house, ...(situations[what]?.(house) ?? []));
    expect(invocations[0].executionSuccessful).toBe(false);
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

/** A hundred thousand findings in a thousand runs. */
function flood(): Outcome {
  const runs = Array.from({ length: 1000 }, (_, index) => ({ id: `a/project-${index}`, file: `records/projects/a/project-${index}/run.yaml` }));
  const text = `${'a line of the run that somebody wrote\n'.repeat(100)}`;
  const diagnostics = runs.flatMap(({ file }, run) =>
    Array.from({ length: 100 }, (_, line): Diagnostic => {
      const position = (column: number) => ({ line: line + 1, column, offset: line * 38 + column - 1 });
      const severity = (['info', 'warning', 'error'] as const)[(run + line) % 3] ?? 'info';
      const message = `"Item ${line} of this project" is open. The lead answers it and gives a link, and says why it took so long.`;
      return {
        ruleId: `rule-${line % 40}`,
        severity,
        message,
        file,
        range: { start: position(1), end: position(5) },
        path: ['answers', `item-${line}`],
        url: '',
      };
    }),
  );
  return {
    ...{ today: '2026-11-06', sample: false, diagnostics, checked: { runs: 1000, signoffs: 0, checklists: 0, pages: 0, others: 0 } },
    verdicts: runs.map(({ id, file }) => ({ run: id, file, state: 'closed', outcome: 'left', items: [], signoffs: 0, others: 33 })),
    texts: new Map(runs.map(({ file }) => [file, text])),
  };
}

describe('a hundred thousand findings', () => {
  const outcome = flood();
  const written = async (name: FormatName) => (await formats[name]())(outcome, { paint: (_style, text) => text });

  test('text shows the worst thousand, and how to see the rest', async () => {
    const text = await written('text');
    expect(text.match(/^ {2}\d+:\d+ {2}error {2}/gm)).toHaveLength(1000);
    expect(text).toContain('Shown are the worst 1,000 of 100,000 findings. To see the rest,');
    expect(text).toContain('33,333 errors');
  });

  test('GitHub gets ten annotations, a summary below 1 MiB and a comment of at most 65,536 characters', async () => {
    expect((await written('github')).match(/^::error /gm)).toHaveLength(10);
    const [summary, comment] = [await written('github-summary'), await written('markdown')];
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900_000);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    for (const text of [summary, comment]) expect(text).toMatch(/\nShown are the worst [\d,]+ of 100,000 findings\. Run `closeout lint` to see all\.\n$/);
    expect(comment).not.toContain('Warning:');
  });

  test('SARIF holds the worst 5,000 and says so, far below 10 MB packed', async () => {
    const text = await written('sarif');
    expect(sarifFaults(text)).toEqual([]);
    const { results, invocations } = (JSON.parse(text) as { runs: [Sarif] }).runs[0];
    expect([results.length, new Set(results.map((each) => each.level))]).toEqual([5000, new Set(['error'])]);
    expect(invocations[0].toolExecutionNotifications?.map((each) => each.message.text)).toEqual([
      'Shown are the worst 5,000 of 100,000 findings; closeout lint --format json has all.',
    ]);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });

  test('GitLab gets 5,000 and one that says so; JUnit 10,000 cases in less than 30 MB', async () => {
    const entries = JSON.parse(await written('gitlab')) as { description: string }[];
    expect([entries.length, entries.at(-1)?.description]).toEqual([5001, 'Shown are the worst 5,000 of 100,000 findings.']);
    const text = await written('junit');
    expect(junitFaults(text)).toEqual([]);
    expect(casesIn(readXml(text))).toHaveLength(10_001);
    expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
  });

  test('JSON has all', async () => {
    expect((JSON.parse(await written('json')) as Outcome).diagnostics).toHaveLength(100_000);
  });
});

describe('--format', () => {
  test('shows one and writes others, each into its file; folders are made', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active', 'state: closed');
    const args = ['--format', 'json=out/a/closeout.json', '--format', 'github', '--format', 'sarif=out/closeout.sarif', RUN];
    const { code, out, err } = await house.closeout('lint', ...args);
    expect([code, err, out.startsWith('::error ')]).toEqual([1, '', true]);
    expect(lintJsonFaults(house.read('out/a/closeout.json'))).toEqual([]);
    expect(sarifFaults(house.read('out/closeout.sarif'))).toEqual([]);
  });

  test('shows text where all others go into files', async () => {
    const house = organisation();
    answerAll(house, RUN);
    const { code, out } = await house.closeout('lint', '--format', 'junit=closeout.xml', RUN);
    expect([code, out]).toEqual([0, expect.stringContaining('Checked 1 run as of 2026-11-06')]);
    expect(existsSync(join(house.root, 'closeout.xml'))).toBe(true);
  });

  test.each([
    [['sarif='], '--format sarif= names no file. Write --format sarif=FILE'],
    [['sarf=a.sarif'], 'Did you mean sarif?'],
    [['json', 'sarif'], 'Only one format can be shown here, and both json and sarif would be.'],
    [['json=a', 'sarif=a'], 'Two formats cannot go into one file, and "a" is named twice.'],
    [[`text=${RUN}`], `A report cannot be written to "${RUN}": Closeout reads what lies there.`],
    [['text=closeout.config.yaml'], 'Closeout reads what lies there.'],
  ])('%s is refused before anything is done', async (values, words) => {
    const house = organisation();
    const before = house.read(RUN);
    const { code, out, err } = await house.closeout('lint', ...values.flatMap((value) => ['--format', value]), RUN);
    expect([code, out, err]).toEqual([3, '', expect.stringContaining(words)]);
    expect([house.read(RUN), existsSync(join(house.root, 'a'))]).toEqual([before, false]);
  });

  test('a file that cannot be written is told, the verdict is not hidden, and the others are written', async () => {
    const house = organisation();
    writeFileSync(join(house.root, 'taken'), '');
    mkdirSync(join(house.root, 'folder'));
    const args = ['json=taken/a.json', 'junit=folder', 'gitlab=good.json', ...(existsSync('/dev/null') ? ['sarif=/dev/null'] : [])];
    const { code, out, err } = await house.closeout('lint', ...args.flatMap((each) => ['--format', each]), RUN);
    expect([code, out]).toEqual([2, expect.stringContaining('nothing wrong')]);
    expect(err.split('\n')).toEqual(
      expect.arrayContaining([
        'closeout: taken/a.json could not be written: a part of its path is a file, not a folder.',
        'closeout: folder could not be written: a folder has this name.',
      ]),
    );
    expect(gitlabFaults(house.read('good.json'))).toEqual([]);
  });

  test('reports are written where nothing could be decided, and say why', async () => {
    const house = organisation();
    house.edit('closeout.config.yaml', 'zone: ', 'zoen: ');
    const files = Object.keys(formats).map((name) => `out/${name}`);
    const { code, out, err } = await house.closeout('lint', ...files.flatMap((file) => ['--format', `${file.slice(4)}=${file}`]));
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('zoen');
    for (const file of files) expect(house.read(file), file).toContain('zoen');
  });

  test('a report takes the place of the last one, and keeps who may read it', async () => {
    const house = organisation();
    house.write('closeout.json', 'old');
    chmodSync(join(house.root, 'closeout.json'), 0o600);
    await house.closeout('lint', '--format', 'json=closeout.json', RUN);
    expect(lintJsonFaults(readFileSync(join(house.root, 'closeout.json'), 'utf8'))).toEqual([]);
  });
});

test('progress is shown after a second, a line in place of the last, and wiped', () => {
  const shown: string[] = [];
  let now = 0;
  const { tell, end } = progressOf({ progress: (line) => shown.push(line) }, () => now);
  for (const [at, done] of [
    [900, 300],
    [1000, 320],
    [1050, 330],
    [1100, 340],
  ] as const) {
    now = at;
    tell(done, 1000);
  }
  end();
  expect(shown).toEqual(['Checked 320 of 1,000 files', 'Checked 340 of 1,000 files', '']);
  const quick = progressOf({ progress: (line) => shown.push(line) }, () => 0);
  quick.tell(1, 1);
  quick.end();
  expect(shown).toHaveLength(3);
});
