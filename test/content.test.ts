import { describe, expect, test } from 'vitest';
import { addPhrase, CHANGE, found, lint, PLAYBOOK, UPDATE, withBody } from './content.ts';
import { type Organisation, organisation, RUN } from './organisation.ts';

describe('a template is judged as the customer would read it', () => {
  const TOLD = 'We will update you by {next-update}.';
  test.each([
    ['literal', `|\n  Hello,\n\n  {affected} should be fixed now.\n\n  ${TOLD}`, 'should be fixed'],
    ['literal, over a line break', `|\n  Hello, it should be\n  fixed now. ${TOLD}`, 'should be\n  fixed'],
    ['literal, indented by hand', `|2-\n    It should be fixed now. ${TOLD}`, 'should be fixed'],
    ['folded', `>\n  Hello,\n\n  it should be\n  fixed now. ${TOLD}`, 'should be\n  fixed'],
    ['folded, words before it over several lines', `>-\n  Hello\n  Maria, all\n  of it should be fixed now.\n  ${TOLD}`, 'should be fixed'],
    ['in double quotes', `"Hello,\\n\\nit should be fixed now. ${TOLD}"`, 'should be fixed'],
    ['in double quotes, with quotes', `"Café Quiet said \\"no\\".\\nIt should be fixed now. ${TOLD}"`, 'should be fixed'],
    ['in double quotes, over a line break', `"Hello, it should be\n  fixed now. ${TOLD}"`, 'should be\n  fixed'],
    ['in single quotes', `'It''s late, and it should be fixed now. ${TOLD}'`, 'should be fixed'],
    ['in one plain line', `It should be fixed now. ${TOLD.replaceAll(/[{}]/g, '')}`, 'should be fixed'],
  ])('%s', (_, body, words) => {
    const house = withBody(body);
    expect(found(house, UPDATE).filter((each) => each.startsWith('phrase/'))).toEqual([`phrase/should-be: ${words}`]);
  });

  // alignedTo in core/prose.ts does not know the codes of double quotes yet
  test.each([
    ['a line break', `"Hello,\\nno idea when. ${TOLD}"`],
    ['a letter', `"Caf\\u00e9 Quiet: no idea when. ${TOLD}"`],
  ])('in double quotes, with a code for %s', (_, body) => {
    const house = withBody(body);
    addPhrase(house, 'no idea', 'customer');
    expect(found(house, UPDATE)).toEqual(['phrase/extra: no idea']);
  });

  test('words around a filled slot are marked as they stand, and a slot as a whole', () => {
    const house = withBody(
      '|\n  {affected} should be fixed, {affected} too. {affected} works by {next-update} at the latest. We will update you by {next-update}.',
    );
    addPhrase(house, 'works by <time>', 'customer');
    expect(found(house, UPDATE)).toEqual(['phrase/should-be: should be fixed', 'phrase/extra: works by {next-update}']);
    addPhrase(house, '(e-mail|mail) at dock street works', 'customer');
    expect(found(house, UPDATE)).toContain('phrase/extra: {affected} works');
  });

  test('the subject is judged with the body: what one says the other need not', () => {
    const house = withBody('|\n  {affected} does not work. We will update you by {next-update}.');
    addPhrase(house, 'does not work', 'customer', ', when: [no-next-update]');
    expect(found(house, UPDATE)).toEqual([]);
    house.edit(UPDATE, 'We will update you by {next-update}.', 'It hangs on {next-update}.');
    expect(found(house, UPDATE)).toEqual(['phrase/extra: does not work']);
    house.edit(UPDATE, 'subject: We are working on {affected}', 'subject: It should be working');
    expect(found(house, UPDATE)).toEqual(['phrase/should-be: should be working', 'phrase/extra: does not work']);
  });

  test('a template for colleagues is judged as one', () => {
    const house = withBody('|\n  {affected} should be fixed. We will try to call by {next-update}.');
    house.edit(UPDATE, 'audience: customer', 'audience: internal');
    expect(found(house, UPDATE)).toEqual(['phrase/will-try: will try to']);
  });

  test('a first word is one in the stage acknowledge only', () => {
    const house = organisation();
    addPhrase(house, 'we are on it', 'customer', ', when: [first-word]');
    expect(found(house, UPDATE)).toEqual(['phrase/extra: we are on it']);
    house.edit(UPDATE, 'stage: acknowledge', 'stage: scope');
    expect(found(house, UPDATE)).toEqual([]);
  });

  test('a replacement is offered where the words stand in the file as they were found', () => {
    const fixOf = (body: string): unknown => lint(withBody(body), UPDATE).diagnostics.find((each) => each.ruleId === 'phrase/will-try')?.fix?.text;
    const told = '{affected} is known. We will update you by {next-update}.';
    expect(fixOf(`|\n  We will try to call. ${told}`)).toBe('will');
    expect(fixOf(`|\n  Will try to call. ${told}`)).toBe('Will');
    expect(fixOf(`|\n  We will try\n  to call. ${told}`)).toBe(undefined);
  });
});

describe('the update of a run', () => {
  const say = (words: string): Organisation => {
    const house = organisation();
    house.edit(RUN, 'state: active\n', `state: active\nupdate: ${words}\n`);
    return house;
  };

  test.each([
    ['The new switch should be working now.', ['phrase/should-be: should be working']],
    ['"We will try to call: it should be fixed."', ['phrase/will-try: will try to', 'phrase/should-be: should be fixed']],
    ['>\n  The phones should be\n  working since noon.', ['phrase/should-be: should be\n  working']],
    ['The new switch works since 2 pm; we tested it with Maria.', []],
    ['You asked what "should be working" meant. It works.', []],
    ['|\n  Hello Maria,\n\n  The move is done.\n\n  Internal note: it should be fixed by Monday.', []],
  ])('%s', (words, expected) => {
    expect(found(say(words), RUN)).toEqual(expected);
  });

  test('it is not judged any more in the archive', () => {
    const house = say('It should be fixed.');
    house.edit(RUN, 'state: active', 'state: cancelled\nreason: The lease fell through.');
    expect(found(house, RUN)).toEqual([]);
  });
});

describe('a page', () => {
  /** The playbook of test/base with something else to say. */
  const saying = (words: string): Organisation => {
    const house = organisation();
    house.edit(PLAYBOOK, '## What to say\n', `## What to say\n\n${words}\n`);
    return house;
  };
  const BOTH = 'We will try to call. It should be fixed.';

  test.each([
    ['prose is for colleagues', BOTH, ['phrase/will-try: will try to']],
    ['Say is for customers', `<Say>\n\n${BOTH}\n\n</Say>`, ['phrase/will-try: will try to', 'phrase/should-be: should be fixed']],
    ['Say without blank lines', `<Say>\n${BOTH}\n</Say>`, ['phrase/will-try: will try to', 'phrase/should-be: should be fixed']],
    ['a list in Say', '<Say>\n\n- Thank you.\n- It **should** be fixed.\n\n</Say>', ['phrase/should-be: should** be fixed']],
    ['Avoid is a bad example', `<Avoid>\n\n${BOTH}\n\n</Avoid>`, []],
    ['Avoid in Say', `<Say>\n\nIt works.\n\n<Avoid>\n\n${BOTH}\n\n</Avoid>\n\n</Say>`, []],
    ['quotes', `Do not say "${BOTH}" or “${BOTH}”.`, []],
    ['code', `Type \`${BOTH}\`:\n\n\`\`\`\n${BOTH}\n\`\`\``, []],
    ['other people’s words', `> ${BOTH}`, []],
    [
      'headings, lists and links',
      '### We will try to help\n\n- We [will try](/today/) to help.',
      ['phrase/will-try: will try to', 'phrase/will-try: will try](/today/) to'],
    ],
  ])('%s', (_, words, expected) => {
    expect(found(saying(words), PLAYBOOK)).toEqual(expected);
  });

  test('each Say is a message of its own', () => {
    const house = saying('<Say>\n\nIt is down. We will update you by 3 pm.\n\n</Say>\n\n<Say>\n\nIt is down.\n\n</Say>');
    addPhrase(house, 'it is down', 'customer', ', when: [no-next-update]');
    const [first, ...others] = lint(house, PLAYBOOK).diagnostics;
    expect([first?.ruleId, others]).toEqual(['phrase/extra', []]);
    expect(house.read(PLAYBOOK).split('\n')[(first?.range.start.line ?? 0) - 3]).toBe('<Say>');
    expect(first?.range.start.offset).toBe(house.read(PLAYBOOK).lastIndexOf('It is down'));
  });

  test('what happened, on a page about a process change, is judged as everybody reads it', () => {
    const house = organisation();
    addPhrase(house, 'should have', 'note');
    house.edit(CHANGE, 'The old mail server was switched off', 'The lead should have looked. The old mail server was switched off');
    house.edit(CHANGE, 'Removing the monitor', 'The plan should have said so. Removing the monitor');
    expect(found(house, CHANGE)).toEqual(['phrase/extra: should have']);
    house.edit('site/content/mistakes/four-steps.mdx', 'Something went wrong', 'Somebody should have looked. Something went wrong');
    expect(found(house, 'site/content/mistakes/four-steps.mdx')).toEqual([]);
  });
});

describe('what the config says of updates', () => {
  const withPolicy = (updates: string): Organisation => {
    const house = withBody('|\n  {affected} will be fixed by 5 pm. We will update you within 2 hours, at {next-update}.');
    house.write('closeout.config.yaml', `${house.read('closeout.config.yaml')}${updates}\n`);
    return house;
  };
  const severities = (house: Organisation): readonly string[] => lint(house, UPDATE).diagnostics.map(({ ruleId, severity }) => `${ruleId} ${severity}`);

  test.each([
    ['', ['phrase/extra warning']],
    ['updates: { fix-time: warn }', ['phrase/extra warning']],
    ['updates: { fix-time: forbid }', ['phrase/extra error']],
    ['updates: { fix-time: allow }', []],
  ])('a promise of a time: %s', (updates, expected) => {
    const house = withPolicy(updates);
    addPhrase(house, 'will be fixed by <time>', 'customer', ', policy: fix-time');
    expect(severities(house)).toEqual(expected);
  });

  test.each([
    ['', 'acknowledge', 1],
    ['updates: { every: 119 }', 'acknowledge', 1],
    ['updates: { every: 120 }', 'acknowledge', 0],
    ['', 'long-running', 0],
    ['updates: { long-running: 119 }', 'long-running', 1],
  ])('how long until the next word: %s, %s', (updates, stage, count) => {
    const house = withPolicy(updates);
    house.edit(UPDATE, 'stage: acknowledge', `stage: ${stage}`);
    addPhrase(house, 'update you within <duration>', 'customer', ', policy: cadence');
    expect(severities(house)).toHaveLength(count);
  });
});

describe('one mistake is one message', () => {
  test.each([
    ['a kind that there is not', CHANGE, 'kind: process-change', 'kind: process-chagne', 'allowed-value'],
    ['a day that is none', CHANGE, '\ndate: 2026-08-24', '\ndate: 24.8.2026', 'value-form'],
    ['a process that cannot be one', CHANGE, 'process: project-closeout', 'process: Project closeout', 'value-form'],
    ['a key that is misspelt', CHANGE, 'kind: process-change', 'knid: process-change', 'known-key'],
    ['a section in other capitals', CHANGE, '## How it came about', '## How It Came About', 'page-sections'],
    ['a section one level too low', CHANGE, '## How it came about', '### How it came about', 'page-sections'],
    ['a section two levels too low', CHANGE, '## How it came about', '#### How it came about', 'heading-order'],
    ['a slot misspelt where it is used', UPDATE, 'by {next-update}', 'by {next-updat}', 'slots-defined'],
    ['a slot misspelt where it is defined', UPDATE, '  next-update: {', '  next-updat: {', 'next-update-given'],
    [
      'a slot without its question',
      UPDATE,
      '  next-update: { type: time, ask: When do you write again at the latest?,',
      '  next-update: { type: time,',
      'required-key',
    ],
    ['a component in braces', PLAYBOOK, '<Update id="outage-acknowledge" />', '<Update id={"outage"} />', 'content-only'],
    ['a link that runs something', PLAYBOOK, '(/checklists/project-closeout/)', '(java&#10;script:alert())', 'safe-link'],
    [
      'a walk without its end',
      'records/walkthroughs/2026-10-20-hand-over.yaml',
      'followed-to-end: true',
      'followed-to-end: false\nfirst-failed:',
      'value-type',
    ],
    ['a rule twice', 'site/content/phrases/hedges.yaml', 'id: will-try', 'id: should-be', 'phrase-readable'],
  ])('%s', (_, file, before, after, rule) => {
    const house = organisation();
    house.edit(file, before, after);
    const all = lint(house, file).diagnostics.filter((each) => each.file === file);
    expect(all.map((each) => `${each.ruleId}: ${each.message}`)).toEqual([expect.stringMatching(`^${rule}: `)]);
  });
});
