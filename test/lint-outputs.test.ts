import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../linter/commands/progress.ts';
import type { Outcome } from '../linter/core/outcome.ts';
import type { Diagnostic } from '../linter/core/rule.ts';
import { type FormatName, formats } from '../linter/formats/index.ts';
import { casesIn, gitlabFaults, junitFaults, lintJsonFaults, readXml, type Sarif, sarifFaults } from './format-readers.ts';
import { answerAll, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';

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
    [['text=Records/a.txt'], 'Closeout reads what lies there.'],
    [['json=.git/config'], 'git reads what lies there.'],
    [['json=out/a/closeout.json'], 'Closeout reads what lies there.'],
  ])('%s is refused before anything is done', async (values, words) => {
    const house = organisation();
    const before = house.read(RUN);
    symlinkSync('records', join(house.root, 'out'));
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
