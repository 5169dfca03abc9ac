/** Each kind of evidence in a word or two, as lists name it. */
export const evidenceWords = {
  none: 'no evidence',
  note: 'a note',
  link: 'a link',
  ticket: 'a ticket',
  date: 'a date',
  count: 'a count',
  file: 'a file',
  vault: 'a vault entry',
} as const;

/** The same as a sentence asks for it. */
export const evidenceAsked = { ...evidenceWords, vault: 'where it stands in the vault' } as const;
