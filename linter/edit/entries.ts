import type { Edit } from '../core/rule.ts';
import { splice } from '../core/splice.ts';
import type { Place, Span } from '../core/text.ts';

/** What to put where. */
export interface Entry {
  /** Keys from the top down to the group that holds the entry; none for a key at the top. */
  readonly within: readonly string[];
  readonly key: string;
  /** The value as it is written on one line. */
  readonly value: string;
  /** Keys of the group in the order in which a reader expects them. */
  readonly order?: readonly string[] | undefined;
  /** Stands behind a new entry. */
  readonly comment?: string | undefined;
}

/** The text with one entry set. Only its bytes change: comments, order and quotes around it stay, comments inside it move above it. */
export function withEntry(text: string, root: Place, { within, key, value, order = [], comment }: Entry): string {
  const line = `${key}: ${value}${comment === undefined ? '' : `   # ${comment}`}`;
  const group = within.reduce<Place | undefined>((place, step) => place?.inside?.get(step), root);
  const place = group?.inside?.get(key);
  if (place) return splice(text, replaced(text, place, value));
  if (within.length === 0) return appended(text, `${line}\n`);
  if (!group) return appended(text, `\n${within.join('.')}:\n  ${line}\n`);
  if (!group.inside?.size) return splice(text, [{ span: spanOfValue(text, group), text: `\n${'  '.repeat(within.length)}${line}` }]);
  const flow = text[group.value[0]] === '{';
  return splice(text, [flow ? intoFlow(text, group, `${key}: ${value}`) : intoBlock(text, group, key, line, order)]);
}

/** From behind the colon to the end of the value. */
function spanOfValue(text: string, { key, value }: Place): Span {
  const end = (key ?? value)[1];
  return [text.indexOf(':', end) + 1, Math.max(value[1], end + 1)];
}

function replaced(text: string, place: Place, value: string): Edit[] {
  const { key } = place;
  const isBlock = key !== undefined && text.slice(key[1], place.value[0]).includes('\n');
  if (!isBlock) return [{ span: place.value, text: place.value[0] === place.value[1] && !/\s/.test(text[place.value[0] - 1] ?? '') ? ` ${value}` : value }];
  const [start, end] = [text.indexOf(':', key[1]) + 1, place.value[1]];
  const indent = ' '.repeat(key[0] - lineStart(text, key[0]));
  // the comment on the key's own line mostly says what is asked: it stays on that line
  const [own] = commentsIn(text, [start, Math.max(start, text.indexOf('\n', start))], place);
  const inner = commentsIn(text, [start, end], place).slice(own === undefined ? 0 : 1);
  const line = lineStart(text, key[0]);
  return [
    { span: [start, end], text: ` ${value}${own === undefined ? '' : `   ${own}`}` },
    ...(inner.length > 0 ? [{ span: [line, line] as const, text: inner.map((comment) => `${indent}${comment}\n`).join('') }] : []),
  ];
}

/** Comments inside a value: what follows a # that stands in no scalar. */
function commentsIn(text: string, [start, end]: Span, place: Place): string[] {
  const leaves: Span[] = [];
  const visit = (each: Place): void => {
    if (each.key) leaves.push(each.key);
    if (each.inside) for (const inner of each.inside.values()) visit(inner);
    else leaves.push(each.value);
  };
  for (const inner of place.inside?.values() ?? []) visit(inner);
  if (!place.inside) leaves.push(place.value);
  return [...text.slice(start, end).matchAll(/(?<=\s)#[^\r\n]*/g)]
    .filter(({ index }) => !leaves.some(([from, to]) => start + index >= from && start + index < to))
    .map(([comment]) => comment.trimEnd());
}

function intoFlow(text: string, top: Place, entry: string): Edit {
  const last = [...(top.inside?.values() ?? [])].at(-1);
  const at = Math.max(last?.value[1] ?? 0, last?.key?.[1] ?? 0);
  const comma = text.slice(at, top.value[1]).trimStart().startsWith(',');
  return { span: [at, at], text: `${comma ? '' : ','} ${entry}${comma ? ',' : ''}`.replace(/^, /, ', ') };
}

/** Below the nearest entry that stands before it in the order, else above the first. */
function intoBlock(text: string, top: Place, key: string, entry: string, order: readonly string[]): Edit {
  const inside = [...(top.inside ?? [])];
  const before = order.slice(0, Math.max(0, order.indexOf(key))).reverse();
  const near = before.find((each) => top.inside?.has(each)) ?? (order.includes(key) && before.length === 0 ? undefined : inside.at(-1)?.[0]);
  const first = inside[0]?.[1].key?.[0] ?? top.value[0];
  const indent = ' '.repeat(first - lineStart(text, first));
  const place = near === undefined ? undefined : top.inside?.get(String(near));
  const line = `${indent}${entry}\n`;
  if (!place) return { span: [lineStart(text, first), lineStart(text, first)], text: line };
  const end = Math.max(place.value[1], place.key?.[1] ?? 0);
  const at = text[end - 1] === '\n' ? end : behindLine(text, end);
  return { span: [at, at], text: at > 0 && text[at - 1] !== '\n' ? `\n${line.trimEnd()}` : line };
}

function appended(text: string, lines: string): string {
  const crlf = text.includes('\r\n');
  const added = crlf ? lines.replaceAll('\n', '\r\n') : lines;
  return `${text}${text === '' || text.endsWith('\n') ? '' : crlf ? '\r\n' : '\n'}${added}`;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after this offset begins, or the end of the text. */
function behindLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
