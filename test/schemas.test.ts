import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../linter/engine.ts';
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
  const run = readYaml(readFileSync(join(repository, 'records/projects/northwind/file-server/run.yaml'), 'utf8')).data as object;
  const word = fc.constantFrom('tlee', '2026-11-06', '2026-02-30', 'evidence/a.txt', '../secret', 'https://a.example', '', 'T1', 3, -1, true, null, 'open');
  const answer = fc.oneof(
    word,
    fc.dictionary(fc.constantFrom('done', 'na', 'waived', 'by', 'link', 'date', 'count', 'file', 'until', 'approved', 'ticket', 'odd'), word, { maxKeys: 5 }),
  );
  fc.assert(
    fc.property(answer, (value) => {
      const data = { ...run, answers: { 'as-built': value } };
      expect(inEditor(data)).toBe(checkShape('run', data, () => '').faults.length === 0);
    }),
    { numRuns: 1000 },
  );
});
