import { policyOf, type Reading, type Update } from '../linter/index.ts';
import { organisation } from './data.ts';
import { to } from './links.ts';
import { phraseGroups } from './phrases.ts';
import type { UpdateView } from './updates.ts';

/** What a click writes into a field: the time so many minutes from now, else `writes`, else what it says. */
export interface Choice {
  readonly says: string;
  readonly writes?: string;
  readonly minutes?: number;
}

/** One field of the form. */
export interface SlotField {
  readonly name: string;
  readonly ask: string;
  readonly example: string;
  /** A sentence wants a field that grows. */
  readonly long: boolean;
  readonly choices: readonly Choice[];
}

/** What the page hands to its script. */
export interface ComposerFacts {
  readonly subject: string;
  readonly body: string;
  readonly reading: Reading;
  readonly zone: string;
  /** The most minutes until the next word; missing where nothing is open. */
  readonly most?: number | undefined;
  /** Address of the phrase rules; missing where there are none to check by. */
  readonly rules?: string | undefined;
  /** Address of the page of phrases. */
  readonly phrases: string;
}

const AHEAD: readonly Choice[] = [
  { says: 'in 30 minutes', minutes: 30 },
  { says: 'in 1 hour', minutes: 60 },
  { says: 'tomorrow 9 am', writes: '9 am tomorrow' },
];
const BACK: readonly Choice[] = [
  { says: 'now', minutes: 0 },
  { says: '30 minutes ago', minutes: -30 },
  { says: '1 hour ago', minutes: -60 },
];
const LENGTHS: readonly Choice[] = ['15 minutes', '30 minutes', '1 hour', '2 hours', '4 hours'].map((says) => ({ says }));

/** Questions about what has been: "in 30 minutes" answers none of them. */
const PAST = /^(since when|when (did|was|were|has|had))\b/i;

/** The fields of a template, in the order of its slots. */
export function fieldsOf({ data }: UpdateView): readonly SlotField[] {
  return Object.entries(data.slots ?? {}).flatMap(([name, slot]) => {
    if (!slot) return [];
    const { ask, example, type } = slot;
    return [{ name, ask, example, long: type === 'text', choices: choicesFor(name, slot) }];
  });
}

function choicesFor(name: string, { type, ask }: NonNullable<Update['slots']>[string]): readonly Choice[] {
  if (type === 'duration') return LENGTHS;
  if (type !== 'time') return [];
  return name !== 'next-update' && PAST.test(ask) ? BACK : AHEAD;
}

/** The facts for the page's script, as JSON that may stand in a script element. */
export function composerFacts({ data }: UpdateView): string {
  const { config } = organisation().workspace;
  const { subject = '', body = '', audience = 'customer', stage, situation } = data;
  const longRunning = stage === 'long-running';
  const policy = policyOf(config);
  // planned work is announced days ahead, and nothing is down until it begins
  const open = stage !== 'resolved' && situation !== 'planned-work';
  const facts: ComposerFacts = {
    subject,
    body: body.trim(),
    reading: { audience, first: stage === 'acknowledge', longRunning },
    zone: config.zone,
    most: open ? policy[longRunning ? 'long-running' : 'every'] : undefined,
    rules: phraseGroups().length > 0 ? `${to('updates')}rules.json` : undefined,
    phrases: to('phrases'),
  };
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}
