import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixFiles } from '../linter/commands/fix.ts';
import { dayReadings, timeReadings } from '../linter/core/readings.ts';
import { meant } from '../linter/core/suggest.ts';
import type { Outcome } from '../linter/engine.ts';
import { lintFiles } from '../linter/organisation/lint.ts';
import { withTexts } from '../linter/organisation/opened.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { type Case, casesOf, casesRules, openCase } from './case.ts';
import { organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

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

describe('a slip of the finger', () => {
  const words = [
    'northwind',
    'project-closeout',
    'new-network',
    'escalate',
    'touches',
    'impact',
    'engagements',
    'dock-street',
    'active',
    'answers',
    'docs-found',
  ];
  const text = readFileSync(join('test/base', RUN), 'utf8');
  const crlf = `# kept\r\n${text.replaceAll('\n', '\r\n').replace('started: 2026', 'started:   2026')}`;

  test('is taken back to the byte, or left as it stands', async () => {
    const house = organisation();
    const slip = fc.tuple(fc.constantFrom(...words), fc.nat(12), fc.constantFrom('drop', 'double', 'swap'), fc.constantFrom(text, crlf));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(slip, async ([word, at, how, whole]) => {
        const [a = '', b = ''] = word.slice(1 + (at % (word.length - 2)));
        const from = 1 + (at % (word.length - 2));
        const written = word.slice(0, from) + (how === 'drop' ? b : how === 'double' ? a + a + b : b + a) + word.slice(from + 2);
        const slipped = whole.replace(word, written);
        house.write(RUN, slipped);
        await house.closeout('lint', '--fix', RUN);
        const after = house.read(RUN);
        expect([whole, slipped]).toContain(after);
        if (after === whole) taken += 1;
      }),
      { numRuns: 80 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test.each([
    ['evidnce', ['evidence', 'title'], true],
    ['northwnd', ['northwind', 'contoso'], true],
    ['protectoin', ['protection'], true],
    ['leda', ['lead'], true],
    ['site-3', ['site-1'], false],
    ['unmanaged', ['managed'], false],
    ['mus', ['must', 'may'], true],
    ['by', ['be'], false],
    ['restore-tests', ['restore-tested', 'restore-test'], false],
    ['qwertz', ['northwind'], false],
  ])('%s of %s: sure %s', (written, candidates, sure) => {
    expect(meant(written, candidates).instead?.sure ?? false).toBe(sure);
  });

  test('of two keys that both mean the same, none is renamed', async () => {
    const house = organisation();
    house.edit(RUN, '  impact: Phones', '  impct: Twice\n  inpact: Phones');
    const before = house.read(RUN);
    expect((await house.closeout('lint', '--fix', RUN)).code).toBe(1);
    expect(house.read(RUN)).toBe(before);
  });

  test('in the name of a person is shown, and never put in', async () => {
    const house = organisation();
    house.edit(RUN, 'lead: tlee', 'lead: tle');
    const { out, err } = await house.closeout('lint', '--fix', '--format', 'json', RUN);
    expect(err).toContain('Nothing here can be fixed without a person.');
    expect(JSON.parse(out).diagnostics).toMatchObject([{ ruleId: 'known-person', suggestions: [{ text: 'tlee' }] }]);
    expect(house.read(RUN)).toContain('lead: tle\n');
  });

  test('in a customer is put in only where the folder says so too', async () => {
    const house = organisation();
    house.edit('records/customers.yaml', 'id: northwind', 'id: northwynd');
    const { out } = await house.closeout('lint', RUN);
    expect(out).toContain('Did you mean "northwynd"?');
    expect(out).not.toContain('--fix can mend');
  });

  test('under which others lie is mended in as many rounds as it takes', async () => {
    const house = organisation();
    const before = house.read(RUN);
    house.edit(RUN, 'answers:', 'anwers:');
    house.edit(RUN, 'docs-found:', 'docs-fuond:');
    house.edit(RUN, 'rack-photo: open', 'rack-photo: opne');
    const { err } = await house.closeout('lint', '--fix', RUN);
    expect(err).toBe(`3 findings fixed in 1 file, nothing is left.\n  ${RUN}: 3 (known-key, known-item, answer-form)\n`);
    expect(house.read(RUN)).toBe(before);
  });
});

describe('days and times', () => {
  test.each([
    ['2026/11/04', ['2026-11-04']],
    ['2026.11.04', ['2026-11-04']],
    ['2026-11-4', ['2026-11-04']],
    ['20261104', ['2026-11-04']],
    ['04.11.2026', ['2026-11-04']],
    ['4. 11. 2026', ['2026-11-04']],
    ['4 Nov 2026', ['2026-11-04']],
    ['4-nov-2026', ['2026-11-04']],
    ['4 November 2026', ['2026-11-04']],
    ['Nov 4, 2026', ['2026-11-04']],
    ['Nov. 4th 2026', ['2026-11-04']],
    ['13/11/2026', ['2026-11-13']],
    ['11/13/2026', ['2026-11-13']],
    ['4/4/2026', ['2026-04-04']],
    ['11/04/2026', ['2026-11-04', '2026-04-11']],
    ['29.02.2026', []],
    ['2026/13/01', []],
    ['Nev 4, 2026', []],
    ['4.11.26', []],
    ['2026/11-04', []],
    ['soon', []],
  ])('%s is %s', (written, texts) => {
    expect(dayReadings(written)).toEqual({ texts, sure: texts.length === 1 });
  });

  test.each([
    ['18.00', ['18:00']],
    ['6 pm', ['18:00']],
    ['6:30 p.m.', ['18:30']],
    ['09.30', ['09:30']],
    ['9.30', ['09:30', '21:30']],
    ['12 am', ['00:00', '12:00']],
    ['24:00', []],
    ['6', []],
    ['13 pm', []],
  ])('%s is %s', (written, texts) => {
    expect(timeReadings(written)).toEqual({ texts, sure: texts.length === 1 });
  });

  test('any day that is written out in a form of one reading comes back as itself', () => {
    const forms = [
      (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`,
      (y: string, m: string, d: string) => `${d}.${m}.${y}`,
      (y: string, m: string, d: string) => `${y}${m}${d}`,
    ];
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), fc.constantFrom(...forms), (date, form) => {
        const day = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = day.split('-');
        expect(dayReadings(form(y, m, d))).toEqual({ texts: [day], sure: true });
      }),
    );
  });

  test('are put in with their quotes, in quotes and in brackets, and an unclear one is shown with both readings', async () => {
    const house = organisation();
    house.edit(RUN, 'started: 2026-09-14', "started: '14 Sep 2026'   # a Monday");
    house.edit(RUN, 'date: 2026-11-06, time: "18:00"', 'date: 2026.11.06, time: 18.00');
    house.edit(RUN, 'closes: 2026-11-13', 'closes: 12/11/2026');
    const { code, out } = await house.closeout('lint', '--fix', RUN);
    expect(code).toBe(1);
    expect(house.read(RUN)).toContain("started: '2026-09-14'   # a Monday\n  closes: 12/11/2026\n");
    expect(house.read(RUN)).toContain('  - { date: 2026-11-06, time: "18:00", site');
    expect(out).toContain('perhaps  write "2026-12-11" or "2026-11-12" instead\n');
  });
});

describe('quotes', () => {
  test.each(['00123', '1.10', '0012e4', '20261030', '0x1F'])('ticket %s is kept as it is written', async (ticket) => {
    const house = organisation();
    house.edit(RUN, 'client-confirmed: open', `client-confirmed: { done: 2026-10-30, by: tlee, ticket: ${ticket} }`);
    await house.closeout('lint', '--fix', RUN);
    expect(house.read(RUN)).toContain(`ticket: "${ticket}" }`);
  });
});

describe('what was signed', () => {
  test('a slip in a signed run is taken back where the signature fits again', async () => {
    const house = organisation();
    const before = house.read(SIGNED);
    house.edit(SIGNED, 'agents-counted:', 'agents-count:');
    const { code } = await house.closeout('lint', '--fix', SIGNED);
    expect({ code, text: house.read(SIGNED) }).toEqual({ code: 0, text: before });
  });

  test('what would make a signature stale is shown with its name, and not put in', async () => {
    const house = organisation();
    const line = /^ {2}\S+: \{ done: (\S+), by: (?:tlee|mpatel)/m.exec(house.read(SIGNED));
    const other = line?.[1] === '2026-09-22' ? '2026/09/23' : '2026/09/22';
    house.edit(SIGNED, line?.[0] ?? '', (line?.[0] ?? '').replace(/\d{4}-\d\d-\d\d/, other));
    const before = house.read(SIGNED);
    const { code, out, err } = await house.closeout('lint', '--fix', SIGNED);
    expect(code).toBe(1);
    expect(err).toContain('Nothing here can be fixed without a person.');
    expect(out).toContain(`perhaps  write "${other.replaceAll('/', '-')}" instead; signoff.closing.lead.yaml would then have to be signed again\n`);
    expect(house.read(SIGNED)).toBe(before);
  });

  test('two slips in one answer, each harmless alone, do not slip past a signature together', async () => {
    const house = organisation();
    const [before = '', day = ''] = /^ {2}agents-counted: \{ done: (\S+), .*$/m.exec(house.read(SIGNED)) ?? [];
    const other = day.endsWith('01') ? day.replace(/01$/, '02') : day.replace(/..$/, '01');
    house.edit(SIGNED, before, before.replace(day, other.replaceAll('-', '/')).replace('count:', 'cuont:'));
    const { out } = await house.closeout('lint', '--fix', SIGNED);
    expect(house.read(SIGNED)).toContain(`done: ${other.replaceAll('-', '/')}`);
    expect(out).toContain(`perhaps  write "${other}" instead; signoff.closing.lead.yaml would then have to be signed again\n`);
  });

  test('what no signature covers is put right beside it', async () => {
    const house = organisation();
    house.edit(SIGNED, 'state: closed', 'state: Closed');
    expect((await house.closeout('lint', '--fix', SIGNED)).code).toBe(0);
    expect(house.read(SIGNED)).toContain('state: closed\n');
  });

  test.each([
    ['records/projects/contoso/mail-move/signoff.closing.lead.yaml', 'role: lead', 'role: lede', SIGNED],
    ['checklists/releases/project-closeout@1.0.0.yaml', 'level: must', 'level: musst', 'checklists'],
  ])('%s is never changed, and no change of it is offered', async (file, right, wrong, path) => {
    const house = organisation();
    const text = house.read(file).replace(right, wrong);
    house.write(file, text);
    const { code, out } = await house.closeout('lint', '--fix', '--format', 'json', path);
    expect(code).toBe(1);
    expect(house.read(file)).toBe(text);
    const found = (JSON.parse(out) as Outcome).diagnostics.filter((each) => each.file === file);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) expect([each.fix, each.suggestions]).toEqual([undefined, undefined]);
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
