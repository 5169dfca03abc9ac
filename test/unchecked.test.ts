import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkMessage, compileBook, isUnchecked, messagesOf, type PhraseRule, type Phrases, policyOf, readMarkdown, readYaml } from '../linter/engine.ts';
import { draftReader } from '../site/components/draft.ts';
import { found, PLAYBOOK, UPDATE } from './content.ts';
import { type Organisation, organisation, RUN } from './organisation.ts';

const GROUP = 'refusals.yaml';
const hostile = readFileSync(`test/cases/phrase-readable/bad-much/site/content/phrases/${GROUP}`, 'utf8');
/** What its rules would be looked for in, for minutes. */
const SONG = `We never said ${'no '.repeat(200).trim()}.`;

/** An organisation with rules that ask too much. */
function house(): Organisation {
  const made = organisation();
  made.write(`site/content/phrases/${GROUP}`, hostile);
  return made;
}

test('a run whose message could not be checked may not close, and says which rule kept it', async () => {
  const made = house();
  made.write(RUN, `${made.read(RUN)}update: We will try to call. ${SONG}\n`);
  const { code, out } = await made.closeout('lint', RUN);
  expect([code, out.includes('could not decide')]).toEqual([2, true]);
  // a message that was read in part only is not told to be wrong in one place
  expect(out.match(/undecided|warning|error {2}/g)).toEqual(['undecided']);
  expect(out).toContain('to look for phrase/no-and-never in this sentence');
});

test('so is a template, and of a page with several messages it is told once, whatever a comment says', async () => {
  const made = house();
  made.edit(UPDATE, 'body: |\n', `body: |\n  ${SONG}\n`);
  expect(found(made, UPDATE).filter((each) => each.startsWith('phrase'))).toEqual([`phrase-readable: ${SONG}`]);
  const said = `\n\n{/* closeout-ignore phrase-readable: we know */}\n<Say>\n\n${SONG}\n\n</Say>\n\n<Say>\n\n${SONG}\n\n</Say>\n`;
  made.write(PLAYBOOK, made.read(PLAYBOOK) + said);
  expect(found(made, PLAYBOOK).filter((each) => /^(?:phrase|suppression)/.test(each))).toEqual([
    expect.stringMatching(/^suppression-explained: /),
    `phrase-readable: ${SONG}`,
  ]);
});

test('a draft is not called clean, at a terminal or in the box on the page; what the rest of it says is told', async () => {
  expect(await house().piping(SONG, 'phrase', '-')).toMatchObject({
    code: 2,
    out: expect.stringContaining('1:1  undecided  This message could not be checked'),
  });
  const made = house();
  made.edit(UPDATE, 'body: |\n', `body: |\n  ${SONG}\n`);
  expect((await made.closeout('phrase', UPDATE)).code).toBe(2);
  const rules = readYaml(hostile.replace('[customer]', '[customer, internal]')).data as Required<Phrases>;
  const read = draftReader({ groups: [rules], policy: policyOf({}) });
  expect(read(SONG, {})).toEqual({
    findings: [],
    unchecked: {
      why: expect.stringContaining('to look for phrase/no-and-never in this sentence'),
      cause: 'rules',
      sentence: { found: SONG, span: [0, SONG.length] },
    },
  });
  expect(read(`${SONG}\n\nInternal: No way.`, {})).toMatchObject({ findings: [{ rule: 'no-and-never' }], unchecked: { sentence: { found: SONG } } });
  expect(read('No way.', {})).toMatchObject({ findings: [{ rule: 'no-and-never' }], unchecked: undefined });
  // the reader of Markdown calls itself for each level, and would take seconds for it
  expect(read(`${'- '.repeat(3000)}No way.`, {})).toMatchObject({ findings: [], unchecked: { why: expect.stringContaining('nested too deep') } });
});

const RULE = { id: 'r', title: 'X', say: 'Y.', why: 'Z.', severity: 'error', flag: [], pass: [] } as const satisfies Partial<PhraseRule>;
const ways = (pattern: string): string[] => Array.from({ length: 60 }, () => pattern);
const words = (word: string): string => `${word} `.repeat(1000);

test.each([
  ['gaps and words that may be missing', { find: ways(`${'[a] [*] '.repeat(30)}... (a|b) ... z`) }, 5, `z ${words('a')}`, 'phrase/r'],
  ['choices of gaps', { find: ways(`a ${'(... a|... b|* a) '.repeat(14)}z`) }, 5, `z ${words('a')}`, 'phrase/r'],
  ['what would make a sentence right after all', { find: ways('a'), unless: ways(`a ${'[a] [*] '.repeat(20)}... q`) }, 5, words('a'), 'phrase/r'],
  ['what is found in each word', { find: ways('a') }, 5, words('a'), 'phrase/r'],
  ['more patterns than can be called to mind', { find: ways('aa bb') }, 400, words('aa'), 'all of them'],
])('the steps are counted for %s', (_, patterns, count, text, rule) => {
  const rules = Array.from({ length: count }, (): PhraseRule => ({ ...RULE, audience: ['customer'], ...patterns }));
  const [message] = messagesOf(readMarkdown(text), text, { audience: 'customer' });
  expect(message && checkMessage(message, compileBook([{ rules }]), policyOf({}))).toMatchObject([{ messageId: 'much', undecided: true, data: { rule } }]);
});

test('rules that name more words than can be noted are told where they do, and no message is checked against a part of them', () => {
  const list = Array.from({ length: 300 }, (_, row) => `(${Array.from({ length: 50 }, (__, at) => `w${row}x${at}`).join('|')})`);
  const rules = [ways('<many>').flatMap((each) => [each, each]), ways('never')].map(
    (find, at): PhraseRule => ({ ...RULE, id: `r${at}`, audience: ['customer'], find }),
  );
  const book = compileBook([{ rules: [] }, { lists: { many: list }, rules }]);
  expect(book.faults).toEqual([{ file: 1, rule: 0, key: 'find', index: 0, problem: expect.stringContaining('Shorten its lists') as string }]);
  const [message] = messagesOf(readMarkdown('We never do.'), 'We never do.', { audience: 'customer' });
  expect(message && checkMessage(message, book, policyOf({}))).toMatchObject([{ messageId: 'much', undecided: true, data: { rule: 'all of them' } }]);
});

test('twenty times as many honest rules are looked for in each honest text', () => {
  const groups = ['site/content/phrases', 'test/phrases'].map((folder) =>
    readdirSync(folder).map((name) => readYaml(readFileSync(`${folder}/${name}`, 'utf8')).data),
  );
  const [files = [], corpora = []] = groups as [Phrases[], { readonly texts: readonly { readonly text: string }[] }[]];
  const book = compileBook(Array.from({ length: 20 }, () => files).flat());
  const texts = [
    ...files.flatMap(({ rules }) => rules.flatMap(({ flag, pass }) => [...flag, ...pass])),
    ...corpora.flatMap((each) => each.texts.map(({ text }) => text)),
  ];
  const found = texts.flatMap((text) =>
    messagesOf(readMarkdown(text), text, { audience: 'customer' }).flatMap((message) => checkMessage(message, book, policyOf({}))),
  );
  expect([found.length > 300, found.filter(isUnchecked)]).toEqual([true, []]);
});
