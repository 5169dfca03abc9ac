import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorSchema } from '../linter/core/editor-schema.ts';
import { type Release, readYaml, releaseOf } from '../linter/engine.ts';
import { diskTree } from '../linter/workspace/disk.ts';
import { type Editor, labels, offer, openEditor } from './editor.ts';
import { organisation, RUN, repository } from './organisation.ts';

const text = readFileSync(join(repository, RUN), 'utf8');
const AS_BUILT = '  as-built: open   # The documentation shows what is in place\n';

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
});
afterAll(() => editor.close());

/** The run with one piece of its text replaced, which must be there once. */
function run(before: string, after: string, from = text): string {
  if (from.split(before).length !== 2) throw new Error(`the run should hold once: ${before}`);
  return from.replace(before, () => after);
}

describe.concurrent('what is offered in a run', () => {
  test('the items that have no line yet and apply to the project, each with its words and an answer to fill in', async () => {
    const offers = await editor.offers(RUN, run(AS_BUILT, '  ¦\n'));
    // restore-tested has no line either, but this project touches no server
    expect(labels(offers)).toEqual(['as-built']);
    expect(offer(offers, 'as-built').says).toBe(
      'The documentation shows what is in place\n\nPlans change on site. A tech who works from the design loses an hour before noticing that it was never built that way.\n\nMust be answered before closing, by the lead tech; evidence: a link (link), never na.',
    );
    expect(offer(offers, 'as-built').writes).toBe('as-built:\n  done: <YYYY-MM-DD>\n  by: <your-id>\n  link: <https://>');
    const withServer = run('    server: false\n', '    server: true\n', run(AS_BUILT, '  ¦\n'));
    expect(labels(await editor.offers(RUN, withServer))).toEqual(expect.arrayContaining(['as-built', 'server-roles', 'restore-tested']));
  });

  test('an offer that was taken and not filled in claims nothing: it is underlined', async () => {
    const taken = '  as-built:\n    done: YYYY-MM-DD\n    by: your-id\n    link: https://\n';
    expect((await editor.underlined(RUN, run(AS_BUILT, taken))).map((each) => each.text)).toEqual(['YYYY-MM-DD', 'https://']);
  });

  test('the forms of an answer over open, and no na where the item always applies', async () => {
    const never = await editor.offers(RUN, run('as-built: open ', 'as-built: o¦pen '));
    expect(labels(never)).toEqual(['done', 'open', 'waived']);
    const other = await editor.offers(RUN, run('certificates-ticketed: open ', 'certificates-ticketed: o¦pen '));
    expect(labels(other)).toEqual(['done', 'open', 'na', 'waived']);
    expect(offer(other, 'done').writes).toContain('ticket: <ticket number>');
    expect(offer(other, 'na').writes).toBe('\n  na: "<why it does not apply here>"\n  by: <your-id>');
    expect(offer(other, 'waived').writes.match(/\w+(?=: )/g)).toEqual(['waived', 'by', 'approved', 'until', 'ticket']);
    expect(offer(other, 'waived').says).toBe('Not done before closing: why, who allowed it, until when, under which ticket.');
  });

  test('in an answer that is begun, what is missing of it: the evidence that the item asks for, not another', async () => {
    const begun = (lines: string) => editor.offers(RUN, run(AS_BUILT, `  as-built:\n${lines}`));
    expect(labels(await begun('    ¦\n'))).toEqual(expect.arrayContaining(['done', 'waived']));
    expect(labels(await begun('    ¦\n'))).not.toContain('na');
    expect(labels(await begun('    done: 2026-11-03\n    ¦\n'))).toEqual(['by', 'note', 'link']);
    expect(labels(await begun('    waived: Later\n    by: tlee\n    ¦\n'))).toEqual(expect.arrayContaining(['approved', 'until', 'ticket']));
    expect(labels(await editor.offers(RUN, run('as-built: open ', 'as-built: { done: 2026-11-03, by: tlee, l¦ }')))).toContain('link');
  });

  test('each state with what it means', async () => {
    const offers = await editor.offers(RUN, run('state: active', 'state: ¦'));
    expect(labels(offers)).toEqual(['planned', 'active', 'paused', 'closing', 'closed', 'finished', 'cancelled']);
    expect(offer(offers, 'closing').says).toBe('The last days: what is still open is listed.');
    for (const { label, says } of offers) expect(says, label).toMatch(/^[A-Z].+\.$/);
  });

  test('kinds with their questions, engagements, the keys of the project and of the file', async () => {
    const kinds = await editor.offers(RUN, run('    server: false\n', '    ¦\n'));
    expect(offer(kinds, 'server').says).toBe('Did we install or replace a server? true or false.');
    expect(labels(await editor.offers(RUN, run('    server: false\n', '    server: ¦\n'))).toSorted()).toEqual(['false', 'true']);
    const visit = await editor.offers(RUN, run('\nstate: active', '  - ¦\n\nstate: active'));
    expect(labels(visit)).toEqual(expect.arrayContaining(['date', 'time', 'site', 'what', 'impact']));
    expect(offer(visit, 'Engagement').writes).toBe('date: <>\n  what: <>\n  impact: <>');
    expect(offer(await editor.offers(RUN, run('  escalate: skim\n', '  ¦\n')), 'escalate').says).toContain('Whom support calls when neither helps');
    const top = await editor.offers(RUN, run('state: active\n', '¦\n'));
    expect(labels(top)).toEqual(expect.arrayContaining(['state', 'settled', 'reason']));
    expect(labels(top)).not.toContain('answers');
  });
});

describe.concurrent('what is shown over a word of a run', () => {
  const over = (before: string, after: string) => editor.hover(RUN, run(before, after));

  test('an item: what has to be so, why, who answers, with what, and the playbook', async () => {
    const words = await over('  docs-found:', '  docs-¦found:');
    for (const each of ['Support found the documentation unaided', 'does not exist at two in the morning', 'by support', 'a note', 'never na']) {
      expect(words).toContain(each);
    }
    const newer = text.replaceAll('project-closeout@1.1.0', 'project-closeout@1.1.1');
    expect(await editor.hover(RUN, run('  docs-found:', '  docs-¦found:', newer))).toContain('How: playbooks/receiving-a-project');
    expect(await over('  network-diagram:', '  network-¦diagram:')).toContain('Applies where new-network or new-customer is true.');
  });

  test.each([
    ['state: active', 'sta¦te: active', 'closed`: Support has taken over and watches.'],
    ['  kinds:', '  ki¦nds:', 'It decides which items apply.'],
    ['new-site: true', 'new-¦site: true', 'Did the customer move into a new place?'],
    ['answers:', 'ans¦wers:', 'open, done, na or waived'],
    ['as-built: open', 'as-built: { wai¦ved: x, by: tlee, until: 2026-12-01 }', 'Not done before closing, and why.'],
    ['as-built: open', 'as-built: { waived: x, by: tlee, un¦til: 2026-12-01 }', 'The last day by which it is done'],
    ['certificates-ticketed: open', 'certificates-ticketed: { n¦a: x, by: tlee }', 'Not applicable, and why'],
    ['  closes:', '  clo¦ses:', 'The planned closing day.'],
  ])('%s, as in %s', async (before, after, words) => {
    expect(await over(before, after)).toContain(words);
  });
});

describe.concurrent('what is underlined', () => {
  const closing = run('state: active', 'state: closing');

  test.each([
    ['an unknown item', 'as-built: open', 'as-bilt: open', 'as-bilt', 'Property as-bilt is not allowed.'],
    [
      'evidence that is missing',
      'as-built: open',
      'as-built: { done: 2026-11-03, by: tlee }',
      'as-built',
      'Add a link, for example link: https://docs.example/acme',
    ],
    ['na where the item always applies', 'as-built: open', 'as-built: { na: x, by: tlee }', 'na', 'This item always applies. Do it, or have it waived.'],
    [
      'a waiver of half the words',
      'as-built: open',
      'as-built: { waived: x, by: tlee }',
      'as-built',
      'A waiver says who approved it, until when, and under which ticket.',
    ],
    ['no answer', 'as-built: open', 'as-built: opn', 'opn', 'An answer is open, or has one of the keys done, waived.'],
    ['a day of another form', 'closes: 2026-11-20', 'closes: 20.11.2026', '20.11.2026', 'Write a day of the calendar, such as 2026-11-06.'],
    ['a wrong type', 'new-site: true', 'new-site: maybe', 'maybe', 'Incorrect type. Expected "boolean".'],
    [
      'an item that does not apply',
      'as-built: open',
      'server-roles: open\n  as-built: open',
      'server-roles',
      'This does not apply to the project: see server in its kinds.',
    ],
    [
      'another version than the first line',
      'checklist: project-closeout@1.1.0',
      'checklist: project-closeout@1.1.1',
      'project-closeout@1.1.1',
      'closeout upgrade does it.',
    ],
  ])('%s', async (_what, before, after, word, message) => {
    expect(await editor.underlined(RUN, run(before, after, closing))).toEqual([{ text: word, message: expect.stringContaining(message) }]);
  });

  test('a state that there is not', async () => {
    expect((await editor.underlined(RUN, run('state: active', 'state: activ'))).map((each) => each.text)).toEqual(['activ']);
  });

  test('not what the linter lets pass too while the project is on', async () => {
    expect(await editor.underlined(RUN, run('as-built: open', 'as-built: { done: 2026-11-03, by: tlee }'))).toEqual([]);
  });

  test('each mistake of the example that is full of them', async () => {
    const words = (await editor.underlined('examples/northwind/warehouse-printers/run.yaml')).map((each) => each.text);
    expect(words.sort()).toEqual(['04.11.2026', 'as-built', 'deferred-tickted', 'kinds', 'na']);
  });

  test('nothing in any file that the repository ships', async () => {
    const tree = diskTree(repository);
    const files = ['closeout.config.yaml', ...['checklists', 'records', 'site/content'].flatMap((folder) => tree.list(folder))].filter(
      (file) => file.endsWith('.yaml') && readFileSync(join(repository, file), 'utf8').startsWith('# yaml-language-server: $schema='),
    );
    expect(files.length).toBeGreaterThan(50);
    const all = await Promise.all(files.map(async (file) => [file, await editor.underlined(file)]));
    expect(Object.fromEntries(all)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
  });
});

test('nothing is underlined in an organisation of one’s own, with the schema that its release wrote', async () => {
  const house = organisation();
  for (const file of diskTree(repository).list('schemas')) {
    if (!file.includes('/runs/')) cpSync(join(repository, file), join(house.root, file));
  }
  for (const version of ['1.0.0', '1.1.0']) {
    const release = releaseOf(readYaml(house.read(`checklists/releases/project-closeout@${version}.yaml`)).data as Release['data']);
    house.write(`schemas/runs/project-closeout@${version}.schema.json`, JSON.stringify(editorSchema(release)));
  }
  for (const file of ['northwind/office-move', 'contoso/mail-move'].map((project) => `records/projects/${project}/run.yaml`)) {
    const [, version = ''] = /^checklist: (\S+)$/m.exec(house.read(file)) ?? [];
    const whole = `# yaml-language-server: $schema=../../../../schemas/runs/${version}.schema.json\n${house.read(file)}`;
    expect(await editor.underlined(join(house.root, file), whole), file).toEqual([]);
    // the schema was found, or nothing would be underlined at all
    expect(await editor.underlined(join(house.root, file), whole.replace('state: ', 'stat: ')), file).not.toEqual([]);
  }
});

describe.concurrent('the other files', () => {
  const on = (file: string) => readFileSync(join(repository, file), 'utf8');
  const modeline = (file: string) => `${on(file).split('\n')[0]}\n`;

  test.each([
    ['records/people.yaml', '- ¦\n', 'phone', 'The work phone, in quotes.'],
    ['records/customers.yaml', '- ¦\n', 'aliases', 'Other names that callers use, such as NWT.'],
    ['closeout.config.yaml', '¦\n', 'audience', 'public leaves every record out of the site.'],
    ['checklists/onsite-visit.yaml', '¦\n', 'watch', 'Days after closing in which support still watches.'],
    ['records/walkthroughs/2026-10-20-approve-and-post.yaml', '¦\n', 'walker', 'Who walked it: an id of records/people.yaml.'],
    ['site/content/updates/outage-update.yaml', '¦\n', 'use', 'When to send it.'],
    ['site/content/phrases/drama.yaml', '¦\n', 'lists', 'Words that patterns of this file use as <name>.'],
    ['records/projects/northwind/file-server/signoff.closing.lead.yaml', '¦\n', 'meaning', 'What the signature says, in words.'],
  ])('%s: its keys are offered with what they mean', async (file, begun, label, says) => {
    const offers = await editor.offers(file, modeline(file) + begun);
    expect(offer(offers, label).says).toContain(says);
    for (const { label: key, says: words } of offers) expect(words, key).not.toBe('');
  });

  test('an item of a checklist: who, when, and what each level does', async () => {
    const file = 'checklists/onsite-visit.yaml';
    const offers = await editor.offers(file, `${on(file)}\n      - level: ¦\n`);
    expect(offer(offers, 'must').says).toBe('Blocks closing until it is answered.');
    expect(await editor.hover(file, on(file).replace('evidence:', 'evid¦ence:'))).toContain('`vault`: Where the entry stands in the vault.');
  });
});

describe.concurrent('the page on editors shows what the server answers', () => {
  const page = readFileSync(join(repository, 'site/content/docs/docs/editors.md'), 'utf8');
  const samples = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, sample = '']) => sample.trimEnd());

  test('the forms of an answer', async () => {
    const offers = await editor.offers(RUN, run('certificates-ticketed: open ', 'certificates-ticketed: o¦pen '));
    const shown = offers.map(({ label, says }) => `${label.padEnd(9)}${says}`);
    expect(samples[0]?.split('\n')).toEqual(shown.sort());
    const [, taken = ''] = /certificates-ticketed:\n([\s\S]*?)```/.exec(page) ?? [];
    expect(taken.trimEnd()).toBe(offer(offers, 'done').writes.replace(/<|>/g, '').replaceAll('\n', '\n  ').replace('\n', ''));
  });

  test('an item under the pointer', async () => {
    const words = await editor.hover(RUN, run('  docs-found:', '  docs-¦found:'));
    expect(words.replace(/\s+/g, ' ')).toContain(samples[1]?.replace(/\s+/g, ' '));
  });

  test('what is underlined', async () => {
    const rows = samples[2]?.split('\n') ?? [];
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const [line = '', message = ''] = row.split(/ {2,}/);
      const before = line.startsWith('closes') ? 'closes: 2026-11-20' : 'as-built: open';
      const found = await editor.underlined(RUN, run(before, line, run('state: active', 'state: closing')));
      expect(found, line).toEqual([{ text: expect.any(String), message: expect.stringContaining(message) }]);
    }
  });
});
