import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Organisation, organisation } from './organisation.ts';

const RULES = `id: words
title: Words
why: So that a test has rules of its own.
rules:
  - id: big-words
    title: Big words
    say: We use the spare line.
    why: Nobody says it.
    severity: warning
    audience: [customer, internal]
    find: ["(utilize|utilise)"]
    replace: use
    flag: ["We utilize it.", "Utilise the spare."]
    pass: ["We use it.", "The utility came."]
  - id: no-time
    title: No time of the next word
    say: We will update you by 3 pm, or sooner.
    why: Nobody can wait for soon.
    severity: error
    audience: [customer]
    when: [no-next-update]
    find: ["as (soon|quickly) as possible"]
    flag: ["We fix it as soon as possible.", "It comes as quickly as possible."]
    pass: ["We fix it as soon as possible and call you by 3 pm.", "Soon."]
  - id: guess
    title: A guess at the cause
    say: We are looking into the cause.
    why: The first guess is mostly wrong.
    severity: error
    audience: [customer]
    when: [first-word]
    find: ["probably"]
    flag: ["It is probably the switch.", "Probably a cable."]
    pass: ["It is the switch.", "We are looking."]
`;

/** An organisation whose only phrase rules are the ones above. */
function house(): Organisation {
  const made = organisation();
  made.write('site/content/phrases/words.yaml', RULES);
  return made;
}

describe('closeout phrase', () => {
  test('points at the words in a file, and says what to say instead', async () => {
    const made = house();
    made.write('draft.md', 'Hello *Maria*,\n\nwe **utilize** the spare line\nand fix it as soon as possible.\n');
    const { code, out } = await made.closeout('phrase', 'draft.md');
    expect(code).toBe(1);
    expect(out).toContain('3:6  warning  "utilize": Nobody says it. Say instead: We use the spare line.');
    expect(out).toContain('4:12  error  "as soon as possible": Nobody can wait for soon.');
    expect(out).toContain('--fix can mend 1.');
  });

  test('reads what is piped in; quotes, code and internal notes are left alone', async () => {
    const clean = '> utilize\n\n"utilize" and `utilize`.\n\nInternal note: we fix it as soon as possible.\n';
    expect(await house().piping(clean, 'phrase', '-')).toMatchObject({ code: 0 });
    expect((await house().piping('We fix it as soon as possible.', 'phrase', '-')).code).toBe(1);
    expect((await house().piping('We fix it as soon as possible, and call you within the hour.', 'phrase', '-')).code).toBe(0);
  });

  test('knows the first word from a later one, and colleagues from customers', async () => {
    expect((await house().piping('It is probably the switch.', 'phrase', '-')).code).toBe(0);
    expect((await house().piping('It is probably the switch.', 'phrase', '--first', '-')).code).toBe(1);
    expect((await house().piping('It is probably the switch.', 'phrase', '--first', '--audience', 'internal', '-')).code).toBe(0);
  });

  test('what was not read is never clean', async () => {
    const made = house();
    made.write('empty.md', '\n');
    for (const path of ['missing.md', 'empty.md', 'records']) expect((await made.closeout('phrase', path)).code, path).toBe(2);
    expect((await made.piping(' ', 'phrase', '-')).code).toBe(2);
    expect((await made.closeout('phrase')).code).toBe(3);
    expect((await made.closeout('phrase', '--dry-run', 'empty.md')).err).toContain('Add --fix');
  });

  test('a page or template of the organisation is read as what it is', async () => {
    const made = house();
    const page = 'site/content/docs/docs/words.md';
    made.write(page, '---\ntitle: Words\ndescription: About words.\n---\n\nWe utilize it, and fix it as soon as possible.\n');
    const { out } = await made.closeout('phrase', page);
    // a page is for colleagues
    expect([out.includes('"utilize": Nobody'), out.includes('as soon as possible": Nobody')]).toEqual([true, false]);
  });
});

describe('--fix', () => {
  const DRAFT = 'draft.md';

  test('a dry run shows a patch and writes nothing', async () => {
    const made = house();
    made.write(DRAFT, 'One.\n\nUtilise the spare line.\n');
    const { out, err } = await made.closeout('phrase', '--fix', '--dry-run', DRAFT);
    expect(out).toBe('--- a/draft.md\n+++ b/draft.md\n@@ -1,3 +1,3 @@\n One.\n \n-Utilise the spare line.\n+Use the spare line.\n');
    expect(err).toContain('1 finding would be fixed in 1 file, nothing is left.\n  draft.md: 1 (phrase/big-words)\n');
    expect(made.read(DRAFT)).toContain('Utilise');
  });

  test('changes the words alone: line breaks, byte order mark and mode stay, and a second time changes nothing', async () => {
    const made = house();
    const path = join(made.root, DRAFT);
    writeFileSync(path, '\ufeffWe utilize it.\r\n\r\n  We  utilise that.\r\n');
    chmodSync(path, 0o640);
    expect((await made.closeout('phrase', '--fix', DRAFT)).code).toBe(0);
    expect(made.read(DRAFT)).toBe('\ufeffWe use it.\r\n\r\n  We  use that.\r\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    const again = await made.closeout('phrase', '--fix', DRAFT);
    expect(again.err).toContain('Nothing here can be fixed without a person.');
    expect(existsSync(`${path}.tmp`)).toBe(false);
  });

  test('mends what a run says to its customer, and nothing else of it', async () => {
    const made = house();
    const RUN = 'records/projects/northwind/office-move/run.yaml';
    const before = made.read(RUN);
    made.write(RUN, `${before}update: |\n  We utilize the new line.   # not a comment\n`);
    expect((await made.closeout('lint', '--fix', RUN)).code).toBe(0);
    expect(made.read(RUN)).toBe(`${before}update: |\n  We use the new line.   # not a comment\n`);
  });

  test('a fix that would break the file is not made', async () => {
    const made = house();
    made.write('site/content/phrases/words.yaml', RULES.replace('replace: use', 'replace: "use: this"'));
    const RUN = 'records/projects/northwind/office-move/run.yaml';
    made.write(RUN, `${made.read(RUN)}update: We utilize the new line.\n`);
    const before = made.read(RUN);
    await made.closeout('lint', '--fix', RUN);
    expect(made.read(RUN)).toBe(before);
  });
});
