// Times `closeout lint` as a whole process, beside an empty Node and beside ajv-cli on the same files.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const AJV_CLI = 'ajv-cli@5.0.0';
const SETS = [
  { count: 1, told: false },
  { count: 1, told: true },
  { count: 100, told: true },
  { count: 1000, told: true },
] as const;

/** An organisation with the real checklist and people, and `count` filled-in runs of it at the gate; `told`: each with a message to the customer. */
function organisation(count: number, told: boolean): string {
  const root = mkdtempSync(join(tmpdir(), 'closeout-bench-'));
  for (const each of ['closeout.config.yaml', 'checklists', 'records/people.yaml', 'records/customers.yaml', 'site/content/phrases']) {
    cpSync(join(repository, each), join(root, each), { recursive: true });
  }
  const model = join(repository, 'records/projects/northwind/file-server');
  // ajv-cli's reader makes Date objects of plain days: quoted, both read the same files
  const text = readFileSync(join(model, 'run.yaml'), 'utf8').replaceAll(/(: )(\d{4}-\d{2}-\d{2})(?=[,\s])/g, '$1"$2"');
  const gate = text.replace('state: closed', 'state: closing');
  const run = told ? gate : gate.replace(/^update: >-\n(?: {2}.*\n)+/m, '');
  if (!told && run === gate) throw new Error('the run has no message that could be left out');
  for (let index = 0; index < count; index += 1) {
    const folder = join(root, 'records/projects/northwind', `project-${index}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'run.yaml'), run);
    cpSync(join(model, 'evidence'), join(folder, 'evidence'), { recursive: true });
  }
  return root;
}

/**
 * Milliseconds of whole processes of Node, by the arguments of each: the median of `times` runs after one that warms the caches. They
 * take turns, for a machine is not as fast in this minute as in the next.
 */
function medians(times: number, cwd: string, ...programs: readonly (readonly string[])[]): number[] {
  const samples = programs.map((): number[] => []);
  for (let index = -1; index < times; index += 1) {
    for (const [at, args] of programs.entries()) {
      const start = process.hrtime.bigint();
      // a CI system reads the output through a pipe
      const { status, stderr } = spawnSync(process.execPath, args, { cwd, maxBuffer: 1e8 });
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
      if (index >= 0) samples[at]?.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return samples.map((own) => own.sort((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0);
}

/** ajv-cli in a folder of its own: it is measured against, not used. */
function ajvCli(): string {
  const folder = join(repository, 'dist/bench');
  const program = join(folder, 'node_modules/ajv-cli/dist/index.js');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync('npm', ['install', '--silent', '--no-save', AJV_CLI, 'ajv-formats@3.0.1'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install ${AJV_CLI}: ${stderr}`);
  return program;
}

function measure(): void {
  const ajv = ajvCli();
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  console.log('| runs | closeout lint | node -e 0 | closeout / node -e 0 | ajv-cli | closeout / ajv-cli |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { count, told } of SETS) {
    const root = organisation(count, told);
    const times = count === 1000 ? 7 : 50;
    const paths = count === 1 ? ['records/projects/northwind/project-0/run.yaml'] : ['records/projects'];
    const [empty = 0, lint = 0] = medians(times, root, ['-e', '0'], [join(repository, 'linter/bin.cjs'), 'lint', ...paths]);
    const schemas = join(repository, 'schemas');
    const flags = ['--spec=draft2020', '--strict=false', '-c', 'ajv-formats', '-s', `${schemas}/run.schema.json`, '-r', `${schemas}/shared.schema.json`];
    const [rival = 0] = medians(Math.min(times, 20), root, [ajv, 'validate', ...flags, '-d', 'records/projects/**/run.yaml']);
    console.log(
      `| ${count}${told ? '' : ', nothing said to the customer'} | ${lint.toFixed(1)} ms | ${empty.toFixed(1)} ms | ${(lint / empty).toFixed(2)} | ${rival.toFixed(0)} ms | ${(lint / rival).toFixed(2)} |`,
    );
    rmSync(root, { recursive: true });
  }
}

measure();
