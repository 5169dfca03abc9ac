import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisation, repository } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const BIN = join(repository, 'linter/bin.cjs');

/** The parts of the built program that a command loads, without their hashes, and Node's own modules. */
function loadedBy(...args: string[]): string[] {
  return loadedIn(organisation(), ...args);
}

function loadedIn(house: ReturnType<typeof organisation>, ...args: string[]): string[] {
  const [spy, log] = [join(house.root, 'spy.cjs'), join(house.root, 'loaded.json')];
  writeFileSync(
    spy,
    `const Module = require('node:module');
     const load = Module._load;
     const names = new Set();
     Module._load = (name, ...more) => { names.add(name); return load(name, ...more); };
     const vm = require('node:vm');
     vm.Script = class extends vm.Script { constructor(source, options) { names.add(options.filename); super(source, options); } };
     process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(log)}, JSON.stringify([...names])));`,
  );
  const { stderr } = spawnSync(process.execPath, ['-r', spy, BIN, ...args], { cwd: house.root, encoding: 'utf8' });
  expect(stderr).toBe('');
  const names = JSON.parse(readFileSync(log, 'utf8')) as string[];
  return names.map((name) => name.replace(/^.*\/(.+)-[\w-]{8}\.cjs$/, '$1').replace('node:', ''));
}

/** What starts a process, asks a person, opens a stream, packs and unpacks, or knows all languages' words. */
const HEAVY = ['child_process', 'readline', 'zlib', 'crypto', 'tty', 'net', 'stream'];
/** Parts that belong to one command or kind of file. */
const APART = [
  'page',
  'against',
  'doctor',
  'init',
  'phrases',
  'later-shapes',
  'examples.generated',
  'diff',
  'sarif',
  'junit',
  'markdown',
  'gitlab',
  'pick',
  'release',
  'report',
  'top',
];

test('what a forge shows at a file needs no git', () => {
  const loaded = loadedBy('lint', '--format', 'github', RUN);
  expect(loaded).toContain('top');
  expect(loaded).not.toContain('child_process');
});

test.each([['lint', RUN], ['lint', '--as', 'closed', RUN], ['--help']])('closeout %s %s %s loads nothing that it does not use', (...args) => {
  const loaded = loadedBy(...args.filter((each) => each !== undefined));
  expect(loaded.filter((name) => HEAVY.includes(name) || APART.includes(name))).toEqual([]);
});

test.each([
  ['page', ['lint', 'site/content/playbooks']],
  ['doctor', ['doctor']],
  ['explain', ['explain', 'evidence-given']],
  ['sarif', ['lint', '--format', 'sarif', RUN]],
])('the part "%s" is one of its own, and loaded by what uses it', (part, args) => {
  expect(loadedBy(...args)).toContain(part);
});

test.each([
  ['shapes', 'lead: tlee', 'lead: 7', 'Put it in quotes: "7".'],
  ['yaml', 'lead: tlee', 'lead: &boss tlee', '"&boss" names this place'],
])('what tells of wrong %s is loaded where something is wrong', (part, right, wrong, says) => {
  const house = organisation();
  house.edit(RUN, right, wrong);
  expect(loadedIn(house, 'lint', RUN)).toContain(`later-${part}`);
  expect(spawnSync(process.execPath, [BIN, 'lint', RUN], { cwd: house.root, encoding: 'utf8' }).stdout).toContain(says);
});
