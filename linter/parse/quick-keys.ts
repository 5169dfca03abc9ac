import { type Cursor, noteKey } from './cursor.ts';
import { plainScalar } from './scalars.ts';

export type Group = Record<string, unknown>;

const [BREAK, BLANK, DASH, DOT, COLON] = [10, 32, 45, 46, 58];

/** Names of keys that were seen lately, each in the slot that its letters give: the same few words stand in every file, and need not be made anew. */
const names: string[] = new Array(1024).fill('');

/** Whether a word begins here that has a colon and a blank behind it. */
export function isKey(on: Cursor, start: number): boolean {
  // a group looks at its first key once more
  if (on.keyStart === start) return true;
  const { codes } = on;
  let slot = 0;
  let at = start;
  for (let code = codes[at] ?? 0; code !== COLON; code = codes[at] ?? 0) {
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
    if (!isLetter && (at === start || !(code === DASH || code === DOT || (code >= 48 && code <= 57)))) return false;
    slot = (slot * 31 + code) & 1023;
    at += 1;
  }
  const behind = codes[at + 1];
  if (at === start || !(behind === BLANK || behind === BREAK)) return false;
  on.keyStart = start;
  on.keyEnd = at;
  on.keySlot = slot;
  return true;
}

/** The text of the key that was looked at last; empty where YAML or JavaScript takes it for something of its own. */
export function nameOf(on: Cursor): string {
  const { text, keyStart, keyEnd, keySlot } = on;
  noteKey(on, keyStart, keyEnd);
  const known = names[keySlot] ?? '';
  if (known.length === keyEnd - keyStart && text.startsWith(known, keyStart)) return known;
  const name = text.slice(keyStart, keyEnd);
  if (name === 'constructor' || name === 'prototype' || plainScalar(name) !== name) return '';
  names[keySlot] = name;
  return name;
}

/** Whether a group has this name already; what `seen` holds of the bits of its names' slots settles most, and is quicker than to look for them. */
export function isTaken(group: Group, name: string, seen: number): boolean {
  return seen !== 0 && Object.hasOwn(group, name);
}
