import type { Config } from '../../linter/engine.ts';

/** What the build hands to the page's script: all that judging one run needs, and no more of anybody than that. */
export interface FormFacts {
  /** Texts by path: releases, people and customers cut down to what rules read, the run and its sign-offs. */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of the evidence files that are there, by path. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly config: Config;
  /** Only where the config holds the day still. */
  readonly today?: string | undefined;
  /** The path of the run; missing on the form of an empty one. */
  readonly run?: string | undefined;
  /** The release whose items the page lists, such as `project-closeout@1.1.0`. */
  readonly release: string;
  /** Address of the repository in its forge. */
  readonly repository?: string | undefined;
  /** Address of the site's home, with a slash at its end. */
  readonly home: string;
}

export type Part = 'answers' | 'settled';

/** What asks for one answer: an item of the answers, or a waiver to make good. */
export interface Question {
  readonly part: Part;
  readonly item: string;
}

export type Form = 'done' | 'na' | 'waived' | 'open';

/** A question's name among others. */
export const keyOf = ({ part, item }: Question): string => `${part}.${item}`;

/** Fields of an answer as they stand on the page, by name. */
export type Fields = Readonly<Record<string, string>>;

/** Each form of an answer in words. */
export const formWords: Readonly<Record<Form, string>> = { done: 'Done', na: 'Not applicable', waived: 'Waived', open: 'Open' };

/** Labels of the fields of an answer. */
export const fieldWords: Readonly<Record<string, string>> = {
  done: 'Done on',
  note: 'Note',
  link: 'Link',
  ticket: 'Ticket',
  date: 'Day that it shows',
  count: 'Count',
  file: 'File in the evidence folder',
  vault: 'Where it stands in the vault, never the password',
  na: 'Why does it not apply?',
  waived: 'Why is it waived?',
  approved: 'Approved by',
  until: 'Until',
};

/** Fields that a form of an answer always has, in their order. */
export const ownFields: Readonly<Record<Form, readonly string[]>> = {
  done: ['done'],
  na: ['na'],
  waived: ['waived', 'approved', 'until', 'ticket'],
  open: [],
};

export const evidenceFields = ['date', 'count', 'link', 'ticket', 'file', 'vault', 'note'] as const;

/** An answer as a sentence: for paper, and for a page without script. */
export function answerWords(form: Form, fields: Fields, said: { name(id: string): string; day(day: string): string }): string {
  if (form === 'open') return 'Open';
  const who = fields['by'] ? ` by ${said.name(fields['by'])}` : '';
  const rest = Object.entries(fields).filter(([name]) => !['by', form, 'approved', 'until'].includes(name));
  const besides = rest.map(([name, text]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${text}`).join(' · ');
  const first = fields[form] ?? '';
  if (form === 'done') return [`Done on ${said.day(first)}${who}`, besides].filter(Boolean).join('. ');
  if (form === 'na') return `Not applicable${who}: ${first}`;
  const approved = fields['approved'] ? `, approved by ${said.name(fields['approved'])}` : '';
  const until = fields['until'] ? `, until ${said.day(fields['until'])}` : '';
  return [`Waived${who}${approved}${until}: ${first}`, besides].filter(Boolean).join('. ');
}
