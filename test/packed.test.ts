import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemFacts } from '../linter/core/checklist.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { baseFolder } from './case.ts';
import { repository } from './organisation.ts';

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let folder = '';
let packed: Packed;
/** An empty folder in which the packed file was installed. */
let home = '';

// another Node to try the package with; the tests themselves need a current one
const node = process.env['CLOSEOUT_NODE'] ?? process.execPath;

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--offline', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'closeout-packed-'));
  // dist is built already; building it here would pull it away under the other tests
  packed = (JSON.parse(npm(repository, 'pack', '--json', '--pack-destination', folder)) as [Packed])[0];
  home = join(folder, 'home');
  write('package.json', '{ "private": true }\n');
  npm(home, 'install', `../${packed.filename}`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  test('is small, brings nothing along and runs nothing when it is installed', () => {
    expect(packed.unpackedSize).toBeLessThan(1_000_000);
    const { dependencies, scripts } = JSON.parse(readFileSync(join(home, 'node_modules/closeout/package.json'), 'utf8')) as {
      dependencies?: object;
      scripts: object;
    };
    expect(Object.keys(dependencies ?? {})).toEqual([]);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as { packages: object };
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/closeout']);
  });

  test('holds the program and its papers, no source, no record, no test', () => {
    const others = packed.files.map((file) => file.path).filter((file) => !/^dist\/cli\/[\w.-]+\.cjs$/.test(file));
    expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/cli/cli.json', 'dist/cli/index.d.cts', 'linter/bin.cjs', 'package.json']);
  });

  test('is in order by publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: join(home, 'node_modules/closeout'), pack: false, strict: true });
    expect(messages.map((each) => formatMessage(each, pkg))).toEqual([]);
  });
});

describe('a program', () => {
  const USE = `
const { verdicts, diagnostics, exitCode }: LintResult = await lint({ cwd: '.', paths: ['records'], as: 'closed' });
const left: readonly string[] = verdicts.flatMap((verdict) => (verdict.outcome === 'left' ? verdict.items : []));
const lines: number[] = diagnostics.map((each: Diagnostic) => each.range.start.line);
const code: 0 | 1 | 2 = exitCode;
// @ts-expect-error a state that there is not
await lint({ as: 'done' });
export const all = [left, lines, code, Undecided, Usage];
`;

  test.each(['nodenext', 'bundler'])('gets types where modules are resolved as by %s', (resolution) => {
    write('consumer.mts', `import { type Diagnostic, lint, type LintResult, Undecided, Usage } from 'closeout';\n${USE}`);
    write('consumer.cts', `import closeout = require('closeout');\nexport const result: Promise<closeout.LintResult> = closeout.lint();\n`);
    const files = resolution === 'nodenext' ? ['consumer.mts', 'consumer.cts'] : ['consumer.mts'];
    const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023', '--module', module, '--moduleResolution', resolution];
    const tsc = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), ...flags, ...files], { cwd: home, encoding: 'utf8' });
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  test('imports or requires it, and gets what the command says', () => {
    write(
      'use.mjs',
      `import { lint, Usage } from 'closeout';\nawait lint({ cwd: '/' }).catch((error) => console.log(error instanceof Usage, error.name));\nconsole.log(typeof lint);\n`,
    );
    write(
      'use.cjs',
      `const { lint, Undecided } = require('closeout');\nlint({ cwd: process.argv[2] }).then(({ checked, exitCode, complete }) => console.log(checked.runs, exitCode, complete));\nlint({ cwd: process.argv[2], paths: ['nothing'] }).catch((error) => console.log(error instanceof Undecided));\n`,
    );
    expect(execFileSync(node, ['use.mjs'], { cwd: home, encoding: 'utf8' })).toBe('true Usage\nfunction\n');
    const said = execFileSync(node, ['use.cjs', baseFolder], { cwd: home, encoding: 'utf8' });
    expect(said.trim().split('\n').sort()).toEqual(['2 0 true', 'true']);
  });
});

describe('another organisation', () => {
  const RUN = 'records/projects/northwind/office-move/run.yaml';

  function closeout(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(node, ['node_modules/closeout/linter/bin.cjs', ...args], { cwd: home, encoding: 'utf8' });
    if (status !== 0) throw new Error(`closeout ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
    return stdout;
  }

  /** What backs an item that is done. */
  function evidence({ evidence: kind }: ItemFacts, today: string): readonly string[] {
    if (kind === 'none') return [];
    const values = {
      note: 'Seen on site',
      link: 'https://docs.example/page',
      ticket: 'T20261106.0001',
      date: today,
      count: '3',
      file: 'evidence/it.txt',
      vault: 'Northwind/Admin',
    };
    return [`--${kind}`, values[kind]];
  }

  test('begins, starts a project, answers, signs and closes it', () => {
    closeout(
      'init',
      '--organisation',
      'Acme IT',
      '--zone',
      'UTC',
      '--person',
      'Tess Lee',
      '--roles',
      'lead',
      '--customer',
      'Northwind',
      '--ci',
      'github',
      '--phrases',
    );
    expect(closeout('lint', '--max-warnings', '0')).toContain('nothing wrong');
    const { library, today } = openWorkspace({ cwd: home });
    const people = readFileSync(join(home, 'records/people.yaml'), 'utf8');
    write('records/people.yaml', `${people}- id: jkim\n  name: Jonah Kim\n  roles: [{ role: support, from: ${today} }]\n`);
    const who = ['--customer', 'northwind', '--lead', 'tess-lee', '--backup', 'tess-lee', '--escalate', 'jkim', '--state', 'active'];
    closeout(
      'new',
      'project',
      '--name',
      'Office move',
      ...who,
      '--kinds',
      'none',
      '--started',
      today,
      '--closes',
      today,
      '--touches',
      'phones',
      '--impact',
      'None.',
    );
    write(RUN.replace('run.yaml', 'evidence/it.txt'), 'Seen and accepted.\n');
    write(RUN, readFileSync(join(home, RUN), 'utf8').replace('state: active', 'state: closing'));
    const items = library.releases.get('project-closeout')?.release('1.0.0')?.items ?? new Map<string, ItemFacts>();
    const asked = [...items.values()].filter((item) => item.phase === 'closing' && readFileSync(join(home, RUN), 'utf8').includes(`  ${item.id}: open`));
    expect(asked.length).toBeGreaterThan(8);
    for (const item of asked)
      closeout('answer', 'northwind/office-move', item.id, 'done', '--by', item.by === 'support' ? 'jkim' : 'tess-lee', ...evidence(item, today));
    closeout('sign', RUN, '--role', 'lead', '--by', 'tess-lee', '--yes');
    closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes');
    expect(closeout('lint', '--as', 'closed', RUN)).toContain('may close');
  });
});
