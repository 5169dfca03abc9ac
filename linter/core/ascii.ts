/**
 * Whether a text is made of what a keyboard has: printable ASCII, tabs and line ends. Most texts are; to look costs less than
 * to make the patterns ready that find anything else.
 */
export function isPlainAscii(text: string): boolean {
  return !/[^\t\n -~]/.test(text);
}

/** JSON in which one byte is one character, whatever it says. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
