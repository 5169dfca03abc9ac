import { stringify } from 'yaml';

/** A value on one line, quoted where the core schema would read something else. */
export function inline(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', collectionStyle: 'flow', flowCollectionPadding: true }).trimEnd();
}

/** A key and its text: on one line, or folded below the key where it is long. */
export function textLine(key: string, text: string, indent: string): string {
  if (text.length <= 90 && !text.includes('\n')) return `${indent}${key}: ${inline(text)}\n`;
  return stringify({ [key]: text }, { lineWidth: 100, blockQuote: 'folded' }).replaceAll(/^(?=.)/gm, indent);
}
