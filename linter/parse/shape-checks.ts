import type { Check } from './check.ts';

/** What can be said of a file that does not fit its schema. */
export const shapeChecks = {
  'known-key': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every key is one that this kind of file has.',
    why: 'A misspelt key is silently ignored by most tools, and with it what was meant.',
    messages: {
      unknown: '"{name}" is not a key that belongs here. Known are: {known}.',
      typo: '"{name}" is not a key that belongs here. Did you mean "{suggestion}"?',
      tight: 'A space is missing behind the colon of "{suggestion}" in {name}. Write it as {suggestion}: value.',
      comma: 'A comma ends the value here, so "{written}" is read as {count} and a key "{name}". Write the number without a comma: count: {count}{name}.',
      answer: '"{name}" does not belong to an answer that is {form}. An item has one answer only: delete the other.',
    },
  },
  'required-key': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every key that a file needs is there.',
    why: 'Support looks for it on the day it matters.',
    messages: { missing: '"{name}" is missing{where}. Add it{example}.' },
  },
  'value-type': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every value is of the type its key asks for.',
    why: 'A list where a text should stand cannot be shown or counted.',
    messages: {
      type: '{name} should be {expected}, but {actual} stands here.',
      comma: '{name} should be a whole number, written without a comma: {number}.',
      empty: '{name} has no value. Give it {expected}. What is optional can be left out.',
    },
  },
  'quoted-text': {
    stage: 'shape',
    severity: 'error',
    summary: 'A text that looks like a number or a yes/no stands in quotes.',
    why: 'YAML reads 1.10 as 1.1 and drops digits of long numbers.',
    messages: { quote: '{raw} is read as {meaning}, not as text. Put it in quotes: "{raw}".' },
  },
  'allowed-value': {
    stage: 'shape',
    severity: 'error',
    summary: 'Where a value comes from a fixed list, it is one of that list.',
    why: 'Any other word has no meaning to the gate.',
    messages: {
      unknown: '"{value}" is not possible for {name}. Possible are: {known}.',
      typo: '"{value}" is not possible for {name}. Did you mean "{suggestion}"?',
    },
  },
  'answer-form': {
    stage: 'shape',
    severity: 'error',
    summary: 'An answer is open, done, na or waived, written the way a run writes it.',
    why: 'The gate must be able to tell a claim from a remark.',
    messages: {
      tight: 'A space is missing behind a colon in {actual}. Write {{ done: {today}, by: your-id }}, with a space behind each colon.',
      form: '{actual} is not an answer. Write open, or {{ done: {today}, by: your-id }}, or {{ na: the reason, by: your-id }}, or {{ waived: the reason, by: your-id, approved: their-id, until: {today}, ticket: T1 }}.',
    },
  },
  'value-form': {
    stage: 'shape',
    severity: 'error',
    summary: 'Days, times, ids, versions, links and texts are written the way this file writes them.',
    why: 'A day that is written in another order is another day.',
    messages: {
      form: '"{value}" does not fit {name}. It should be {words}.',
      curly: 'The quotes around {value} are curly ones, as programs for letters make them, so they count as part of it. Use straight ones.',
    },
  },
  'value-size': {
    stage: 'shape',
    severity: 'error',
    summary: 'Numbers, texts and lists stay within their bounds.',
    why: 'What is out of bounds is a slip of the finger, or not meant for this file.',
    messages: { size: '{name} {bound}.' },
  },
} as const satisfies Record<string, Omit<Check, 'id'>>;
