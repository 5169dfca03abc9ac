import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Organisation, organisation, repository } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const CHOICE = 'quit? [d/n/w/s/u/q]';
const CTRL_C = '\x03';
const CTRL_D = '\x04';

/** The built program in a pseudo-terminal, as a person sits before it. */
interface Screen {
  /** Waits until this is shown below what was waited for before, then types. */
  answer(shown: string, keys: string): Promise<void>;
  /** Waits for the end: all that was shown, and the exit code. */
  end(): Promise<{ readonly code: number | null; readonly text: string }>;
}

function sitDown({ root }: Pick<Organisation, 'root'>, ...args: string[]): Screen {
  const command = [process.execPath, join(repository, 'linter/bin.cjs'), ...args].map((each) => `'${each}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: root, env: { ...process.env, NO_COLOR: '1', TERM: 'xterm' } });
  onTestFinished(() => void child.kill());
  let [text, seen] = ['', 0];
  let look: () => void = () => {};
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    look();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const plain = (): string => stripVTControlCharacters(text).replaceAll('\r', '');
  const shows = async (words: string): Promise<void> => {
    const found = Promise.withResolvers<void>();
    look = () => {
      const at = plain().indexOf(words, seen);
      if (at === -1) return;
      seen = at + words.length;
      found.resolve();
    };
    look();
    const timer = setTimeout(() => found.reject(new Error(`"${words}" was not shown in 20 s, but:\n${plain()}`)), 20_000);
    await found.promise.finally(() => clearTimeout(timer));
  };
  return {
    answer: async (shown, keys) => {
      await shows(shown);
      child.stdin.write(keys);
    },
    end: async () => ({ code: await ended, text: plain() }),
  };
}

function comments(text: string): readonly string[] {
  return text.match(/#.*$/gm) ?? [];
}

describe.skipIf(process.platform !== 'linux')('fill at a terminal', () => {
  test('is left with Ctrl-C, goes on with the same command, and brings a run to its signatures', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active\n', 'state: active   # since Monday\n');
    const before = house.read(RUN);
    const first = sitDown(house, 'fill', 'northwind/office-move', '--by', 'tlee');
    await first.answer('1 of 7, Documentation\nThe network diagram shows what was built\n', '');
    await first.answer(CHOICE, 'd\r');
    await first.answer('Done on (2026-11-06): ', '2026-11-02\r');
    await first.answer('Link (https://...): ', 'https://docs.example/northwind/network\r');
    await first.answer('2 of 7', '');
    await first.answer(CHOICE, 's\r');
    await first.answer("The circuit's account number is on record (does not block)", '');
    await first.answer(CHOICE, 'd\r');
    await first.answer('Done on', '\r');
    await first.answer('Note: ', `Account 44${CTRL_C}`);
    const left = await first.end();
    expect(left.code).toBe(0);
    expect(left.text).not.toContain('Warning');
    expect(left.text).toContain(`1 answer saved in ${RUN}.\nnorthwind/office-move: 5 items left before it may close.\n`);
    expect(house.read(RUN)).toBe(
      before.replace('diagram-current: open', 'diagram-current: { done: 2026-11-02, by: tlee, link: https://docs.example/northwind/network }'),
    );

    // the same command again, all typed ahead
    const again = sitDown(house, 'fill', 'northwind/office-move', '--by', 'tlee');
    const keys = ['s', 'd', '', 'Account 4471 with the provider', 'd', '', 'Northwind/Network', 'd', '', '24', 'd', '2026-11-05', 'T20261105.0002'];
    const waived = ['w', 'The vendor delivers them in December', 'skim', '2026-12-15', 'T20261106.0007'];
    await again.answer(CHOICE, `${[...keys, ...waived].join('\r')}\r`);
    expect((await again.end()).text).toContain('1 of 6, Documentation\nA photo of the rack is on file');
    // from the run's own folder
    const support = sitDown({ root: join(house.root, RUN, '..') }, 'fill', 'run.yaml', '--by', 'jkim');
    await support.answer('1 of 1, Documentation\nSupport found the documentation unaided', '');
    await support.answer(CHOICE, 'd\r\r');
    expect(await support.end()).toMatchObject({ code: 0, text: expect.stringContaining('northwind/office-move: 2 sign-offs left before it may close.') });

    const { out } = await house.closeout('lint', '--as', 'closed', '--format', 'json', RUN);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { ruleId: string }[] };
    expect(diagnostics.map((each) => each.ruleId)).toEqual(['signoff-present', 'signoff-present']);
    expect(comments(house.read(RUN))).toEqual(comments(before));
    for (const [role, by] of [
      ['lead', 'tlee'],
      ['support', 'jkim'],
    ] as const)
      expect((await house.closeout('sign', RUN, '--role', role, '--by', by, '--yes')).code).toBe(0);
    expect((await house.closeout('lint', '--as', 'closed', RUN)).code).toBe(0);
  });

  test('what is wrong is told and asked again, u takes the last answer back, q leaves', async () => {
    const house = organisation();
    const before = house.read(RUN);
    const screen = sitDown(house, 'fill', 'northwind/office-move', '--by', 'tlee');
    await screen.answer(CHOICE, 'u\r');
    await screen.answer('There is nothing to undo.', '');
    await screen.answer(CHOICE, 'x\r');
    await screen.answer('Type d, n, w, s, u or q.', '');
    await screen.answer(CHOICE, 'd\r2026-13-01\r');
    await screen.answer('A day is written like 2026-11-06, not "2026-13-01".', '');
    await screen.answer(CHOICE, 'd\r2026-11-07\rhttps://docs.example/n\r');
    await screen.answer('is marked done on 2026-11-07, but today is 2026-11-06', '');
    await screen.answer('not written; what stands above comes first', '');
    await screen.answer(CHOICE, 'd\r\rdocs.example\r');
    await screen.answer('It should be a web address that starts with https://', '');
    await screen.answer(CHOICE, 'n\r\r');
    await screen.answer('Nothing was typed, so nothing was written.', '');
    expect(house.read(RUN)).toBe(before);
    await screen.answer('1 of 7', '');
    await screen.answer(CHOICE, 'n\rThe landlord keeps the diagram\r');
    await screen.answer('2 of 7', '');
    expect(house.read(RUN)).toContain('diagram-current: { na: The landlord keeps the diagram, by: tlee }');
    // somebody has an editor open beside it
    house.edit(RUN, 'name: Office move', 'name: Office move to Dock Street');
    await screen.answer(CHOICE, 's\ru\r');
    await screen.answer('Taken back.', '');
    await screen.answer('1 of 7, Documentation\nThe network diagram shows what was built', '');
    await screen.answer(CHOICE, 'q\r');
    const { code, text } = await screen.end();
    expect([code, text.endsWith(`0 answers saved in ${RUN}.\n`)]).toEqual([0, true]);
    expect(house.read(RUN)).toBe(before.replace('name: Office move', 'name: Office move to Dock Street'));
  });

  test.each([
    ['Ctrl-C drops what was typed ahead', `s\rn\rNo rack here\r${CTRL_C}`, '0 answers saved'],
    ['the end of the input comes after what was typed ahead', `s\rn\rNo rack here\r${CTRL_D}`, '1 answer saved'],
    ['the end of the input amid an answer saves nothing of it', `n\r${CTRL_D}`, '0 answers saved'],
  ])('%s', async (_what, keys, saved) => {
    const house = organisation();
    const screen = sitDown(house, 'fill', 'northwind/office-move', '--by', 'tlee');
    await screen.answer(CHOICE, keys);
    const { code, text } = await screen.end();
    expect(code).toBe(0);
    expect(text).toContain(`${saved} in ${RUN}.`);
    expect(house.read(RUN).includes('rack-photo: { na: No rack here, by: tlee }')).toBe(saved.startsWith('1'));
  });
});

describe('fill', () => {
  test('needs a terminal, and somebody who is known', async () => {
    const house = organisation();
    expect(await house.closeout('fill', RUN, '--by', 'tlee')).toMatchObject({ code: 3, err: expect.stringContaining('In a script use closeout answer.') });
    expect((await house.answering([], 'fill', RUN, '--by', 'tle')).err).toContain('Did you mean tlee?');
    expect((await house.answering([], 'fill', RUN)).err).toContain('closeout fill customer/project --by your-id');
    expect((await house.answering([], 'fill', RUN, '--by', 'skim')).out).toBe(`Nothing is open in ${RUN} that skim answers.\n`);
  });

  test('--must asks only what blocks; of a closed run what is left of its watch', async () => {
    const house = organisation();
    const { out } = await house.answering(
      Array.from({ length: 9 }, () => 's'),
      'fill',
      RUN,
      '--by',
      'tlee',
      '--must',
    );
    expect(out.match(/^\d of \d/gm)).toHaveLength(5);
    expect(out).not.toContain('does not block');
    const watch = await house.answering(['d', '', 'Disks at 90 %'], 'fill', 'contoso/mail-move', '--by', 'jkim');
    expect(watch.questions).toEqual([expect.stringContaining(CHOICE), 'Done on (2026-11-06): ', 'Note: ']);
    expect(watch.out).toContain('contoso/mail-move: 1 item left before it may finish.');
    house.edit(RUN, 'state: active', 'state: cancelled');
    expect((await house.answering([], 'fill', RUN, '--by', 'tlee')).err).toContain('northwind/office-move is cancelled; nothing of it is filled in any more.');
  });
});
