import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editorSchema } from '../linter/core/editor-schema.ts';
import type { Finding } from '../linter/core/rule.ts';
import { knownAnswers } from '../linter/core/run.ts';
import { isDay, type Release, type RunDocument, releaseOf, rules } from '../linter/engine.ts';
import { checkShape } from '../linter/parse/shape.ts';
import { readYaml } from '../linter/parse/yaml.ts';
import { diskTree } from '../linter/workspace/disk.ts';
import { repository } from './organisation.ts';

const tree = diskTree(repository);
const schemaFiles = tree.list('schemas').filter((file) => file.endsWith('.schema.json'));

/** A validator as an editor has it: the schema that a modeline names, with what it refers to. */
function editor(file: string): (data: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, formats: { date: isDay } });
  for (const each of schemaFiles) {
    const schema = JSON.parse(readFileSync(join(repository, each), 'utf8')) as object;
    ajv.addSchema({ ...schema, $id: `file:///${each}` });
  }
  const validate = ajv.getSchema(`file:///${file}`);
  if (!validate) throw new Error(`there is no ${file}`);
  return (data) => validate(data) as boolean;
}

describe('modelines', () => {
  const files = ['closeout.config.yaml', ...tree.list('checklists'), ...tree.list('records'), ...tree.list('examples')].filter((file) =>
    file.endsWith('.yaml'),
  );

  test.each(files)('%s names a schema that is there, first of all', (file) => {
    const [first = ''] = readFileSync(join(repository, file), 'utf8').split('\n');
    const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? 'none';
    expect(existsSync(join(repository, dirname(file), path)), `${file}: ${first}`).toBe(true);
  });

  test.each(files.filter((file) => !file.startsWith('examples/')))('%s fits it in an editor', (file) => {
    const text = readFileSync(join(repository, file), 'utf8');
    const path = /\$schema=(\S+)/.exec(text)?.[1] ?? '';
    expect(editor(join(dirname(file), path))(readYaml(text).data)).toBe(true);
  });
});

test('the editors’ schema and the linter agree on answers', () => {
  const inEditor = editor('schemas/runs/project-closeout@1.1.0.schema.json');
  const release = releaseOf(readYaml(readFileSync(join(repository, 'checklists/releases/project-closeout@1.1.0.yaml'), 'utf8')).data as never);
  const run = readYaml(readFileSync(join(repository, 'records/projects/northwind/file-server/run.yaml'), 'utf8')).data as { project: object };
  const word = fc.constantFrom('tlee', '2026-11-06', '2026-02-30', 'evidence/a.txt', '../secret', 'https://a.example', '', 'T1', 3, -1, true, null, 'open');
  const some = (must: object, may: object) => fc.subarray(Object.entries(may)).map((entries) => ({ ...must, ...Object.fromEntries(entries) }));
  const answer = fc.oneof(
    word,
    fc.dictionary(fc.constantFrom('done', 'na', 'waived', 'by', 'link', 'date', 'count', 'file', 'until', 'approved', 'ticket', 'odd'), word, { maxKeys: 5 }),
    some({ done: '2026-11-06', by: 'tlee' }, { link: 'https://a.example', note: 'Seen', count: 3 }),
    some({ na: 'No server', by: 'tlee' }, { note: 'odd' }),
    some({ waived: 'Later', by: 'tlee' }, { approved: 'skim', until: '2026-12-01', ticket: 'T1' }),
  );
  // one that always applies and is never na, three that hang on kinds, one that is no item
  const id = fc.constantFrom('as-built', 'server-roles', 'network-diagram', 'old-monitors-off', 'as-bilt');
  const every = Object.fromEntries([...release.kinds.keys()].map((kind) => [kind, fc.boolean()]));
  const kinds = fc.oneof(fc.record(every), fc.record(every, { requiredKeys: [] }), fc.record({ ...every, odd: fc.boolean() }));
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(id, answer, fc.constantFrom('active', 'closing', 'closed'), kinds, (item, value, state, given) => {
      const data = { ...run, state, project: { ...run.project, kinds: given }, answers: { [item]: value }, settled: {} };
      const isTaken = inEditor(data);
      expect(isTaken).toBe(checkShape('run', data, () => '').faults.length === 0 && findingsOf(data, release).length === 0);
      seen[isTaken ? 'taken' : 'refused'] += 1;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
});

/** What the rules that an editor can judge too say of a run. */
function findingsOf(run: object & { answers: object; state: string }, checklist: Release): readonly Finding[] {
  const isClosing = run.state !== 'active';
  const ids = ['known-item', 'item-applies', 'kinds-answered', ...(isClosing ? ['evidence-given', 'na-allowed', 'waiver-complete'] : [])];
  const answers = knownAnswers(run.answers as never, checklist);
  const base = { settled: new Map(), people: new Map(), broken: new Set(), releases: new Map(), today: '2026-11-06' };
  const document = { ...base, run, checklist, answers } as unknown as RunDocument;
  const found = ids.flatMap((id) => [...(rules.find((rule) => rule.id === id) as { check(run: RunDocument): Iterable<Finding> }).check(document)]);
  // whether words say anything, who approves and for how long goes beyond a schema
  return found.filter(({ messageId }) => !['empty', 'self', 'crew', 'again', 'order', 'far'].includes(messageId));
}

test('an item links to its playbook on the built site, where there is one', () => {
  const release = releaseOf(readYaml(readFileSync(join(repository, 'checklists/releases/project-closeout@1.1.1.yaml'), 'utf8')).data as Release['data']);
  expect(JSON.stringify(editorSchema(release, 'https://closeout.example'))).toContain('How: https://closeout.example/playbooks/receiving-a-project/');
});
