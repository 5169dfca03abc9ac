import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import type { Place, Span } from '../core/text.ts';
import { type CollectionEvent, closeOf, scalarSpan } from './spans.ts';

/**
 * The places of a clean text, worked out level by level as they are asked for: a finding needs one of hundreds.
 * Undefined where a value is empty, whose place hangs on what stands before it.
 */
export function placesOf(text: string, events: readonly Event[]): Place | undefined {
  if (events.some((event) => event.type === EVENT_ID.SCALAR && event.valueStart < 0)) return undefined;
  return placeAt(text, events, 1);
}

function placeAt(text: string, events: readonly Event[], at: number, key?: Span): Place {
  const event = events[at];
  if (event?.type === EVENT_ID.SCALAR) return { value: scalarSpan(text, event, 0), ...(key ? { key } : {}) };
  let value: Span | undefined;
  let inside: Place['inside'];
  return {
    ...(key ? { key } : {}),
    get value() {
      value ??= [(event as CollectionEvent).start, endAt(text, events, at)];
      return value;
    },
    get inside() {
      inside ??= insideOf(text, events, at);
      return inside;
    },
  };
}

function insideOf(text: string, events: readonly Event[], at: number): ReadonlyMap<string | number, Place> | undefined {
  const inside = new Map<string | number, Place>();
  const isMapping = events[at]?.type === EVENT_ID.MAPPING;
  for (let index = at + 1; events[index] && events[index]?.type !== EVENT_ID.POP; index = nextOf(events, index)) {
    const key = events[index];
    if (!isMapping || key?.type !== EVENT_ID.SCALAR) {
      inside.set(inside.size, placeAt(text, events, index));
      continue;
    }
    index += 1;
    inside.set(getScalarValue(text, key), placeAt(text, events, index, scalarSpan(text, key, 0)));
  }
  return inside.size > 0 ? inside : undefined;
}

/** The index behind the node at an index. */
function nextOf(events: readonly Event[], from: number): number {
  let depth = 0;
  for (let at = from; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth -= 1;
    else if (type !== EVENT_ID.SCALAR) depth += 1;
    if (depth === 0) return at + 1;
  }
  return events.length;
}

/** Where the collection at an index ends in the text. */
function endAt(text: string, events: readonly Event[], from: number): number {
  const open: CollectionEvent[] = [];
  let cursor = 0;
  for (const event of events.slice(from, nextOf(events, from))) {
    if (event.type === EVENT_ID.SCALAR) cursor = scalarSpan(text, event, cursor)[1];
    else if (event.type === EVENT_ID.POP) {
      const opening = open.pop();
      if (opening) cursor = closeOf(text, opening, cursor);
    } else if ('start' in event) {
      cursor = event.start;
      open.push(event);
    }
  }
  return cursor;
}
