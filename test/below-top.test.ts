import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitlabFaults, type Sarif, sarifFaults } from './format-readers.ts';
import { type Organisation, organisation, RUN } from './organisation.ts';

/** An organisation in a folder of a repository, with a run that may not close. */
function below(folder: string): Organisation {
  const house = organisation();
  house.edit(RUN, 'state: active', 'state: closed');
  const names = readdirSync(house.root);
  mkdirSync(join(house.root, folder), { recursive: true });
  for (const name of names) renameSync(join(house.root, name), join(house.root, folder, name));
  house.git('init', '-q');
  return house;
}

const places: Readonly<Record<string, (out: string) => readonly string[]>> = {
  github: (out) => [...out.matchAll(/^::error file=([^,]+),/gm)].map(([, file = '']) => decodeURIComponent(file)),
  gitlab: (out) => (JSON.parse(out) as { location: { path: string } }[]).map(({ location }) => location.path),
  sarif: (out) => resultsOf(out).map(({ locations: [{ physicalLocation }] }) => decodeURIComponent(physicalLocation.artifactLocation.uri)),
};

function resultsOf(out: string): Sarif['results'] {
  return (JSON.parse(out) as { runs: [Sarif] }).runs[0].results;
}

const HOSTILE = 'a,b::error file=x::owned%0A/<b>&é';

test.each(Object.keys(places).flatMap((format) => ['teams/closeout', HOSTILE].map((folder) => [format, folder] as const)))(
  '%s names files from the top of the repository, here below %s',
  async (format, folder) => {
    const house = below(folder);
    const { out } = await house.closeoutIn(join(folder, 'records'), 'lint', '--format', format, join('..', RUN));
    const files = places[format]?.(out) ?? [];
    expect(new Set(files)).toEqual(new Set([`${folder}/${RUN}`]));
    expect(files.every((file) => existsSync(join(house.root, file)))).toBe(true);
  },
);

test('a command in the name of a folder begins none', async () => {
  const folder = 'x\n::error::owned\n##[error]owned';
  const house = below(folder);
  const lint = async (format: string): Promise<string> => (await house.closeoutIn(folder, 'lint', '--format', format, RUN)).out;
  for (const line of (await lint('github')).split('\n')) expect(line).not.toMatch(/^\s*::(?!error file=)|##\[/);
  expect(gitlabFaults(await lint('gitlab'))).toEqual([]);
  expect(sarifFaults(await lint('sarif'))).toEqual([]);
});

test.each(['text', 'json', 'junit'])('%s names them from the folder of the config, wherever that lies', async (format) => {
  const top = organisation();
  top.edit(RUN, 'state: active', 'state: closed');
  const house = below('teams/closeout');
  expect(await house.closeoutIn('teams/closeout', 'lint', '--format', format)).toEqual(await top.closeout('lint', '--format', format));
});

test('a draft is named from there too', async () => {
  const house = below('closeout');
  house.write('closeout/draft.md', 'It should be fixed soon.\n');
  const { out } = await house.closeoutIn('closeout', 'phrase', '--format', 'github', 'draft.md');
  expect(out).toMatch(/^::error file=closeout\/draft\.md,/);
});

test('a worktree has a top of its own', async () => {
  const house = below('closeout');
  house.git('add', '.');
  house.git('commit', '-qm', 'start');
  house.git('worktree', 'add', '-q', 'closeout/out/tree');
  const { out } = await house.closeoutIn('closeout/out/tree/closeout', 'lint', '--format', 'gitlab', RUN);
  expect(places['gitlab']?.(out)[0]).toBe(`closeout/${RUN}`);
});

test('links in a comment lead there too', async () => {
  const house = below('teams/our closeout');
  house.edit('teams/our closeout/closeout.config.yaml', 'zone:', 'repository: https://git.example/o/closeout\nzone:');
  house.git('add', '.');
  house.git('commit', '-qm', 'start');
  const { out } = await house.closeoutIn('teams/our closeout', 'lint', '--format', 'markdown', RUN);
  expect(out).toContain(`(https://git.example/o/closeout/blob/${house.git('rev-parse', 'HEAD').trim()}/teams/our%20closeout/${RUN}#L17)`);
});

test('what is said of the check as a whole stands at the config', async () => {
  const house = below('closeout');
  house.edit('closeout/closeout.config.yaml', 'zone: ', 'zoen: ');
  const { out } = await house.closeoutIn('closeout/records', 'lint', '--format', 'gitlab');
  expect(places['gitlab']?.(out)).toEqual(['closeout/closeout.config.yaml']);
});

test('findings of two organisations in one repository are not taken for one another', async () => {
  const prints = async (folder: string): Promise<string[]> => {
    const { out } = await below(folder).closeoutIn(folder, 'lint', '--format', 'sarif', RUN);
    return resultsOf(out).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  };
  const [one, other] = [await prints('one'), await prints('other')];
  expect(one.length).toBeGreaterThan(0);
  expect(one.filter((print) => other.includes(print))).toEqual([]);
});
