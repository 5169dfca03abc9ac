import type { Words } from './rule.ts';

/** A message cut at its slots: every second part is the name of a slot. */
export function slotted(message: string): readonly string[] {
  const parts: string[] = [];
  let [plain, at] = ['', 0];
  // doubled braces stand for single ones, also around a slot
  for (const { index, 0: braces, 1: name } of message.matchAll(/\{\{|\}\}|\{(\w+)\}/g)) {
    plain += message.slice(at, index);
    at = index + braces.length;
    if (name === undefined) plain += braces[0];
    else {
      parts.push(plain, name);
      plain = '';
    }
  }
  return [...parts, plain + message.slice(at)];
}

const MOST_CHARACTERS = 220;
// there are some hundred messages, and thousands of findings
const cut = new Map<string, readonly string[]>();

/** Fills the slots of a message. Escaping is the formatters' work. */
export function filled(message: string, words: Words): string {
  const parts = cut.get(message) ?? slotted(message);
  cut.set(message, parts);
  return parts.map((part, index) => (index % 2 === 0 ? part : wordFor(part, words, message))).join('');
}

function wordFor(slot: string, words: Words, message: string): string {
  const value = words[slot];
  if (value === undefined) throw new Error(`a message has no word for {${slot}}: ${message}`);
  const text = String(value).replaceAll(/\s+/g, ' ');
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).replace(/\s\S{0,30}$/, '')}…` : text;
}
