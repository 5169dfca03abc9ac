import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Organisation, type Outcome, organisation, RUN, repository } from './organisation.ts';

// What the program keeps beside itself at its first lint, so that the next need not do it again.

const PEOPLE = 'records/people.yaml';
const RELEASE = 'checklists/releases/project-closeout@1.1.0.yaml';

interface Program {
  /** Its parts. */
  readonly parts: string;
  /** The folder in which it keeps what it may. */
  readonly kept: string;
  /** `before`: what a shell does before it starts the program. */
  lint(house: Organisation, before?: string, path?: string): Outcome;
  /** The files that it kept, below its folder. */
  files(): readonly string[];
}

/** A copy of the built program that has kept nothing yet. */
function freshProgram(): Program {
  const home = mkdtempSync(join(tmpdir(), 'closeout-program-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const parts = join(home, 'dist/cli');
  const kept = join(parts, 'kept');
  cpSync(join(repository, 'linter/bin.cjs'), join(home, 'linter/bin.cjs'));
  cpSync(join(repository, 'dist/cli'), parts, { recursive: true, filter: (file) => !file.includes('kept') });
  const lint = ({ root }: Organisation, before = '', path = RUN): Outcome => {
    const command = [process.execPath, join(home, 'linter/bin.cjs'), 'lint', path];
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `${before} exec "$0" "$@"`, ...command], { cwd: root, encoding: 'utf8' });
    return { code: status ?? -1, out: stdout, err: stderr };
  };
  const files = (): string[] =>
    readdirSync(kept, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : []));
  return { parts, kept, lint, files };
}

test('a second lint says the same, by what the first has kept', () => {
  const [program, house] = [freshProgram(), organisation()];
  const first = program.lint(house);
  const files = program.files();
  for (const name of [PEOPLE, RELEASE]) expect(files.some((file) => file.endsWith(encodeURIComponent(name)))).toBe(true);
  expect(files.some((file) => file.includes(`${process.version}-${process.arch}`))).toBe(true);
  expect(program.lint(house)).toEqual(first);
  expect(program.files()).toEqual(files);
});

test('what was kept of a text counts for that text alone', () => {
  const [program, house] = [freshProgram(), organisation()];
  expect(program.lint(house).code).toBe(0);
  // as long as before
  house.edit(PEOPLE, 'id: tlee,', 'id: tlea,');
  const changed = program.lint(house);
  expect(changed.out).toContain('known-person');
  house.edit(PEOPLE, 'id: tlea,', 'id: tlee,');
  expect(program.lint(house).code).toBe(0);
});

test('a file with something wrong in it is not kept: it is wrong each time', () => {
  const [program, house] = [freshProgram(), organisation()];
  house.edit(PEOPLE, 'id: tlee,', 'id: tlee, shoes: 42,');
  const first = program.lint(house);
  expect(program.files().some((file) => file.endsWith(encodeURIComponent(PEOPLE)))).toBe(false);
  expect(program.lint(house)).toEqual(first);
});

test('phrase rules in two files are not those of one file that holds the words of both', () => {
  const program = freshProgram();
  const [two, one] = [organisation(), organisation()];
  const [first, second] = ['site/content/phrases/hedges.yaml', 'site/content/phrases/other.yaml'];
  two.write(second, two.read(first).replaceAll('should-be', 'sure-to-be').replaceAll('should be', 'surely is'));
  // it is no YAML: nothing in it is found in a message
  one.write(first, `${two.read(first)}\n${second}\n${two.read(second)}`);
  for (const { write, read } of [one, two]) write(RUN, `${read(RUN)}update: The scanner should be working.\n`);
  expect(program.lint(one).out).not.toContain('phrase/should-be');
  expect(program.lint(two).out).toContain('phrase/should-be');
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => ''],
  ['something else', () => 'null\n{'],
  ['blank where it was not written out', (bytes: Buffer) => Buffer.concat([Buffer.alloc(bytes.length / 2), bytes.subarray(bytes.length / 2)])],
])('kept files that are %s change nothing, and are made anew', (_, broken) => {
  const [program, house] = [freshProgram(), organisation()];
  const first = program.lint(house);
  const whole = new Map(program.files().map((file) => [file, readFileSync(file)]));
  for (const [file, bytes] of whole) writeFileSync(file, broken(bytes));
  expect(program.lint(house)).toEqual(first);
  for (const [file, bytes] of whole) expect(readFileSync(file).length, file).toBeGreaterThan(bytes.length / 2);
});

test('where nothing can be kept, a lint says the same', () => {
  const [program, house] = [freshProgram(), organisation()];
  // a file in the folder's place
  writeFileSync(program.kept, '');
  const first = program.lint(house);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(program.lint(house)).toEqual(first);
});

test('what could only be written in part, as on a full disk, does not stay', () => {
  const [program, house] = [freshProgram(), organisation()];
  const whole = freshProgram().lint(house);
  // no file grows beyond one block
  expect(program.lint(house, 'ulimit -f 1;')).toEqual(whole);
  expect(program.files().filter((file) => /\.\d+$/.test(file))).toEqual([]);
  expect(program.lint(house)).toEqual(whole);
});

test('a folder that is full begins anew', () => {
  const [program, house] = [freshProgram(), organisation()];
  const first = program.lint(house);
  const people = program.files().find((file) => file.endsWith(encodeURIComponent(PEOPLE))) ?? '';
  for (let index = 0; index < 500; index += 1) writeFileSync(join(dirname(people), `checklists%2F${index}.yaml`), '');
  house.edit(PEOPLE, 'Tess Lee', 'Tess Li');
  expect(program.lint(house)).toEqual(first);
  expect(program.files().length).toBeLessThan(20);
  expect(readFileSync(people, 'utf8')).toContain('Tess Li');
});

test('a part that is missing is missing at each question, and what needs it is not decided', () => {
  const [program, house] = [freshProgram(), organisation()];
  house.edit(RUN, 'state: active', 'state: activ');
  house.edit(PEOPLE, 'id: tlee,', 'id: tlee, shoes: 42,');
  const part = readdirSync(program.parts).find((file) => file.startsWith('later-shapes')) ?? '';
  rmSync(join(program.parts, part));
  const { code, out } = program.lint(house, '', 'records');
  expect(code).not.toBe(0);
  const said = out.split('\n').filter((line) => line.includes('This is a bug in closeout'));
  expect(said.length).toBeGreaterThan(1);
  for (const line of said) expect(line).toContain(part);
});
