import type { ItemFacts } from './checklist.ts';
import type { DoneAnswer, Item } from './types.generated.ts';

type Schema = Readonly<Record<string, unknown>>;
type Evidence = Exclude<Item['evidence'], 'none'>;

const FORMS = '../run.schema.json#/$defs';

/** A place to fill in, as snippets write it. */
function blank(order: number, words: string): string {
  return `\${${order}:${words}}`;
}

/** Each kind of evidence: its words, what a snippet writes for it, and an example. */
const evidences: Readonly<Record<Evidence, { readonly says: string; readonly writes: string; readonly example: string }>> = {
  note: { says: 'a note', writes: `"${blank(3, 'what was found')}"`, example: 'note: Tuned with the NOC' },
  link: { says: 'a link', writes: blank(3, 'https://'), example: 'link: https://docs.example/acme' },
  ticket: { says: 'a ticket', writes: blank(3, 'ticket number'), example: 'ticket: T20261106.0007' },
  date: { says: 'a date', writes: blank(3, 'YYYY-MM-DD'), example: 'date: 2026-11-06' },
  count: { says: 'a count', writes: blank(3, 'how many'), example: 'count: 24' },
  file: { says: 'a file', writes: `evidence/${blank(3, 'file name')}`, example: 'file: evidence/rack.jpg' },
  vault: { says: 'where it stands in the vault', writes: `"${blank(3, 'Customer/Entry')}"`, example: 'vault: Acme/Firewall' },
};

const who = { lead: 'the lead tech', support: 'support', either: 'the lead tech or support' } as const;
const levels = { must: 'Must be answered before closing', should: 'Should be answered', may: 'May be answered' } as const;

/** What an editor shows of an item. */
function itemWords(item: ItemFacts, site: string | undefined): Schema {
  const phase = item.phase === 'closing' ? levels[item.level] : `${levels[item.level].replace(' before closing', '')} in the phase "${item.phase}"`;
  const evidence = item.evidence === 'none' ? 'no evidence asked' : `evidence: ${evidences[item.evidence].says} (${item.evidence})`;
  const na = item.na === 'never' ? ', never na' : '';
  const facts = `${phase}, by ${who[item.by]}; ${evidence}${na}.`;
  const applies = whenWords(item.when);
  const how = item.how === undefined ? '' : `How: ${site === undefined ? item.how : `${site}/${item.how}/`}`;
  return {
    title: item.title,
    // plain text with blank lines reads well in every editor
    description: [item.title, item.why?.trim(), facts, applies, how].filter((part) => part).join('\n\n'),
  };
}

function whenWords(condition: Item['when']): string {
  const { any = [], all = [], none = [] } = condition ?? {};
  const parts = [
    ...(any.length > 0 ? [`${any.join(' or ')} is true`] : []),
    ...(all.length > 0 ? [`${all.join(' and ')} ${all.length === 1 ? 'is' : 'are'} true`] : []),
    ...(none.length > 0 ? [`${none.join(' and ')} ${none.length === 1 ? 'is' : 'are'} false`] : []),
  ];
  return parts.length === 0 ? '' : `Applies where ${parts.join(', and ')}.`;
}

/** The schema of an item's answer. The placeholders of its snippet do not fit, so that nothing is claimed by taking an offer. */
export function itemSchema(item: ItemFacts, site: string | undefined): Schema {
  return { ...itemWords(item, site), defaultSnippets: [snippets(item.evidence).done], allOf: [{ $ref: `#/$defs/${formOf(item)}` }] };
}

/** What an answer needs besides its form from closing on: evidence-given, na-allowed and waiver-complete say the same. */
export function closingNeeds(item: Item): Schema {
  return { $ref: `#/$defs/closing-${formOf(item)}` };
}

/** The forms of answers that the items of a release ask for, by the names that itemSchema and closingNeeds refer to. */
export function answerForms(items: readonly Item[]): Readonly<Record<string, Schema>> {
  const forms = items.flatMap((item) => [
    [formOf(item), answerForm(item)] as const,
    [`closing-${formOf(item)}`, closingForm(item)] as const,
    [`done-${item.evidence}`, doneForm(item.evidence)] as const,
  ]);
  return Object.fromEntries(forms);
}

function formOf({ evidence, na }: Item): string {
  return `answer-${evidence}${na === 'never' ? '-never-na' : ''}`;
}

function snippets(evidence: Item['evidence']) {
  const asked = evidence === 'none' ? '' : `, with ${evidences[evidence].says}`;
  const proof = evidence === 'none' ? {} : { [evidence]: evidences[evidence].writes };
  return {
    open: { label: 'open', description: 'Not answered yet.', body: 'open' },
    done: {
      label: 'done',
      description: `Done: the day, who answers for it${asked}.`,
      body: { done: blank(1, 'YYYY-MM-DD'), by: blank(2, 'your-id'), ...proof },
    },
    na: {
      label: 'na',
      description: 'Not applicable: why, and who answers for it.',
      body: { na: `"${blank(1, 'why it does not apply here')}"`, by: blank(2, 'your-id') },
    },
    waived: {
      label: 'waived',
      description: 'Not done before closing: why, who allowed it, until when, under which ticket.',
      body: {
        waived: `"${blank(1, 'why it comes later')}"`,
        by: blank(2, 'your-id'),
        approved: blank(3, 'their-id'),
        until: blank(4, 'YYYY-MM-DD'),
        ticket: blank(5, 'ticket number'),
      },
    },
  };
}

const formWords = { done: 'The day on which the item was done.', na: 'Not applicable, and why.', waived: 'Not done before closing, and why.' } as const;

function answerForm({ evidence, na }: Item): Schema {
  const { open, na: naOffer, waived } = snippets(evidence);
  const forms = (['done', 'na', 'waived'] as const).filter((form) => form !== 'na' || na !== 'never');
  const begun = {
    properties: Object.fromEntries(forms.map((form) => [form, { type: 'string', description: formWords[form] }])),
    anyOf: ['done', 'na', 'waived'].map((form) => ({ required: [form], errorMessage: `Say ${forms.join(', ')}; or write open in place of it all.` })),
  };
  const otherwise = given('done', `#/$defs/done-${evidence}`, given('na', `${FORMS}/na-answer`, given('waived', `${FORMS}/waived-answer`, begun)));
  const values = { not: { type: 'object' }, defaultSnippets: [open, ...(na === 'never' ? [] : [naOffer]), waived] };
  return {
    title: 'Answer',
    // whole answers are offered where no part of one stands yet
    anyOf: [values, { type: 'object' }],
    ...when({ type: 'object' }, otherwise, {
      enum: ['open'],
      enumDescriptions: ['Not answered yet.'],
      errorMessage: `An answer is open, or has one of the keys ${forms.join(', ')}.`,
    }),
  };
}

function given(form: string, $ref: string, otherwise: Schema): Schema {
  return when({ type: 'object', required: [form] }, { $ref }, otherwise);
}

/** The condition of JSON Schema. */
export function when(condition: Schema, then: Schema, otherwise?: Schema): Schema {
  return { if: condition, then, ...(otherwise ? { else: otherwise } : {}) };
}

/** Every field of evidence is taken; the one that the item asks for is offered, and a note. */
function doneForm(evidence: Item['evidence']): Schema {
  const field = (key: keyof DoneAnswer): Schema => {
    const $ref = `${FORMS}/done-answer/properties/${key}`;
    const isOffered = key === 'done' || key === 'by' || key === 'note' || key === evidence;
    return isOffered ? { $ref } : { doNotSuggest: true, allOf: [{ $ref }] };
  };
  const fields: Record<keyof DoneAnswer, Schema> = {
    done: field('done'),
    by: field('by'),
    note: field('note'),
    link: field('link'),
    ticket: field('ticket'),
    date: field('date'),
    count: field('count'),
    file: field('file'),
    vault: field('vault'),
  };
  return { title: 'Done', type: 'object', additionalProperties: false, properties: fields, allOf: [{ required: ['done', 'by'] }] };
}

function closingForm({ evidence, na }: Item): Schema {
  const needs = (form: string, then: Schema): Schema => when({ type: 'object', required: [form] }, then);
  const proof =
    evidence === 'none' ? [] : [{ required: [evidence], errorMessage: `Add ${evidences[evidence].says}, for example ${evidences[evidence].example}` }];
  const never = { properties: { na: false }, errorMessage: 'This item always applies. Do it, or have it waived.' };
  const waiver = { required: ['approved', 'until', 'ticket'], errorMessage: 'A waiver says who approved it, until when, and under which ticket.' };
  return { allOf: [...proof.map((each) => needs('done', each)), ...(na === 'never' ? [needs('na', never)] : []), needs('waived', waiver)] };
}
