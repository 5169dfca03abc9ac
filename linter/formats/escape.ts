// controls, and what Unicode calls format characters: bidi marks, zero-width ones, tags; and the separators of lines
const INERT = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes a value inert on a terminal and in a log: control, bidi and zero-width characters become visible codes. */
export function plain(text: string): string {
  // CI runners obey ##[command] anywhere in a line
  return text.replaceAll('##[', '# #[').replaceAll(INERT, (character) => (character === '\t' ? '  ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`));
}

/** One line of it: line breaks become visible too. */
export function oneLine(text: string): string {
  return plain(text).replaceAll('\n', '\\n');
}
