import { describe, expect, test } from 'vitest';
import { CHANGE, DOC, lint, PLAYBOOK } from './content.ts';
import { organisation } from './organisation.ts';

describe('a hostile page is read, or refused in plain words', () => {
  const MOST = 99_000;
  const filled = (part: string): string => part.repeat(Math.floor(MOST / part.length));
  const lines = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
  const half = (open: string, close: string): string => {
    const times = Math.floor(MOST / (open.length + close.length));
    return `${open.repeat(times)}a${close.repeat(times)}`;
  };
  const pages: readonly (readonly [string, string])[] = [
    ...[
      '>',
      '> ',
      '* ',
      '- ',
      '1. ',
      '[',
      ']',
      '![',
      '[a](',
      '[a][',
      '[a]',
      '*a',
      '*a ',
      '**a ',
      '_',
      '_a ',
      '*a_ ',
      '`',
      '`a``b',
      '<',
      '<a ',
      '<a',
      '{',
      '{`',
      '\\',
      '&',
      '|',
      '~',
    ].map((part) => [part, filled(part)] as const),
    ...[
      '<Say>\n',
      '{a} ',
      '{/*',
      '<!--',
      'a\n=\n\n',
      '- a\n',
      '> a\n',
      '## Steps\n',
      '> * > 1. > - > + \n',
      'import a from "b"\n',
      '[a](javascript:x)\n',
      'a@b.cd ',
    ].map((part) => [JSON.stringify(part), filled(part)] as const),
    ['100,000 characters too many', 'a'.repeat(100_000)],
    ['stars in stars', half('*a ', 'a* ')],
    ['links in links', half('[a ', '](b) ')],
    ['pictures in pictures', half('![a ', '](b) ')],
    ['components in components', half('<Say>', '</Say>')],
    ['components in components, line by line', half('<Say>\n', '</Say>\n')],
    ['nothing in nothing', half('<>', '</>')],
    ['a sum of 33,000 parts', `{${'a+'.repeat(33_000)}a}`],
    ['brackets in braces', `{${half('(', ')')}}`],
    ['braces in a text in braces', `{\`${'}'.repeat(400)}\n\n${lines(240, () => `${'}'.repeat(400)}\n`)}\`}`],
    ['16,000 attributes', `<Say ${'a="b" '.repeat(16_000)}/>`],
    ['a list 300 deep', lines(300, (at) => `${'  '.repeat(at)}- a`)],
    ['2,000 lists of 6', lines(1_900, () => `${'- '.repeat(6)}a`)],
    ['a quote with 50,000 lines', `> a\n${filled('a\n')}`],
    ['20,000 headings', filled('# a\n')],
    ['5,000 links', lines(5_000, (at) => `[a](/p/x${at}/)`)],
    ['2,700 links in one line', Array.from({ length: 2_700 }, (_, at) => `[a](/playbooks/handing-over-${at}/)`).join(' ')],
    ['1,900 links, each nearly right', lines(1_900, (at) => `- [a](/checklists/project-closeou${at}/)`)],
    ['1,900 cards, each nearly right', lines(950, (at) => `<Item id="project-closeout/docs-foun${at}" />\n`)],
    ['names', filled('Tess Lee ')],
    ['a phrase', filled('will try to ')],
  ];

  test.each(pages)('%s', (_, body) => {
    const house = organisation();
    for (const file of [PLAYBOOK, CHANGE, DOC]) {
      const front = /^---\n[\s\S]*?\n---\n/.exec(house.read(file))?.[0] ?? '';
      house.write(file, `${front}\n${body}\n`);
      const { diagnostics } = lint(house, file);
      expect(diagnostics.filter((each) => each.undecided).map((each) => each.message)).toEqual([]);
      if (diagnostics.some((each) => /^(?:page-small|valid-mdx)$/.test(each.ruleId))) expect(diagnostics).toHaveLength(1);
    }
  });
});
