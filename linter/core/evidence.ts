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

/** Bytes of the longest file that is looked into: what `echo` leaves by a slip is shorter, and to open each file takes longer than to ask for its size. */
export const MOST_BLANK = 64;
/** NUL, too: in UTF-16, which PowerShell writes, it is half of each blank. */
const BLANKS = new Set([0, 9, 10, 11, 12, 13, 32]);
const MARKS = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff]);

/** Whether a file holds nothing but blanks, line breaks and the mark that says how it is written. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.length <= MOST_BLANK && bytes.every((byte, at) => BLANKS.has(byte) || (at < 3 && MARKS.has(byte)));
}

/** The same as a sentence asks for it. */
export const evidenceAsked = { ...evidenceWords, vault: 'where it stands in the vault' } as const;
