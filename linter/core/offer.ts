import type { Diagnostic, Edit, Instead } from './rule.ts';
import type { Span } from './text.ts';

/** What a diagnostic carries of what would be right: a change that --fix makes, or some of which a person picks one. */
export interface Offer {
  readonly fix?: Edit;
  readonly suggestions?: readonly Edit[];
}

/** Files that people signed, or signed against: what is wrong with them is mended by a new signature or a new release. */
export function isSealed(file: string): boolean {
  return file.startsWith('checklists/releases/') || (file.startsWith('signoff.', file.lastIndexOf('/') + 1) && file.endsWith('.yaml'));
}

/** Makes an offer of what would be right at a span: none where the file does not say there, letter by letter, what was found. */
export function offerAt({ was, texts, sure }: Instead, text: string, span: Span): Offer {
  const suggestions = texts.flatMap((each) => editAt(was, each, text, span) ?? []);
  const [fix] = suggestions;
  if (!fix) return {};
  return sure && texts.length === 1 ? { fix } : { suggestions };
}

/** A fix that a person has to decide on after all. */
export function withoutFix({ fix, ...diagnostic }: Diagnostic): Diagnostic {
  return fix ? { ...diagnostic, suggestions: [fix] } : diagnostic;
}

function editAt(was: string, after: string, text: string, [start, end]: Span): Edit | undefined {
  const raw = text.slice(start, end);
  // means nothing of its own inside quotes
  if (!/^[\w ./:@+-]+$/.test(after)) return undefined;
  if (raw === was) return { span: [start, end], text: isPlain(after) ? after : `"${after}"` };
  const quote = raw[0];
  const isQuoted = (quote === '"' || quote === "'") && raw === `${quote}${was}${quote}`;
  return isQuoted ? { span: [start + 1, end - 1], text: after } : undefined;
}

/** Whether a text reads as itself without quotes, in a list as on a line of its own, to every reader of YAML. */
function isPlain(text: string): boolean {
  return /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9]*(?:[-_./@][a-z0-9]+)*$|^\d{4}-\d{2}-\d{2}$/i.test(text);
}
