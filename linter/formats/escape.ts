import { isPlainAscii } from '../core/ascii.ts';

// Made where they are needed, for what is said is plain ASCII nearly always.
/** Controls, lone surrogates, and what Unicode calls format characters: bidi marks, zero-width ones, tags; and the separators of lines. */
const inert = (): RegExp => /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** CI runners obey these anywhere in a line: ##[error], ##vso[task.complete], ##teamcity[message]. */
const command = (): RegExp => /##(?=[a-z]*\[)/gi;

/** Makes a value inert on a terminal and in a log: control, bidi and zero-width characters become visible codes. */
export function plain(text: string): string {
  if (isPlainAscii(text) && !text.includes('\t') && !text.includes('##')) return text;
  return text
    .replaceAll(command(), '# #')
    .replaceAll(inert(), (character) => (character === '\t' ? '  ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`));
}

/** One line of it: line breaks become visible too. */
export function oneLine(text: string): string {
  return plain(text).replaceAll('\n', '\\n');
}

/** Lines of which none begins a workflow command: GitHub's runner obeys `::command::` at a line's start, after spaces too. */
export function inertLines(text: string): string {
  return text.includes('::') ? text.replaceAll(/^([^\S\n]*)::/gm, '$1: :') : text;
}

/** JSON with a line break at its end, in which what `plain` would change stands as its code: a program reads the value as it is. */
export function inertJson(data: unknown): string {
  const coded = (character: string): string => character.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${JSON.stringify(data, null, 2).replaceAll(command(), '\\u0023#').replaceAll(inert(), coded)}\n`;
}

// what begins something in Markdown; and what a forge makes links and mentions of, which a backslash does not keep from it
const MARKUP = /[\\`*_{}[\]<>|~&$]|@(?=\S)|!(?=\d)|#|:(?=\/\/)|\bwww(?=\.)/gi;
const APART = '&#8203;';

/** One line of Markdown in which a value stays text: no markup, no HTML, no link, no mention of anybody. */
export function markdown(text: string): string {
  return oneLine(text)
    .trim()
    .replaceAll(MARKUP, (match, at: number, whole: string) => {
      if (match === '#') return /^#\w/.test(whole.slice(at, at + 2)) ? `\\#${APART}` : '\\#';
      return /^[@!:w]/i.test(match) ? `${match}${APART}` : `\\${match}`;
    })
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text of an XML element; line breaks stay. What XML 1.0 cannot hold becomes a visible code. */
export function xml(text: string): string {
  return plain(text).replaceAll(/[&<>"'\ufffe\uffff]/g, (character) => ENTITIES[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);
}
