import type { Release } from './checklist.ts';

/** A JSON Schema for the runs of one release, from which editors complete ids, titles and evidence. The linter does not read it. */
export function editorSchema(release: Release): object {
  const items = [...release.items.values()].filter((item) => !item.retired);
  const answers = Object.fromEntries(
    items.map((item) => [
      item.id,
      {
        $ref: '../run.schema.json#/$defs/answer',
        title: item.title,
        description: `${item.level}, by ${item.by}, evidence: ${item.evidence}. ${item.why ?? ''}`.trim(),
      },
    ]),
  );
  const kinds = Object.fromEntries([...release.kinds].map(([id, ask]) => [id, { type: 'boolean', description: ask }]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${release.id}@${release.version}.schema.json`,
    title: `Run of ${release.id}@${release.version}`,
    description: 'Written by closeout release, for completion in editors. The linter judges by run.schema.json and the release.',
    allOf: [{ $ref: '../run.schema.json' }],
    properties: {
      checklist: { type: 'string' },
      project: { type: 'object', properties: { kinds: { type: 'object', properties: kinds, required: Object.keys(kinds), additionalProperties: false } } },
      answers: { type: 'object', properties: answers, additionalProperties: false },
      settled: { type: 'object', properties: answers, additionalProperties: false },
    },
  };
}
