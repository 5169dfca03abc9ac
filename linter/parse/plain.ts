import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { plainScalar } from './scalars.ts';

// a complex key, or a comment that looks like one
const QUESTION = /(?:^|[\s{[,])\?(?:\s|$)/;
const FORBIDDEN: ReadonlySet<string> = new Set(['', '<<', '__proto__', 'constructor', 'prototype']);

/**
 * The data of a text in which nothing needs a second look: no places are kept, so that reading a thousand clean files is quick.
 * Undefined where anything is unusual; then the careful reader finds out whether it is wrong.
 */
export function plainData(text: string, events: readonly Event[]): unknown {
  if (text.includes('?') && QUESTION.test(text)) return undefined;
  const stack: (unknown[] | Record<string, unknown>)[] = [];
  const keys: (string | undefined)[] = [];
  let root: unknown;
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) return undefined;
    if (event.type === EVENT_ID.DOCUMENT) {
      if (root !== undefined || event.directives.length > 0) return undefined;
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      stack.pop();
      keys.pop();
      continue;
    }
    if (event.anchorStart >= 0 || event.tagStart >= 0) return undefined;
    const value = event.type === EVENT_ID.SCALAR ? scalarOf(text, event) : event.type === EVENT_ID.SEQUENCE ? [] : {};
    if (value === undefined) return undefined;
    const holder = stack.at(-1);
    if (holder === undefined) {
      if (root !== undefined) return undefined;
      root = value;
    } else if (Array.isArray(holder)) holder.push(value);
    else {
      const key = keys.at(-1);
      if (key === undefined) {
        // 1 and true are keys by their text, which only the careful reader cuts out
        if (typeof value !== 'string' || FORBIDDEN.has(value) || Object.hasOwn(holder, value)) return undefined;
        keys[keys.length - 1] = value;
        continue;
      }
      holder[key] = value;
      keys[keys.length - 1] = undefined;
    }
    if (event.type === EVENT_ID.SCALAR) continue;
    stack.push(value as unknown[] | Record<string, unknown>);
    keys.push(undefined);
  }
  return root ?? undefined;
}

/** Undefined for an escaped text, which may hide a strange character. */
function scalarOf(text: string, event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): unknown {
  if (event.valueStart < 0) return null;
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && text.slice(event.valueStart, event.valueEnd).includes('\\')) return undefined;
  const raw = getScalarValue(text, event);
  return event.style === SCALAR_STYLE.PLAIN ? plainScalar(raw) : raw;
}
