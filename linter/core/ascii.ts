/**
 * Whether a text is made of what a keyboard has: printable ASCII, tabs and line ends. Most texts are; to look costs less than
 * to make the patterns ready that find anything else.
 */
export function isPlainAscii(text: string): boolean {
  return !/[^\t\n -~]/.test(text);
}
