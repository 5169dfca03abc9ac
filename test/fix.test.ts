import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixFiles } from '../linter/commands/fix.ts';
import type { Outcome } from '../linter/engine.ts';
import { lintFiles } from '../linter/organisation/lint.ts';
import { withTexts } from '../linter/organisation/opened.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { type Case, casesOf, casesRules, openCase } from './case.ts';
import { organisation, RUN } from './organisation.ts';

const nameOf = ({ file, ruleId, message }: Outcome['diagnostics'][number]): string => `${file} ${ruleId} ${message}`;
const errorsIn = ({ diagnostics }: Outcome): string[] => diagnostics.filter((each) => each.severity === 'error').map(nameOf);

/** What is merely not done yet, as a signature, is looked at only once nothing is wrong. */
const wrongIn = ({ diagnostics }: Outcome): number => diagnostics.filter((each) => !each.pending).length;

describe('what is offered for the bad cases of all rules', () => {
  const cases = casesRules().flatMap((rule) => casesOf(rule).filter((each) => !each.good && /--fix can mend/.test(readFileSync(each.golden, 'utf8'))));

  test('there are some, of many rules', () => {
    expect(new Set(cases.map((each) => each.rule)).size).toBeGreaterThan(12);
  });

  const fixed = async (each: Case) => {
    const opened = openCase(each);
    try {
      const round = async (): Promise<Outcome> => {
        await fixFiles({ root: opened.root, found: opened.lint(), again: opened.lint }, false, { out: () => {}, err: () => {}, colour: false });
        return opened.lint();
      };
      return { before: opened.lint(), once: await round(), twice: await round() };
    } finally {
      opened.close();
    }
  };

  test.each(cases.map((each) => [`${each.rule} ${each.name}`, each] as const))('%s is mended, without a new error, once and for all', async (_name, each) => {
    const { before, once, twice } = await fixed(each);
    expect(wrongIn(once)).toBeLessThan(wrongIn(before));
    expect(once.diagnostics.filter((one) => one.fix)).toEqual([]);
    expect(errorsIn(before)).toEqual(expect.arrayContaining(errorsIn(once)));
    expect([...once.texts]).not.toEqual([...before.texts]);
    expect([...twice.texts]).toEqual([...once.texts]);
  });
});

test('what somebody writes into a file while it is being fixed is not lost', async () => {
  const house = organisation();
  house.edit(RUN, 'backup: mpatel', 'bakcup: mpatel');
  const outcomeOf = async (): Promise<Outcome> => {
    const workspace = openWorkspace({ cwd: house.root });
    return lintFiles(workspace, [RUN], false);
  };
  const found = await outcomeOf();
  const again = async (texts: ReadonlyMap<string, string>): Promise<Outcome> => {
    const after = lintFiles(withTexts(openWorkspace({ cwd: house.root }), texts), [RUN], false);
    house.edit(RUN, 'state: active', 'state: paused');
    return after;
  };
  let said = '';
  const io = { out: () => {}, err: (text: string) => (said += text), colour: false };
  expect(await fixFiles({ root: house.root, found, again }, false, io)).toBe(0);
  expect(house.read(RUN)).toMatch(/bakcup: mpatel.*state: paused/s);
  expect(said).toContain('was changed while it was being fixed');
  expect((await house.closeout('lint', '--fix', RUN)).err).toContain('1 finding fixed');
});

describe('quotes', () => {
  test.each(['00123', '1.10', '0012e4', '20261030', '0x1F'])('ticket %s is kept as it is written', async (ticket) => {
    const house = organisation();
    house.edit(RUN, 'client-confirmed: open', `client-confirmed: { done: 2026-10-30, by: tlee, ticket: ${ticket} }`);
    await house.closeout('lint', '--fix', RUN);
    expect(house.read(RUN)).toContain(`ticket: "${ticket}" }`);
  });
});

describe('--dry-run', () => {
  test('prints a patch that git applies to the same bytes as --fix writes, and exits as the files stand', async () => {
    const house = organisation();
    const folder = 'checklists/project-closeout.yaml';
    house.edit(RUN, 'escalate: skim', 'esclate: skim');
    house.write(RUN, `${house.read(RUN).replace(/\n$/, '').replaceAll('\n', '\r\n')}\r\nupdate: |\r\n  a\ttab`);
    house.edit(folder, 'id: project-closeout', '# ünï\nid: project-closeout');
    house.write(folder, house.read(folder).replace('level: must', 'level: mst'));
    house.git('init', '-q');
    const { code, out, err } = await house.closeout('lint', '--fix', '--dry-run', RUN, folder);
    expect(code).toBe(1);
    expect(err).toContain('2 findings would be fixed in 2 files');
    expect(house.read(RUN)).toContain('esclate');
    house.write('a.patch', out);
    execFileSync('git', ['apply', '--whitespace=nowarn', 'a.patch'], { cwd: house.root });
    const applied = [house.read(RUN), house.read(folder)];
    expect(applied[0]).toContain('  escalate: skim\r\n');
    expect(applied[1]).toContain('level: must');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-R', 'a.patch'], { cwd: house.root });
    expect((await house.closeout('lint', '--fix', RUN, folder)).code).toBe(0);
    expect([house.read(RUN), house.read(folder)]).toEqual(applied);
  });

  test('shows no patch of a file that holds a password', async () => {
    const house = organisation();
    house.edit(RUN, 'escalate: skim', 'esclate: skim   # password is Winter2026!x');
    const { out, err } = await house.closeout('lint', '--fix', '--dry-run', RUN);
    expect(`${out}${err}`).not.toContain('Winter2026');
    expect(err).toContain('holds what looks like a password, so its patch is not shown.');
  });
});

describe('what --fix says', () => {
  test('leaves json alone on the output, and says where there is nothing to fix', async () => {
    const house = organisation();
    const { code, out, err } = await house.closeout('lint', '--fix', '--format', 'json', RUN);
    expect([code, err]).toEqual([0, 'Nothing here can be fixed without a person.\n']);
    expect(JSON.parse(out).complete).toBe(true);
  });

  test('names the places where a fix was not put in', async () => {
    const house = organisation();
    const again = 'We utilise the spare line.';
    house.write(
      'site/content/phrases/words.yaml',
      `id: words\ntitle: Words\nwhy: A test.\nrules:\n  - id: big\n    title: Big\n    say: Use.\n    why: Nobody says it.\n    severity: warning\n    audience: [customer]\n    find: ["utilise"]\n    replace: "utilise: this"\n    flag: ["We utilise it.", "Utilise it."]\n    pass: ["We use it.", "Use it."]\n`,
    );
    house.write(RUN, `${house.read(RUN)}update: ${again}\n`);
    const before = house.read(RUN);
    expect((await house.closeout('lint', '--fix', RUN)).err).toBe(
      `Nothing here can be fixed without a person.\n  ${RUN}:26:12 is left as it was: the file could not be read with it.  phrase/big\n`,
    );
    house.write(RUN, before.replace(`update: ${again}`, `update: |\n  ${again}`));
    const block = house.read(RUN);
    expect((await house.closeout('lint', '--fix', RUN)).err).toContain('27:6 is left as it was: what it writes would be found again.');
    expect(house.read(RUN)).toBe(block);
  });
});

describe('the line for editors', () => {
  const SCHEMA = 'schemas/runs/project-closeout@1.1.0.schema.json';

  test.each(['', '\ufeff'])('comes first of all, with the line endings of the file', async (mark) => {
    const house = organisation();
    const text = house.read(RUN).replaceAll('\n', '\r\n');
    house.write(SCHEMA, '{}');
    house.write(RUN, mark + text);
    await house.closeout('lint', '--fix', RUN);
    expect(house.read(RUN)).toBe(`${mark}# yaml-language-server: $schema=../../../../${SCHEMA}\r\n${text}`);
  });

  test('is asked of nobody whose repository has no schemas', async () => {
    expect((await organisation().closeout('lint')).out).not.toContain('modeline-fits');
  });
});

describe('an exception that nothing needs', () => {
  const PAGE = 'site/content/playbooks/handing-over-a-project.mdx';
  const LIST = 'checklists/project-closeout.yaml';
  const WORDS = 'closeout-ignore item-verifiable: their contract says so';

  test.each([
    ['on a line of its own', LIST, 'title: Project closeout\n', `# ${WORDS}\ntitle: Project closeout\n`],
    ['behind a value', LIST, 'title: Project closeout\n', `title: Project closeout   # ${WORDS}\n`],
    ['in a page', PAGE, '\n## ', `\n{/* closeout-ignore known-link: opens next week */}\n\n## `],
  ])('goes with its blanks %s', async (_where, file, plain, ignored) => {
    const house = organisation();
    const before = house.read(file);
    house.write(
      file,
      before.replace(plain, () => ignored),
    );
    const { err } = await house.closeout('lint', '--fix', file);
    expect(err).toContain('1 (suppression-used)');
    expect(house.read(file).replaceAll(/\n{3,}/g, '\n\n')).toBe(before);
  });
});
