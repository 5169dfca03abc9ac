import type { Checklist, ItemFacts, State, Verdict } from '../linter/index.ts';
import { counted } from './times.ts';

/** What a state means to support, in a few words. */
export const stateWords: Readonly<Record<State, { readonly name: string; readonly says: string }>> = {
  planned: { name: 'Planned', says: 'Work has not begun.' },
  active: { name: 'Active', says: 'Work is going on.' },
  paused: { name: 'Paused', says: 'Work rests for now.' },
  closing: { name: 'Closing', says: 'The checklist is being filled in for the hand-over.' },
  closed: { name: 'Closed', says: 'Handed over to support, which still watches.' },
  finished: { name: 'Finished', says: 'The watch window is signed off.' },
  cancelled: { name: 'Cancelled', says: 'Given up, with a reason.' },
};

/** Each level in a word, as the boxes show it. */
export const levelWords = { must: 'must', should: 'should', may: 'may' } as const;

/** Who answers an item. */
export const whoWords = { lead: 'Lead tech', support: 'Support', either: 'Lead tech or support' } as const;

/** When an item applies, in words; undefined where it always does. */
export function whenWords({ when }: Pick<ItemFacts, 'when'>, kinds: ReadonlyMap<string, string>): string | undefined {
  if (!when) return undefined;
  const named = (ids: readonly string[] | undefined, joint: string): string => (ids ?? []).map((id) => (kinds.get(id) ?? id).toLowerCase()).join(joint);
  const parts = [when.any && `${named(when.any, ' or ')}`, when.all && `${named(when.all, ' and ')}`, when.none && `not ${named(when.none, ', not ')}`].filter(
    (part) => part !== undefined,
  );
  return parts.join('; and ');
}

/** Titles of a checklist's kinds by id. */
export function titlesOfKinds(kinds: readonly ({ readonly id: string; readonly title: string } | undefined)[] | undefined): ReadonlyMap<string, string> {
  return new Map((kinds ?? []).flatMap((kind) => (kind ? [[kind.id, kind.title] as const] : [])));
}

/** What is left before the next gate: "12 items and 2 sign-offs"; "nothing" where all is done. */
export function leftWords(next: Verdict, checklist: Checklist | undefined): string {
  if (!checklist) return 'not known: its checklist cannot be read';
  const parts = [
    next.items.length > 0 && counted(next.items.length, 'item'),
    next.signoffs > 0 && counted(next.signoffs, 'sign-off'),
    next.others > 0 && counted(next.others, 'other finding'),
  ];
  const said = parts.filter((part) => part !== false);
  return said.length > 0 ? said.join(', ') : 'nothing';
}

/** Who reads a page, as a group of people. */
export const readerWords = {
  tech: 'support techs',
  lead: 'lead techs',
  receiver: 'support receivers',
  manager: 'service managers',
  editor: 'checklist editors',
} as const;

/** What has happened when an update is sent, in the order in which a tech would look for it. */
export const situationWords = {
  outage: 'Something is down',
  vendor: 'Caused by a vendor',
  project: "A project's side effect",
  security: 'Security',
  'planned-work': 'Planned work',
  'on-site': 'After a visit',
  appointment: 'A missed appointment',
  billing: 'A mistake on an invoice',
} as const;

/** Where a phrase rule looks. */
export const audienceWords = {
  customer: 'messages to customers',
  internal: 'what we write among ourselves',
  note: 'notes on what happened',
} as const;

/** Facts in one quiet line, those that are missing left out; it begins with a capital. */
export function factLine(facts: readonly (string | false | undefined)[]): string {
  const line = facts.filter((fact) => fact).join(' · ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** Words of a list as one: "a, b and c". */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
