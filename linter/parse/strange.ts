import { isPlainAscii } from '../core/ascii.ts';
import type { Span } from '../core/text.ts';
import type { Fault } from './yaml.ts';

/** The first control and the first invisible character of a text. A byte order mark at its start is let pass. The patterns stand where they are used: most texts need none of them made. */
export function strangeCharacters(text: string): Fault[] {
  if (isPlainAscii(text)) return [];
  const faults: Fault[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this pattern is for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\r(?!\n)|[\ud800-\udfff]/u.exec(text);
  if (control) faults.push(characterFault('no-control-characters', 'control', control.index, control[0]));
  const skip = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // zero-width, bidi marks, embeddings, isolates, line and paragraph separators, soft hyphen, tags, byte order mark inside the text;
  // the joiner only where it joins no emoji
  const invisible =
    /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/u.exec(
      skip ? text.slice(1) : text,
    );
  if (invisible) faults.push(characterFault('no-invisible-characters', 'invisible', invisible.index + skip, invisible[0]));
  return faults;
}

const LETTERS: Readonly<Record<string, string>> = { '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', L: '\u2028', N: '\x85', P: '\u2029', r: '\r', v: '\v' };

/** The first strange character that a double-quoted text writes as a code: `value` is the text that its span stands for. */
export function strangeCodes(text: string, [start, end]: Span, value: string): Fault[] {
  const strange = strangeCharacters(`"${value}`).length > 0;
  for (const match of text.slice(start, end).matchAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gsu)) {
    const [written, two, four, eight, letter] = match;
    const hex = two ?? four ?? eight;
    const point = hex === undefined ? undefined : Number.parseInt(hex, 16);
    const span: Span = [start + match.index, start + match.index + written.length];
    if (point !== undefined && point > 0x10ffff) return [{ ruleId: 'valid-yaml', messageId: 'escape', at: [], span }];
    const character = point === undefined ? (LETTERS[letter ?? ''] ?? '') : String.fromCodePoint(point);
    const [found] = strange ? strangeCharacters(`"${character}`) : [];
    // half of a pair is strange only where the other half is missing
    if (!found || (hasHalf(character) && !hasHalf(value))) continue;
    return [{ ...found, messageId: 'escaped', span, data: { ...found.data, escape: written } }];
  }
  return [];
}

/** Half of a pair that has lost the other. */
function hasHalf(text: string): boolean {
  return /[\ud800-\udfff]/u.test(text);
}

function characterFault(ruleId: 'no-control-characters' | 'no-invisible-characters', messageId: string, at: number, character: string): Fault {
  const span: Span = [at, at + character.length];
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { ruleId, messageId, at: [], span, data: { code } };
}
