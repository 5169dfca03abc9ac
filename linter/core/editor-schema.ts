import type { ItemFacts, Release } from './checklist.ts';
import { answerForms, closingNeeds, itemSchema, when } from './editor-answers.ts';
import type { Item, Run } from './types.generated.ts';

type Schema = Readonly<Record<string, unknown>>;

const RUN = '../run.schema.json';

/**
 * A JSON Schema for the runs of one release, from which editors complete, explain and underline. The linter does not read it.
 * `site` is the address of the built site, to which the words of an item then link.
 */
export function editorSchema(release: Release, site?: string): object {
  const items = [...release.items.values()].filter((item) => !item.retired);
  const conditions = [...new Set(items.flatMap((item) => (item.when ? [JSON.stringify(item.when)] : [])))];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${release.id}@${release.version}.schema.json`,
    title: `Run of ${release.id}@${release.version}`,
    description: 'One project, closed by this release of the checklist.',
    $comment: 'Written by closeout release, for editors. The linter judges by run.schema.json and the release.',
    type: 'object',
    additionalProperties: false,
    required: ['checklist', 'project', 'state', 'answers'],
    properties: propertiesOf(release, items),
    allOf: [...conditions.flatMap((condition) => whereApplies(items, condition)), inClosing()],
    $defs: {
      ...Object.fromEntries(items.map((item) => [`item-${item.id}`, itemSchema(item, site)])),
      ...answerForms(items),
      'closing-answers': { properties: Object.fromEntries(items.map((item) => [item.id, closingNeeds(item)])) },
    },
  };
}

/** The text of the schema's file: an item a line, so that what a release changed can be read. */
export function editorSchemaText(release: Release, site?: string): string {
  return `${spread(editorSchema(release, site), 2)}\n`;
}

function spread(value: unknown, levels: number): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[\n${value.map((each) => spread(each, levels - 1)).join(',\n')}\n]`;
  return `{\n${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${spread(each, levels - 1)}`)
    .join(',\n')}\n}`;
}

function propertiesOf(release: Release, items: readonly ItemFacts[]): Record<keyof Run, Schema> {
  const part = (key: keyof Run): Schema => ({ $ref: `${RUN}#/properties/${key}` });
  // an item that applies to some projects only is offered by whereApplies, where it does
  const always = items.map((item) => [item.id, item.when ? { doNotSuggest: true } : refTo(item)]);
  const settled = items.map((item) => [item.id, refTo(item)]);
  return {
    checklist: checklistOf(release),
    project: projectOf(release),
    engagements: part('engagements'),
    state: part('state'),
    answers: {
      title: 'Answers',
      description: 'One line for each item: open, done, na or waived. An item that is missing counts as open.',
      ...group(Object.fromEntries(always)),
      additionalProperties: false,
    },
    settled: {
      title: 'Settled',
      description: 'How waivers were made good after closing: the item once more, done, or waived anew by somebody else.',
      ...group(Object.fromEntries(settled)),
      additionalProperties: false,
    },
    update: part('update'),
    reason: part('reason'),
  };
}

function checklistOf({ id, version }: Release): Schema {
  return {
    title: 'Checklist',
    description: 'The checklist and its version that this project is closed by. The first line of the file names the same one.',
    enum: [`${id}@${version}`],
    errorMessage: `The first line of this file names the words of ${id}@${version}. Name the same version in both; closeout upgrade does it.`,
  };
}

function projectOf(release: Release): Schema {
  const questions = [...release.kinds].map(([kind, ask]) => [kind, { type: 'boolean', title: titleOf(release, kind), description: `${ask} true or false.` }]);
  const kinds = {
    title: 'Kinds of project',
    description: 'Each question about the project, answered true or false. It decides which items apply.',
    ...group(Object.fromEntries(questions)),
    required: [...release.kinds.keys()],
    additionalProperties: false,
    doNotSuggest: true,
  };
  return {
    type: 'object',
    title: 'Project',
    description: 'What support sees of the project: who, when, what it touches.',
    ...refWith(`${RUN}#/$defs/project`, { kinds }),
  };
}

function titleOf({ data }: Release, kind: string): string {
  return data.kinds?.find(({ id }) => id === kind)?.title ?? kind;
}

function refTo(item: Item): Schema {
  return { $ref: `#/$defs/item-${item.id}` };
}

function refWith($ref: string, properties: Schema): Schema {
  return { allOf: [{ $ref }, { properties }] };
}

function group(properties: Schema): Schema {
  return { type: 'object', properties };
}

/** Offers the items of one condition where the kinds fit it, and refuses them where the kinds say that they do not apply. */
function whereApplies(items: readonly ItemFacts[], condition: string): readonly Schema[] {
  const bound = items.filter((item) => JSON.stringify(item.when) === condition);
  const { any = [], all = [], none = [] } = JSON.parse(condition) as NonNullable<Item['when']>;
  const named = [...new Set([...any, ...all, ...none])];
  const answered = { properties: Object.fromEntries(named.map((kind) => [kind, { type: 'boolean' }])), required: named };
  const are = (kinds: readonly string[], answer: boolean): Schema => ({ properties: Object.fromEntries(kinds.map((kind) => [kind, { const: answer }])) });
  // not "anyOf": editors would show it to who points at the kinds
  const fits = { allOf: [...(any.length > 0 ? [{ not: are(any, false) }] : []), are(all, true), are(none, false)] };
  const offered = Object.fromEntries(bound.map((item) => [item.id, refTo(item)]));
  const refused = Object.fromEntries(bound.map((item) => [item.id, false]));
  const errorMessage = `This does not apply to the project: see ${named.join(', ')} in its kinds. Delete the line, or correct the kinds.`;
  return [
    when(ofKinds({ allOf: [answered, fits] }), { properties: { answers: { properties: offered } } }),
    when(ofKinds({ allOf: [answered, { not: fits }] }), { properties: { answers: { properties: refused, errorMessage } } }),
  ];
}

function ofKinds(kinds: Schema): Schema {
  return {
    required: ['project'],
    properties: { project: { type: 'object', required: ['kinds'], properties: { kinds: { type: 'object', ...kinds } } } },
  };
}

/** What the linter asks of answers once a project is about to close. */
function inClosing(): Schema {
  // not "enum": editors would show it beside the states
  const isClosing = { required: ['state'], properties: { state: { pattern: '^(closing|closed)$' } } };
  return when(isClosing, { properties: { answers: { $ref: '#/$defs/closing-answers' }, settled: { $ref: '#/$defs/closing-answers' } } });
}
