import { readYaml } from '../parse/yaml.ts';

// By hand: a writer of all of YAML is a third of what a page of the site may weigh, and gets a few odd texts wrong.
// What is written here is read back by whoever writes it.

/** A value on one line, quoted where it would read as something else. */
export function inline(value: unknown, text: (value: string) => string = plainly): string {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => inline(each, text)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${key}: ${inline(each, text)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const PLAIN = /^[\p{L}\p{N}](?:[^\p{Cc}"'\\,[\]{}#:]|:(?=\S)|(?<=\S)#)*$/u;

/** A text without quotes where it reads as itself. */
function plainly(text: string): string {
  const read = PLAIN.test(text) ? (readYaml(`[${text}]`).data as readonly unknown[] | undefined) : undefined;
  if (read?.length === 1 && read[0] === text) return text;
  return /["\\]/.test(text) && !/\p{Cc}/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

const WIDTH = 100;

/** A key and its text: on one line, or folded below the key where it is long. */
export function textLine(key: string, text: string, indent: string): string {
  if (text.length <= 90) return `${indent}${key}: ${inline(text)}\n`;
  // folding keeps words and single blanks, nothing else
  if (!/^\S+(?: \S+)*$/.test(text)) return `${indent}${key}: ${JSON.stringify(text)}\n`;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + 3 + last.length + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return `${indent}${key}: >-\n${lines.map((line) => `${indent}  ${line}\n`).join('')}`;
}
