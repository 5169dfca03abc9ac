import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formats } from '../linter/formats/index.ts';
import { type Organisation, organisation, repository } from './organisation.ts';

interface Block {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown page. */
function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(repository, page), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    title: match[2] ?? '',
    text: match[3] ?? '',
  }));
}

/** The repository's own sample, to change at will. */
function sample(): Organisation {
  const house = organisation(join(repository, 'examples'));
  for (const each of ['checklists', 'records', 'schemas', 'examples', 'site/content', 'closeout.config.yaml'])
    cpSync(join(repository, each), join(house.root, each), { recursive: true });
  return house;
}

/** The words of a command line, quotes taken off. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** Puts the top-level keys that a YAML block shows in place of those of the file. */
function replaceKeys(house: Organisation, file: string, shown: string): void {
  const parts = shown.split(/^(?=[a-z-]+:)/m);
  const text = parts.reduce((result, part) => {
    const key = part.slice(0, part.indexOf(':'));
    return result.replace(new RegExp(`^${key}:[^]*?(?=^[a-z-]+:|(?![^]))`, 'm'), () => part);
  }, house.read(file));
  house.write(file, text);
}

function applyDiff(house: Organisation, file: string, diff: string): void {
  const lines = (sign: string): string =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  house.edit(file, lines('-'), lines('+'));
}

test('the first project goes as its page says', async () => {
  const house = sample();
  let commands = 0;
  for (const { language, title, text } of blocksOf('site/content/docs/docs/first-project.md')) {
    if (language === 'yaml') replaceKeys(house, title, text);
    if (language === 'diff') applyDiff(house, title, text);
    if (language === 'text') house.write(title, text);
    if (language !== 'console') continue;
    const [command = '', ...expected] = text.split('\n');
    const { out, err } = await house.closeout(...wordsOf(command).slice(3));
    expect(`${out}${err}`, command).toBe(expected.join('\n'));
    commands += 1;
  }
  expect(commands).toBe(6);
  expect((await house.closeout('lint', '--format', 'json', 'records/projects/northwind/printer-refresh')).code).toBe(0);
});

test('an organisation of your own begins as its page says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-nothing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const block = blocksOf('site/content/docs/docs/your-own.md').find((each) => each.language === 'console');
  const [command = '', ...expected] = (block?.text ?? '').split('\n');
  const { out, err } = await organisation(folder).closeout(...wordsOf(command).slice(3));
  expect(`${out}${err}`).toBe(expected.join('\n'));
});

test('what the README shows of a bad run is that run, and what the linter says of it', async () => {
  const blocks = blocksOf('README.md');
  const run = blocks.find((block) => block.title === 'examples/northwind/warehouse-printers/run.yaml');
  const house = sample();
  expect(house.read('examples/northwind/warehouse-printers/run.yaml')).toContain(run?.text ?? 'nothing');
  const block = blocks.find((each) => each.language === 'console' && each.text.includes('closeout lint examples/'));
  const [command = '', ...expected] = (block?.text ?? '').split('\n');
  const { out, code } = await house.closeout(...wordsOf(command).slice(3));
  expect(out).toBe(expected.join('\n'));
  expect(code).toBe(1);
});

test('what the README shows of a draft is what the linter says of it', async () => {
  const block = blocksOf('README.md').find((each) => each.text.includes('closeout phrase -'));
  const [command = '', ...expected] = (block?.text ?? '').split('\n');
  const draft = /echo "(.+?)"/.exec(command)?.[1] ?? '';
  const { out, code } = await sample().piping(`${draft}\n`, 'phrase', '-');
  expect(out).toBe(expected.join('\n'));
  expect(code).toBe(1);
});

test('the phrase rule that the docs show is one that there is', () => {
  const shown = blocksOf('site/content/docs/docs/writing.md').filter((each) => each.title !== '');
  expect(shown.length).toBeGreaterThan(0);
  for (const { title, text } of shown) expect(readFileSync(join(repository, title), 'utf8')).toContain(text);
});

test('the report against the PSA shows the sample as its page says', async () => {
  const [block] = blocksOf('site/content/docs/docs/psa-report.md').filter(({ language }) => language === 'console');
  const [command = '', ...expected] = (block?.text ?? '').split('\n');
  const { out, code } = await sample().closeout(...wordsOf(command).slice(3));
  expect([code, out]).toEqual([1, expected.join('\n')]);
});

test('the config that the page on the PSA shows is one', async () => {
  const shown = blocksOf('site/content/docs/docs/psa-report.md').find(({ language }) => language === 'yaml');
  const house = sample();
  house.write('closeout.config.yaml', `${house.read('closeout.config.yaml')}\n${shown?.text}`);
  const { code, err } = await house.closeout('report', '--against', 'examples/psa-projects.csv');
  expect([code, err]).toEqual([1, '']);
});

test('what the docs show of each output is what the linter writes', async () => {
  const house = sample();
  const made = new Map<string, string>();
  for (const { language, title, text } of blocksOf('site/content/docs/docs/outputs.md')) {
    if (language === 'diff') house.edit(title, text.replace(/^-/, ''), '');
    const [first = '', ...rest] = text.split('\n');
    const command = language === 'console' ? first.slice(2) : title;
    if (!command.startsWith('npx closeout')) continue;
    const { out: written } = await house.closeout(...wordsOf(command).slice(2));
    // the version that tests give themselves, and one that people have
    const out = written.replaceAll('"0.0.0"', '"0.1.0"');
    expect(language === 'console' ? rest.join('\n') : text, command).toBe(out);
    made.set(/--format (\S+)/.exec(command)?.[1] ?? 'text', out);
  }
  // the summary is shown by what sets it apart
  const { out } = await house.closeout('lint', '--format', 'github-summary', 'records/projects/northwind/file-server');
  expect(`<!-- closeout-lint -->\n${out}`).toBe(made.get('markdown'));
  expect([...made.keys(), 'github-summary'].sort()).toEqual(Object.keys(formats).sort());
});

test('the index of the docs leads to each page by its title, in the order of the sidebar', () => {
  const folder = join(repository, 'site/content/docs/docs');
  const fact = (page: string, pattern: RegExp): string => pattern.exec(readFileSync(join(folder, page), 'utf8'))?.[1] ?? '';
  const pages = readdirSync(folder).filter((page) => page !== 'index.md');
  const expected = pages
    .map((page) => ({ page: `[${fact(page, /^title: (.+)$/m)}](/docs/${page.replace('.md', '')}/)`, order: Number(fact(page, /^sidebar: \{ order: (\d+)/m)) }))
    .toSorted((a, b) => a.order - b.order);
  const led = [...readFileSync(join(folder, 'index.md'), 'utf8').matchAll(/^\| (\[.+?\]\(\/docs\/.+?\))/gm)].map(([, link]) => link);
  expect(led).toEqual(expected.map(({ page }) => page));
});

test('the settings that the page on editors gives are those of this repository', () => {
  const shown = blocksOf('site/content/docs/docs/editors.md').find(({ language }) => language === 'json');
  expect(shown?.text).toBe(readFileSync(join(repository, '.vscode/settings.json'), 'utf8'));
});
