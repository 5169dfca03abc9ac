import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredItems } from '../linter/core/seal.ts';
import { standingOfSignoff } from '../linter/core/standing.ts';
import type { Answer, Run } from '../linter/core/types.generated.ts';
import type { RunDocument } from '../linter/engine.ts';
import { base, documentOf, errorsOf, type Made, RACK, RELEASES, sign, signedRun, staleness, textOf, withFile, withRun } from './signed-run.ts';

const RUNS = { numRuns: 50 };

/** One edit, and what signoff-fresh must name. */
type Edit = readonly [what: string, after: Made, names: string];

const swapped: Readonly<Record<string, string>> = { tlee: 'mpatel', jkim: 'rdiaz', rdiaz: 'jkim', skim: 'rdiaz' };

/** Another value of the same kind: each is one edit of one line. */
function other(key: string, value: string | number): string | number {
  if (typeof value === 'number') return value + 1;
  if (key === 'file') return 'evidence/copy.txt';
  if (key === 'by' || key === 'approved') return swapped[value] ?? 'gone';
  if (['done', 'date', 'until'].includes(key)) return value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  return `${value}2`;
}

/** Every answer that stands under a seal, with each of its values changed, and it as a whole. */
function* answerEdits(made: Made, part: 'answers' | 'settled', ids: readonly string[]): Iterable<Edit> {
  const { run } = made;
  for (const id of ids) {
    const answer = run[part]?.[id];
    const set = (after: Answer | undefined): Made => {
      const { [id]: _before, ...rest } = run[part] ?? {};
      return withRun(made, { ...run, [part]: after === undefined ? rest : { ...rest, [id]: after } });
    };
    const names = `${part === 'settled' ? 'the settling of ' : ''}"${id}"`;
    if (answer === undefined || answer === 'open') {
      yield [`${id} is answered`, set({ na: 'The customer has none', by: 'tlee' }), names];
      continue;
    }
    // a part of what was settled that is gone again is named by its id alone
    yield [`${id} is deleted`, set(undefined), `"${id}"`];
    yield [`${id} is opened`, set('open'), names];
    if ('done' in answer && answer.note === undefined) yield [`${id} gets a note`, set({ ...answer, note: 'Seen' }), names];
    for (const [key, value] of Object.entries(answer)) yield [`${key} of ${id}`, set({ ...answer, [key]: other(key, value) }), names];
  }
}

function* edits(made: Made): Iterable<Edit> {
  const { run, files } = made;
  const { project } = run;
  const document = documentOf(made);
  const closing = coveredItems(document, 'closing', 'support');
  yield* answerEdits(made, 'answers', closing);
  if (run.state === 'finished') {
    yield* answerEdits(made, 'answers', coveredItems(document, 'watch', 'support'));
    yield* answerEdits(made, 'settled', Object.keys(run.settled ?? {}));
  }
  for (const id of closing) {
    const answer = run.answers[id];
    if (typeof answer !== 'object' || !('done' in answer) || !answer.file) continue;
    yield ['evidence is exchanged', withFile(made, RACK, `${files[RACK]} `), `"${id}" or its file`];
    const { [RACK]: _gone, ...rest } = files;
    yield ['evidence is deleted', { run, files: rest }, `"${id}" or its file`];
  }
  const set = (change: Partial<Run['project']>): Made => withRun(made, { ...run, project: { ...project, ...change } });
  for (const [kind, value] of Object.entries(project.kinds)) yield [`kind ${kind}`, set({ kinds: { ...project.kinds, [kind]: !value } }), 'the kinds'];
  yield ['a kind is left out', set({ kinds: {} }), 'the kinds'];
  yield ['lead', set({ lead: 'mpatel' }), 'the lead or the team'];
  yield ['one more in the team', set({ team: [...(project.team ?? []), 'obrien'] }), 'the lead or the team'];
  for (const gone of project.team ?? []) yield [`${gone} leaves`, set({ team: project.team?.filter((each) => each !== gone) ?? [] }), 'the lead or the team'];
  yield ['customer', set({ customer: 'northwind' }), 'the customer or the folder'];
  const [id = '', version = ''] = run.checklist.split('@');
  yield ['another release', withRun(made, { ...run, checklist: `${id}@${version === '1.0.0' ? '1.1.0' : '1.0.0'}` }), 'the checklist'];
  const release = `${RELEASES}${version}.yaml`;
  yield ['the release is edited', withFile(made, release, (base.tree.read(release)?.text ?? '').replace('unaided', 'with help')), 'the checklist'];
  yield* signoffEdits(made, document);
}

/** A sign-off's own lines are named by its file; one that is given anew, by the one that was given on it. */
function* signoffEdits(made: Made, document: RunDocument): Iterable<Edit> {
  for (const { file, data, phase, role } of document.signoffs) {
    const own = `${file.split('/').at(-1)} This sign-off was edited after it was signed`;
    const edit = (key: string, value: string): Edit => [`${key} of ${role}`, withFile(made, file, textOf({ ...data, [key]: value })), own];
    yield edit('by', swapped[data.by ?? ''] ?? '');
    yield edit('date', '2026-11-30');
    yield edit('meaning', `${data.meaning} And more.`);
    yield edit('checklist', data.checklist === 'project-closeout@1.0.0' ? 'project-closeout@1.1.0' : 'project-closeout@1.0.0');
    yield edit('seal', `sha256:${'0'.repeat(64)}`);
    const last = phase === 'watch' || (role === 'support' && made.run.state === 'closed');
    if (!last) yield [`${role} signs anew`, sign(made, phase, role, swapped[data.by ?? ''] ?? ''), 'an earlier sign-off'];
  }
}

/** Edits that no seal covers. */
function* harmless(made: Made): Iterable<readonly [what: string, after: Made]> {
  const { run, files } = made;
  const { project } = run;
  const reversed = { sortMapEntries: (a: { key: unknown }, b: { key: unknown }) => (String(a.key) < String(b.key) ? 1 : -1) };
  const styles = {
    reversed,
    'in one line': { collectionStyle: 'flow' },
    'single quotes': { defaultStringType: 'QUOTE_SINGLE' },
    'double quotes': { defaultStringType: 'QUOTE_DOUBLE' },
  };
  for (const [name, style] of Object.entries(styles)) yield [name, withRun(made, run, style)];
  const all = (change: (text: string) => string): Made => ({
    run,
    files: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, file === RACK ? text : change(text)])),
  });
  yield ['comments', all((text) => `# seen\n\n${text.replaceAll(/^(?=\w)/gm, '# here\n')}# end\n`)];
  yield ['line breaks of Windows', all((text) => text.replaceAll('\n', '\r\n'))];
  yield ['a byte order mark', all((text) => `\ufeff${text}`)];
  for (const { file, data } of documentOf(made).signoffs) {
    yield ['a sign-off laid out anew', withFile(made, file, textOf(data, reversed))];
    const { covers: _covers, ...bare } = data;
    yield ['a sign-off without covers', withFile(made, file, textOf(bare))];
  }
  const changed: Partial<Run['project']>[] = [
    { impact: 'Nothing to see.' },
    { unrelated: 'Mail is not touched.' },
    { 'known-issues': [{ what: 'Room 2 has no port', ticket: 'T20261101.0003' }] },
    { touches: ['phones', 'mail server'] },
    { name: 'Newer branch' },
    { escalate: 'rdiaz' },
    { closes: '2026-10-20' },
  ];
  for (const change of changed) yield [Object.keys(change)[0] ?? '', withRun(made, { ...run, project: { ...project, ...change } })];
  yield ['engagements', withRun(made, { ...run, engagements: [{ date: '2026-12-03', what: 'Visit', impact: 'None' }] })];
  yield ['state', withRun(made, { ...run, state: run.state === 'closed' ? 'closing' : 'closed' })];
  if (run.state !== 'closed') return;
  const [watched] = coveredItems(documentOf(made), 'watch', 'support');
  yield ['what is watched', withRun(made, { ...run, answers: { ...run.answers, [watched ?? '']: { done: '2026-11-20', by: 'jkim', note: 'Tuned' } } })];
  const [waived] = Object.entries(run.answers).find(([, answer]) => typeof answer === 'object' && 'waived' in answer) ?? [];
  if (waived)
    yield [
      'what is settled',
      withRun(made, { ...run, settled: { [waived]: { waived: 'The vendor is late', by: 'jkim', approved: 'rdiaz', until: '2026-12-20', ticket: 'T1' } } }),
    ];
}

test('a signed run is clean, and every one-edit change of what is sealed is found and named', () => {
  const seen = new Set<string>();
  const property = fc.property(signedRun, (made) => {
    expect([errorsOf(made), staleness(made)]).toEqual([[], '']);
    for (const [what, after, names] of edits(made)) {
      expect(errorsOf(after).length, what).toBeGreaterThan(0);
      expect(staleness(after), what).toContain(names);
      seen.add(names.replace(/".*"/, 'X'));
    }
  });
  fc.assert(property, RUNS);
  // the runs were varied enough to try it all
  expect([...seen]).toEqual(expect.arrayContaining(['X', 'X or its file', 'the settling of X', 'the kinds', 'the lead or the team', 'an earlier sign-off']));
});

test('a file of blanks that was signed once is told as empty, never as changed since', () => {
  const photographed = fc
    .sample(signedRun, { numRuns: 100, seed: 1 })
    .find((made) => made.run.state === 'closed' && staleness(withFile(made, RACK, 'other')) !== '');
  if (!photographed) throw new Error('no run of these names the file');
  const blank = sign(sign(withFile(photographed, RACK, ' \n'), 'closing', 'lead', 'tlee'), 'closing', 'support', 'jkim');
  expect(staleness(blank)).toBe('');
  expect(errorsOf(blank).map((each) => each.ruleId)).toEqual(['evidence-exists']);
});

test('nothing else ever makes a sign-off stale', () => {
  const property = fc.property(signedRun, (made) => {
    for (const [what, after] of harmless(made)) {
      const document = documentOf(after);
      expect([errorsOf(after), staleness(after)], what).toEqual([[], '']);
      expect(new Set(document.signoffs.map((each) => standingOfSignoff(document, each))), what).toEqual(new Set(['sealed']));
    }
  });
  fc.assert(property, RUNS);
});
