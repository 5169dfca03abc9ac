import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { writeFile } from '../linter/workspace/write.ts';
import { organisation, repository } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
/** Half a megabyte: most of the time goes into writing it. */
const FILLING = '# what somebody wrote down\n'.repeat(20_000);

/** Writes two texts in turn for ever, and a dot for each that is written. */
const LOOP = `
import { readFileSync, writeSync } from 'node:fs';
import { writeFile } from ${JSON.stringify(join(repository, 'linter/workspace/write.ts'))};
const path = process.argv[1];
const text = readFileSync(path, 'utf8').replace(/^state: .*$/m, 'state: active');
for (;;) for (const state of ['paused', 'active']) {
  writeFile(path, text.replace('state: active', 'state: ' + state));
  writeSync(1, '.');
}
`;

/** Lets a process write for some milliseconds, kills it amid that, and gives how many texts it had written. */
async function killAmid(path: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', LOOP, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let writes = 0;
  child.stdout.on('data', (dots: Buffer) => {
    writes += dots.length;
  });
  await once(child.stdout, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return writes;
}

test('a writer that is killed leaves the old text or the new, never half, and what it leaves beside disturbs nobody', async () => {
  const house = organisation();
  house.write(RUN, house.read(RUN) + FILLING);
  const text = house.read(RUN);
  const either = [text, text.replace('state: active', 'state: paused')];
  const path = join(house.root, RUN);
  let [writes, kills] = [0, 0];
  // 200 writes, or a disk too slow for them
  while (kills < 20 || (writes < 200 && kills < 60)) {
    writes += await killAmid(path, Math.random() * 60);
    kills += 1;
    expect(either.includes(readFileSync(path, 'utf8')), `after ${kills} kills and ${writes} writes`).toBe(true);
  }
  const strays = readdirSync(join(house.root, RUN, '..')).filter((name) => name !== 'run.yaml');
  expect(strays.length, 'no kill hit a write').toBeGreaterThan(0);
  expect(strays.every((name) => /^run\.yaml\.\d+\.tmp$/.test(name))).toBe(true);
  expect(await house.closeout('lint')).toMatchObject({ code: 0, err: '' });
  expect((await house.closeout('answer', RUN, 'docs-found', 'done', '--by', 'jkim')).code).toBe(0);
  expect(house.read(RUN)).toContain('docs-found: { done: 2026-11-06, by: jkim }');
});

test('what a killed process of the same number left does not stop a writer', () => {
  const path = join(organisation().root, RUN);
  writeFileSync(`${path}.${process.pid}.tmp`, 'half');
  writeFile(path, 'state: active\n');
  expect(readFileSync(path, 'utf8')).toBe('state: active\n');
  expect(readdirSync(join(path, '..'))).toEqual(['run.yaml']);
});

test('the mode and the byte order mark of the old file stay', () => {
  const house = organisation();
  const path = join(house.root, RUN);
  house.write(RUN, `\ufeff${house.read(RUN)}`);
  // more than a umask lets a new file have
  chmodSync(path, 0o666);
  writeFile(path, 'state: active\n');
  expect([statSync(path).mode & 0o777, house.read(RUN)]).toEqual([0o666, '\ufeffstate: active\n']);
});
