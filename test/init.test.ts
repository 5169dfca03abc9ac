import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { newestOf } from '../linter/core/checklist.ts';
import { readYaml } from '../linter/parse/yaml.ts';
import { phrases } from '../linter/scaffold/phrases.ts';
import { forgeOf, webAddressOf } from '../linter/scaffold/remote.ts';
import { diskTree } from '../linter/workspace/disk.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { type Organisation, organisation, repository } from './organisation.ts';

const WHO = ['--organisation', 'Acme IT', '--zone', 'Europe/Berlin', '--person', 'Tess Lee', '--roles', 'lead', '--customer', 'Northwind Traders'];

/** An empty folder. */
function nothing(): Organisation {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-nothing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return organisation(folder);
}

function filesOf({ root }: Organisation): readonly string[] {
  return diskTree(root)
    .list('')
    .filter((file) => !file.startsWith('.git/'));
}

describe('closeout init', () => {
  test('what it writes is whole and lints clean, and the first project can start', async () => {
    const house = nothing();
    const { code, out, err } = await house.closeout('init', ...WHO, '--phrases', '--ci', 'github');
    expect([code, err]).toEqual([0, '']);
    for (const file of filesOf(house)) expect(out).toContain(`wrote ${file}\n`);
    const linted = await house.closeout('lint', '--max-warnings', '0');
    expect(linted).toMatchObject({ code: 0 });
    expect(linted.out).toContain('nothing wrong');
    const project = ['--customer', 'northwind-traders', '--name', 'Office move', '--kinds', 'none', '--lead', 'tess-lee', '--backup', 'tess-lee'];
    const rest = ['--escalate', 'tess-lee', '--started', '2026-11-06', '--closes', '2026-11-20', '--touches', 'phones', '--impact', 'None.'];
    expect((await house.closeout('new', 'project', ...project, ...rest)).code).toBe(0);
    expect((await house.closeout('lint')).code).toBe(0);
  });

  test('the checklist is the shipped one, begun anew: one change, no page and no ticket of somebody else', async () => {
    const house = nothing();
    await house.closeout('init', ...WHO);
    const releases = (root: string, today: string) => newestOf(openWorkspace({ cwd: root, today }).library.releases.get('project-closeout'));
    const [own, shipped] = [releases(house.root, '2026-11-06'), releases(repository, '2026-11-06')];
    expect(own?.version).toBe('1.0.0');
    expect(own?.data.changes).toEqual([
      { version: '1.0.0', date: '2026-11-06', why: 'Taken over from the list that comes with closeout 0.0.0; nothing in it is ours yet.' },
    ]);
    const words = (each: typeof own) => [...(each?.items.values() ?? [])].map(({ how: _how, origin: _origin, ...item }) => item);
    expect(words(own)).toEqual(words(shipped));
    expect(house.read('checklists/project-closeout.yaml')).not.toMatch(/^\s+(?:how|origin):/m);
    expect(house.read('schemas/runs/project-closeout@1.0.0.schema.json')).toContain('"as-built"');
  });

  test('all rules for wording that the repository has are offered, unchanged', () => {
    const files = diskTree(repository)
      .list('site/content/phrases')
      .map((file) => [file, diskTree(repository).read(file)?.text]);
    expect([...phrases].filter(([file]) => file.startsWith('site/'))).toEqual(files);
  });

  test('what is there is kept, byte for byte; a second time there is nothing to write', async () => {
    const house = nothing();
    house.write('.gitattributes', '*.png binary\n');
    house.write('records/people.yaml', '- { id: me, name: Me, roles: [{ role: support, from: 2026-01-01 }] }\n');
    const { code, out } = await house.closeout('init', ...WHO.slice(0, 4), '--customer', 'Northwind', '--ci', 'none');
    expect(code).toBe(0);
    expect(out).toContain('kept .gitattributes; add this to it:\n  records/**/evidence/** -text\nkept records/people.yaml\n');
    expect(house.read('.gitattributes')).toBe('*.png binary\n');
    expect(house.read('records/people.yaml')).toContain('name: Me');
    const before = filesOf(house).map((file) => [file, house.read(file)]);
    const again = await house.closeout('init');
    expect(again.out).toContain('Nothing to write');
    expect(again.out).not.toContain('wrote');
    expect(filesOf(house).map((file) => [file, house.read(file)])).toEqual(before);
    // no rule for wording came along, and a draft that nothing was held against is not in order
    expect(await house.piping('It should be fixed soon.\n', 'phrase', '-')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('closeout init --phrases'),
    });
    // what was left out can be brought in later
    expect((await house.closeout('init', '--ci', 'gitlab')).out).toContain('wrote .gitlab/closeout.yml');
  });

  test('a dry run lists the same files and writes none', async () => {
    const [dry, wet] = [nothing(), nothing()];
    const { out } = await dry.closeout('init', ...WHO, '--ci', 'gitlab', '--dry-run');
    expect(filesOf(dry)).toEqual([]);
    await wet.closeout('init', ...WHO, '--ci', 'gitlab');
    expect([...out.matchAll(/^would write (.+)$/gm)].map((match) => match[1])).toEqual([...filesOf(wet)].sort());
  });

  test('scripts are told all that is missing; a person is asked, and again where the answer is none', async () => {
    const house = nothing();
    expect((await house.closeout('init', '--zone', 'UTC')).err).toContain('Missing: --organisation, --person, --roles, --customer.');
    const typed = ['Acme IT', 'Mars/Phobos', 'UTC', '', 'Tess Lee', '', 'suport', 'support', 'Northwind', ''];
    const { code, questions, err } = await house.answering(typed, 'init');
    expect([code, questions.length]).toEqual([0, typed.length]);
    expect(err).toBe(
      '"Mars/Phobos" is not a time zone that this machine knows. Write it like America/New_York.\n"suport" is none of lead, support. Did you mean support?\n',
    );
    expect(house.read('records/people.yaml')).toContain('- id: tess-lee\n  name: Tess Lee\n  roles:\n    - { role: support, from: 2026-11-06 }\n');
  });

  test('it starts at the top of a repository, and in no organisation that is there', async () => {
    const house = nothing();
    house.git('init', '-q');
    mkdirSync(join(house.root, 'inner'));
    expect((await house.closeoutIn('inner', 'init', ...WHO)).err).toContain(`Run closeout init at its top: ${house.root}`);
    await house.closeout('init', ...WHO);
    expect((await house.closeoutIn('inner', 'init', ...WHO)).err).toContain('already, above this folder');
  });
});

describe('hostile answers', () => {
  const texts = [
    'Acme: "IT" & Söhne # 1',
    "O'Brien \\ Sons",
    'a\n- id: evil\n  name: Evil',
    '- [x] {y}',
    '*anchor &b !tag %d @e `f`',
    'true',
    '1.10',
    '~',
    '"',
    "'",
    '# x',
    `\${{ github.token }}`,
    '株式会社',
  ];

  const named = (text: string): string[] => [`--organisation=${text}`, `--person=${text}`, '--id=me', `--customer=${text}`, '--ci=none'];

  test.each(texts)('%j comes back as it was given', async (text) => {
    const house = nothing();
    expect((await house.closeout('init', ...WHO, ...named(text))).code).toBe(0);
    const read = (file: string): unknown => readYaml(house.read(file)).data;
    expect(read('closeout.config.yaml')).toMatchObject({ organisation: text });
    expect(read('records/people.yaml')).toMatchObject([{ id: 'me', name: text }]);
    expect(read('records/customers.yaml')).toMatchObject([{ name: text }]);
    expect((await house.closeout('lint', '--max-warnings', '0')).code).toBe(0);
  });

  test.each(['\u202Eevil', '\u0000\u001b[31m', 'x'.repeat(501), '', 'ghp_0123456789abcdefghijklmnopqrstuvwxyzAB'])('%j is refused', async (text) => {
    const house = nothing();
    const { code, err } = await house.closeout('init', ...WHO, ...named(text));
    expect([code, filesOf(house)]).toEqual([3, []]);
    expect(err).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test.each(['--from=x; curl evil', '--from=-x', '--from=a b', '--zone=UTC\n- id: evil', '--id=../x', '--repository=javascript:alert(1)', '--ci=jenkins'])(
    '%s is refused',
    async (option) => {
      const house = nothing();
      expect((await house.closeout('init', ...WHO, option)).code).toBe(3);
      expect(filesOf(house)).toEqual([]);
    },
  );
});

describe('the remote', () => {
  test.each([
    ['https://user:secret@github.com/acme/closeout.git', 'https://github.com/acme/closeout'],
    ['git@github.com:acme/closeout.git', 'https://github.com/acme/closeout'],
    ['ssh://git@git.example:2222/acme/closeout.git/', 'https://git.example/acme/closeout'],
    ['https://git.example:8443/acme/closeout?token=secret', 'https://git.example:8443/acme/closeout'],
    ['/srv/git/closeout.git', undefined],
    ['C:\\git\\closeout', undefined],
    ['file:///srv/git/closeout', undefined],
  ])('%s is read at %s', (remote, address) => expect(webAddressOf(remote)).toBe(address));

  test('it says where the checks run', () => {
    expect(forgeOf('https://github.example.com/a/b')).toBe('github');
    expect(forgeOf('https://gitlab.com/a/b')).toBe('gitlab');
    expect(forgeOf('https://git.example/github/gitlab')).toBeUndefined();
  });

  test('who logs in there gets into no file', async () => {
    const house = nothing();
    house.git('init', '-q');
    house.git('remote', 'add', 'origin', 'https://user:s3cretword@gitlab.com/acme/closeout.git');
    await house.closeout('init', ...WHO);
    const files = filesOf(house);
    expect(files).toContain('.gitlab/closeout.yml');
    expect(house.read('closeout.config.yaml')).toContain('repository: https://gitlab.com/acme/closeout\n');
    for (const file of files) expect(house.read(file), file).not.toContain('s3cretword');
  });
});

describe('the check in CI', () => {
  const PACKAGE = 'https://packages.example/closeout-1.0.0.tgz';

  test('GitHub: the whole history, the program from outside the checkout, compared with the base', async () => {
    const house = nothing();
    await house.closeout('init', ...WHO, '--ci', 'github');
    const { jobs } = parse(house.read('.github/workflows/closeout.yml')) as { jobs: { gate: { steps: { uses?: string; run?: string; with?: object }[] } } };
    const { steps } = jobs.gate;
    expect(steps.find((each) => each.uses?.startsWith('actions/checkout'))?.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    const runs = steps.flatMap((each) => each.run ?? []).filter((each) => each.includes('npx'));
    const shown = '--format github --format github-summary="$GITHUB_STEP_SUMMARY"';
    expect(runs).toEqual([
      `npx --yes --prefix "$RUNNER_TEMP" closeout@0.0.0 lint --base "origin/\${BASE#refs/heads/}" --approvals "$RUNNER_TEMP/approvals.json" ${shown}`,
      `npx --yes --prefix "$RUNNER_TEMP" closeout@0.0.0 lint ${shown}`,
    ]);
  });

  test('GitHub: what runs out by itself is counted every day, and told in an issue', async () => {
    const house = nothing();
    await house.closeout('init', ...WHO, '--ci', 'github', '--from', PACKAGE);
    const text = house.read('.github/workflows/closeout-daily.yml');
    expect(parse(text)).toMatchObject({ on: { schedule: [{ cron: expect.any(String) }] }, permissions: { contents: 'read', issues: 'write' } });
    expect(text).toContain(`npx --yes --prefix "$RUNNER_TEMP" ${PACKAGE} "$@"`);
  });

  test('GitLab: the same, from the package that was asked for', async () => {
    const house = nothing();
    await house.closeout('init', ...WHO, '--ci', 'gitlab', '--from', PACKAGE);
    expect(parse(house.read('.gitlab-ci.yml'))).toEqual({ include: [{ local: '.gitlab/closeout.yml' }] });
    const { closeout } = parse(house.read('.gitlab/closeout.yml')) as { closeout: { variables: object; script: string[] } };
    expect(closeout.variables).toEqual({ GIT_DEPTH: '0' });
    expect(closeout.script.join('\n')).toContain(`npx --yes --prefix /tmp ${PACKAGE} lint --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"`);
  });

  test('code owners are an example that sleeps until somebody fills it in', async () => {
    const house = nothing();
    await house.closeout('init', ...WHO, '--ci', 'github');
    const text = house.read('.github/CODEOWNERS');
    expect(text).toContain('# /records/projects/**/signoff.*.support.yaml  @your-org/support');
    expect(text).not.toMatch(/^[^#\n]|harbour|linter/m);
  });

  test('code owners that are there stay in force: a second file could take their place', async () => {
    const house = nothing();
    house.write('docs/CODEOWNERS', '* @acme/everybody\n');
    const { out } = await house.closeout('init', ...WHO, '--ci', 'github');
    expect(out).toContain('kept docs/CODEOWNERS; add this to it:\n  /records/projects/**/signoff.*.support.yaml  @your-org/support\n');
    expect(filesOf(house).filter((file) => file.endsWith('CODEOWNERS'))).toEqual(['docs/CODEOWNERS']);
  });
});
