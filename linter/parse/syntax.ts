import type { YAMLException } from 'js-yaml';
import type { Span } from '../core/text.ts';
import { opened } from './opened.ts';
import type { Fault } from './yaml.ts';

type Says = Pick<Fault, 'ruleId' | 'messageId' | 'data'> & { readonly span: Span };

/** Where the parser stopped, and the line around it. */
interface Stop {
  readonly text: string;
  readonly reason: string;
  readonly at: number;
  /** Offset of the line's first character. */
  readonly start: number;
  /** The line up to where the parser stopped, and from there on. */
  readonly before: string;
  readonly after: string;
}

/** Says in plain words, and at the place to mend, why a text is no YAML. The parser's own reason is for programmers. */
export function syntaxFault(text: string, error: YAMLException): Fault {
  const at = Math.min(error.mark?.position ?? 0, text.length);
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const stop = { text, reason: error.reason, at, start, before: text.slice(start, at), after: text.slice(at, lineEnd(text, at)) };
  for (const look of [conflict, limits, tabs, codes, unclosed, inFlow, properties, beginning, colons, indents]) {
    const says = look(stop);
    if (says) return { at: [], ...says, span: [says.span[0], Math.min(says.span[1], text.length)] };
  }
  return { at: [], ...yaml('syntax', [at, Math.max(at + 1, lineEnd(text, at))]) };
}

function yaml(messageId: string, span: Span, data: Fault['data'] = {}): Says {
  return { ruleId: 'valid-yaml', messageId, span, data };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end - (text[end - 1] === '\r' && end > at ? 1 : 0);
}

function conflict({ text }: Stop): Says | undefined {
  const at = text.search(/^<{7}(?: |\r?$)/m);
  if (at !== -1) return yaml('conflict', [at, lineEnd(text, at)]);
  const left = text.search(/^(?:[>|]{7}(?: |\r?$)|={7}\r?$)/m);
  return left === -1 ? undefined : yaml('conflictLeft', [left, lineEnd(text, left)]);
}

function limits({ reason, at, text, start }: Stop): Says | undefined {
  if (reason.includes('maxDepth')) return { ruleId: 'not-too-deep', messageId: 'deep', span: [at, at + 1] };
  if (!/directive/i.test(reason) && text[start] !== '%') return undefined;
  const line = text[start] === '%' ? start : Math.max(0, text.search(/^%/m));
  return { ruleId: 'no-directives', messageId: 'directive', span: [line, lineEnd(text, line)] };
}

function tabs({ reason, start, before, after }: Stop): Says | undefined {
  const indent = /^[ \t]*/.exec(before + after)?.[0] ?? '';
  const tab = (messageId: string, column: number): Says => ({ ruleId: 'spaces-not-tabs', messageId, span: [start + column, start + column + 1] });
  if (indent.includes('\t')) return tab('tab', indent.indexOf('\t'));
  // the parser takes a tab in front of a bracket's content for a missing indent
  return /indentation/.test(reason) && before.includes('\t') ? tab('inside', before.lastIndexOf('\t')) : undefined;
}

function codes({ reason, at, text }: Stop): Says | undefined {
  if (!/escape sequence|hexadecimal/.test(reason)) return undefined;
  return yaml('escape', [text.lastIndexOf('\\', at), Math.max(at, text.lastIndexOf('\\', at) + 2)]);
}

const names: Readonly<Record<string, string>> = { '"': 'double quote', "'": 'single quote', '[': 'square bracket', '{': 'curly bracket' };
const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function unclosed(stop: Stop): Says | undefined {
  const { reason, at, text } = stop;
  const open = opened(text, at).at(-1);
  if (open === undefined) return undefined;
  const sign = text[open] ?? '';
  if (/deficient/.test(reason) && closesHere(stop, sign)) return yaml('goesOn', lineOf(stop), { what: names[sign] });
  const cut = commentIn(text, open, closers[sign]);
  if (cut !== undefined) return yaml('cut', [cut, cut + (/^\S+/.exec(text.slice(cut))?.[0].length ?? 1)]);
  const ended = /unexpected end|deficient/.test(reason);
  return ended || !closers[sign] ? yaml('unclosed', [open, open + 1], { what: names[sign] }) : undefined;
}

/** Where a sign of a number, as in a ticket's #1041, makes a comment of the bracket's end. */
function commentIn(text: string, open: number, closer: string | undefined): number | undefined {
  const line = text.slice(open, lineEnd(text, open));
  const hash = line.search(/(?<=\s)#\w/);
  return closer !== undefined && hash !== -1 && line.includes(closer, hash) ? open + hash : undefined;
}

/** Whether the line at which the parser stopped only begins too far to the left: it closes what lines above opened, and begins nothing of its own. */
function closesHere({ before, after }: Stop, sign: string): boolean {
  const line = withoutComment(before + after);
  const closer = closers[sign];
  if (closer === undefined) return line.includes(sign) && !/^\s*(?:- )?["']?[\w-]+["']?:(?:\s|$)/.test(line);
  return line.split(closer).length > line.split(sign).length;
}

/** The line at which the parser stopped, without the blanks around it. */
function lineOf({ start, before, after }: Stop): Span {
  const line = before + after;
  const indent = line.length - line.trimStart().length;
  return [start + indent, start + Math.max(indent, line.trimEnd().length)];
}

function inFlow({ at, text, after }: Stop): Says | undefined {
  const open = opened(text, at).at(-1);
  if (open === undefined) return undefined;
  const sign = text[open] ?? '';
  const actual = text[at] ?? '';
  if (actual === ']' || actual === '}') return yaml('bracket', [at, at + 1], { actual, what: names[sign], expected: closers[sign] });
  if (actual === ',') return yaml('extra', [at, at + 1], { actual });
  const before = text.slice(open + 1, at).trimEnd();
  if (/(?:[,:[{]|^)$/.test(before) && /^[@`%&*!|>-]/.test(after)) return beginsWith(at, actual);
  return yaml('comma', [at, at + (/^[^\s,\]}]+/.exec(after)?.[0].length ?? 1)]);
}

/** Names, repeats and types that the parser stumbled over: the marks that the reader refuses anyway. */
function properties({ reason, before, start, after }: Stop): Says | undefined {
  const mark = /\b(?:anchor|alias)\b/.test(reason) ? /[&*]/ : /\btag\b/.test(reason) ? /!/ : undefined;
  if (!mark) return undefined;
  const line = before + after;
  const column = line.slice(0, before.length + 1).search(new RegExp(`(?<=^|\\s)${mark.source}`));
  if (column === -1) return undefined;
  return marked(start + column, line.slice(column));
}

function marked(at: number, from: string): Says {
  const mark = /^\S+/.exec(from)?.[0] ?? '';
  const span: Span = [at, at + mark.length];
  if (mark.length === 1) return beginsWith(at, mark);
  if (mark[0] === '!') return { ruleId: 'no-tags', messageId: 'tag', span, data: { name: mark } };
  const [ruleId, messageId] = mark[0] === '&' ? (['no-anchors', 'anchor'] as const) : (['no-aliases', 'alias'] as const);
  return { ruleId, messageId, span, data: { name: mark.slice(1) } };
}

function beginsWith(at: number, character: string): Says {
  return yaml('start', [at, at + character.length], { character });
}

/** A value whose first character means something to YAML, or that goes on behind its closing quote or bracket. */
function beginning({ reason, start, at, before, after }: Stop): Says | undefined {
  const actual = after[0] ?? '';
  const lead = /^\s*(?:- +)*(?:[^\s#"'][^#"']*?: +|"[^"]*": +|'[^']*': +)?/.exec(before)?.[0].length ?? 0;
  const value = before.slice(lead);
  if (value === '' && /[@`%,]/.test(actual)) return beginsWith(at, actual);
  if (value === '' && lead > 0 && before.trim() !== '' && /^[?-](?:\s|$)/.test(after)) return beginsWith(at, actual);
  const indicator = /^[|>]/.exec(value)?.[0];
  if (indicator && reason.includes('line break')) return beginsWith(start + lead, indicator);
  if (/^[*&!]/.test(value) && /indentation/.test(reason)) return marked(start + lead, value + after);
  if (actual === ':' || after === '' || reason.includes('whitespace')) return undefined;
  if (actual === ']' || actual === '}') return yaml('extra', [at, at + 1], { actual });
  if (/^"/.test(value)) return yaml('quote', [at, at + after.trimEnd().length], { quotes: 'single' });
  if (/^'/.test(value)) return yaml('quote', [at, at + after.trimEnd().length], { quotes: 'double' });
  return /^[[{]/.test(value) ? beginsWith(start + lead, value[0] ?? '') : undefined;
}

const COLON = /:(?:\s|$)/;
/** A key whose colon has no space behind it; an address is none. */
const TIGHT = /^\s*(?:- )?[a-z][\w-]*:(?=[^\s/:])/i;
const CURLY = /^[\u2018\u201a\u201c\u201e\u00ab]/;
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** A colon too many, or one too few: then the parser stops at the line below. */
function colons(stop: Stop): Says | undefined {
  const { text, reason, at, start, before, after } = stop;
  if (after[0] === ':' && COLON.test(before)) {
    const tight = TIGHT.exec(before)?.[0].length;
    if (tight !== undefined) return yaml('tight', [start + tight - 1, start + tight]);
    return yaml(CURLY.test(before.split(COLON)[1]?.trimStart() ?? '') ? 'curly' : 'colon', [at, at + 1]);
  }
  const sameLine = /expected ':'|whitespace character is expected/.test(reason);
  const above = sameLine ? start : lineAbove(text, start);
  if (above === undefined || !(sameLine || after[0] === ':')) return undefined;
  const line = text.slice(above, lineEnd(text, above));
  const space = line.search(WIDE_SPACE);
  if (space !== -1) return yaml('space', [above + space, above + space + 1]);
  if (!sameLine && COLON.test(withoutComment(line))) return undefined;
  const indent = line.length - line.trimStart().length;
  return yaml('noColon', [above + indent, above + Math.max(indent, withoutComment(line).trimEnd().length)]);
}

function withoutComment(line: string): string {
  return line.replace(/\s#.*$/, '');
}

/** The highest of the lines straight above that have no colon; the nearest with one, if that stands there. Comments and blank lines are passed over. */
function lineAbove(text: string, below: number): number | undefined {
  let found: number | undefined;
  for (let start = below; start > 0; ) {
    start = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(start, lineEnd(text, start));
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (COLON.test(withoutComment(line))) return found ?? start;
    found = start;
  }
  return found;
}

const INDENTED = /indentation|end of the stream|can not read a block mapping/;

function indents(stop: Stop): Says | undefined {
  const { text, reason, start, before, after } = stop;
  const line = before + after;
  const indent = line.length - line.trimStart().length;
  const span = lineOf(stop);
  const space = line.slice(0, indent).search(WIDE_SPACE);
  if (space !== -1) return yaml('space', [start + space, start + space + 1]);
  const above = lineAbove(text, start);
  const odd = above === undefined ? undefined : oddOneAbove(stop, above);
  if (odd) return odd;
  const other = above === undefined ? '' : text.slice(above, lineEnd(text, above));
  const isEntry = /^\s*-(?:\s|$)/;
  const sameColumn = other.length - other.trimStart().length === indent;
  if (sameColumn && isEntry.test(other) !== isEntry.test(line)) return yaml('mixed', span);
  return INDENTED.test(reason) ? yaml('indent', span) : undefined;
}

/** The parser stops at the line that is in its column again: where the group goes on below, the line above is the one that stands too far to the left. */
function oddOneAbove({ text, reason, start, at }: Stop, above: number): Says | undefined {
  const line = (from: number): string => text.slice(from, lineEnd(text, from));
  const [odd, column] = [line(above), spacesOf(line(start))];
  if (!INDENTED.test(reason) || spacesOf(odd) >= column || isHolder(odd) || isHolder(line(start))) return undefined;
  const earlier = lineAbove(text, above);
  const next = text.slice(lineEnd(text, at)).match(/^[ \t]*[^\s#].*$/m)?.[0] ?? '';
  if (earlier === undefined || spacesOf(line(earlier)) < column || spacesOf(next) < column) return undefined;
  const wide = odd.slice(0, odd.length - odd.trimStart().length).search(WIDE_SPACE);
  if (wide !== -1) return yaml('space', [above + wide, above + wide + 1]);
  return yaml('indent', [above + spacesOf(odd), above + odd.trimEnd().length]);
}

function spacesOf(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** Whether a key has its value in the lines below it. */
function isHolder(line: string): boolean {
  return withoutComment(line).trimEnd().endsWith(':');
}
