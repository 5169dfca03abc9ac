import { COLLECTION_STYLE, type EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';

export type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
export type CollectionEvent = Extract<Event, { start: number }>;

/** Where a scalar stands, its quotes included. The parser gives the inside of quotes and nothing for an empty value, which stands behind `cursor`. */
export function scalarSpan(text: string, event: ScalarEvent, cursor: number): [number, number] {
  if (event.valueStart < 0) {
    const at = emptyAt(text, cursor);
    return [at, at];
  }
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  if (quoted) return [event.valueStart - 1, event.valueEnd + 1];
  if (event.style === SCALAR_STYLE.PLAIN) return [event.valueStart, event.valueEnd];
  const end = event.valueStart + text.slice(event.valueStart, event.valueEnd).trimEnd().length;
  return [event.valueStart, end];
}

/** An empty value stands behind its colon, dash or question mark; on the way to that there are only blanks and comments. */
function emptyAt(text: string, cursor: number): number {
  for (let at = cursor; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === ':' || character === '-' || character === '?') return at + 1;
    if (character === '#') at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    else if (!/\s/.test(character)) return cursor;
  }
  return cursor;
}

/** Behind a flow collection's last value only blanks, commas and comments may stand before its bracket. */
function afterBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === ']' || character === '}') return at + 1;
    if (character === '#') at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
  }
  return text.length;
}

/** Where a collection ends whose last token ended at `cursor`. */
export function closeOf(text: string, opening: CollectionEvent, cursor: number): number {
  // a pair in a list, as in [a: b], has no brackets of its own
  const flow = opening.style === COLLECTION_STYLE.FLOW && '[{'.includes(text[opening.start] ?? ' ');
  return flow ? afterBracket(text, Math.max(cursor, opening.start + 1)) : Math.max(cursor, opening.start);
}
