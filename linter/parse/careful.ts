import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { lineStarts, type Place, positionAt, type Span } from '../core/text.ts';
import type { CheckId } from './checks.ts';
import { placesOf } from './places.ts';
import { plainData } from './plain.ts';
import { plainScalar } from './scalars.ts';
import { closeOf, scalarSpan } from './spans.ts';
import { strangeCodes } from './strange.ts';
import { syntaxFault } from './syntax.ts';
import type { Fault, Reading } from './yaml.ts';

const MOST_LEVELS = 64;

type Mutable = { value: [number, number]; key?: Span; inside?: Map<string | number, Mutable> };
type Open = { event: Event; place: Mutable; data: Record<string, unknown> | unknown[]; key?: { name: string; span: Span } | undefined };

/** Reads a text over the parser's events: where anything in it is unusual, this says what is not plain YAML, and where. */
export function readCarefully(text: string): Reading {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: MOST_LEVELS });
  } catch (error) {
    if (error instanceof YAMLException) return { faults: [syntaxFault(text, error)] };
    throw error;
  }
  const data = plainData(text, events);
  if (data === undefined) return build(text, events);
  let root: Place | undefined;
  return {
    data,
    get root() {
      root ??= placesOf(text, events) ?? build(text, events).root;
      if (!root) throw new Error('a text that was read cannot be read again');
      return root;
    },
  };
}

function fault(ruleId: CheckId, messageId: string, span: Span, data: Fault['data'] = {}): Fault {
  return { ruleId, messageId, at: [], span, data };
}

function build(text: string, events: readonly Event[]): Reading {
  const faults: Fault[] = [];
  const stack: Open[] = [];
  let root: { place: Mutable; data: unknown } | undefined;
  const asks = text.includes('?');
  let cursor = 0;
  let documents = 0;

  /** Puts a finished key or value into the collection that is open. */
  const put = (place: Mutable, data: unknown, plainKey: boolean): void => {
    const holder = stack.at(-1);
    if (!holder) {
      root ??= { place, data };
      return;
    }
    holder.place.inside ??= new Map();
    if (Array.isArray(holder.data)) {
      holder.place.inside.set(holder.data.length, place);
      holder.data.push(data);
      return;
    }
    if (!holder.key) {
      const name = typeof data === 'string' ? data : text.slice(place.value[0], place.value[1]);
      faults.push(...keyFaults(text, name, place.value, plainKey, holder.place));
      holder.key = { name, span: place.value };
      return;
    }
    place.key = holder.key.span;
    if (!holder.place.inside.has(holder.key.name)) {
      holder.place.inside.set(holder.key.name, place);
      if (holder.key.name !== '__proto__') holder.data[holder.key.name] = data;
    }
    holder.key = undefined;
  };

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      documents += 1;
      if (documents === 2) faults.push(secondFault(text, cursor));
      if (event.directives.length > 0) faults.push(fault('no-directives', 'directive', lineSpan(text, text.search(/^%/m))));
      stack.push({ event, place: { value: [0, 0] }, data: [] });
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      const closed = stack.pop();
      if (!closed || closed.event.type === EVENT_ID.DOCUMENT) {
        if (documents === 1 && closed && Array.isArray(closed.data) && closed.data.length > 0) {
          root = { place: closed.place.inside?.get(0) ?? closed.place, data: closed.data[0] };
        }
        continue;
      }
      const { event: opening } = closed;
      closed.place.value[1] = 'start' in opening ? closeOf(text, opening, cursor) : cursor;
      cursor = closed.place.value[1];
      put(closed.place, closed.data, false);
      continue;
    }
    if (event.type === EVENT_ID.ALIAS) {
      const span: Span = [event.anchorStart - 1, event.anchorEnd];
      faults.push(fault('no-aliases', 'alias', span, { name: text.slice(event.anchorStart, event.anchorEnd) }));
      cursor = event.anchorEnd;
      put({ value: [...span] }, null, true);
      continue;
    }
    faults.push(...propertyFaults(text, event));
    if (event.type === EVENT_ID.SCALAR) {
      const value = scalarSpan(text, event, cursor);
      // between two tokens a question mark can only announce a complex key
      const isPlainKey = !asks || !text.slice(cursor, value[0]).replaceAll(/#.*/g, '').includes('?');
      cursor = value[1];
      const raw = event.valueStart < 0 ? '' : getScalarValue(text, event);
      if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) faults.push(...strangeCodes(text, value, raw));
      put({ value }, event.style === SCALAR_STYLE.PLAIN ? plainScalar(raw) : raw, isPlainKey);
      continue;
    }
    const start = event.start;
    cursor = start;
    stack.push({ event, place: { value: [start, start] }, data: event.type === EVENT_ID.SEQUENCE ? [] : {} });
  }

  if (faults.length > 0) return { faults: firstOfEach(faults) };
  if (!root || root.data === null) return { faults: [fault('valid-yaml', 'empty', [0, 0])] };
  return { data: root.data, root: root.place };
}

function keyFaults(text: string, name: string, span: Span, plain: boolean, holder: Mutable): Fault[] {
  if (!plain) return [fault('plain-keys', 'complex', span)];
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') return [fault('plain-keys', 'proto', span, { name })];
  if (name === '<<') return [fault('no-merge-keys', 'merge', span)];
  if (span[0] === span[1]) return [fault('plain-keys', 'empty', [Math.max(0, span[0] - 1), span[0]])];
  const first = holder.inside?.get(name);
  if (!first) return [];
  return [fault('unique-keys', 'twice', span, { name, line: positionAt(lineStarts(text), (first.key ?? first.value)[0]).line })];
}

function propertyFaults(text: string, event: Extract<Event, { anchorStart: number; tagStart: number }>): Fault[] {
  const faults: Fault[] = [];
  if (event.anchorStart >= 0) {
    faults.push(fault('no-anchors', 'anchor', [event.anchorStart - 1, event.anchorEnd], { name: text.slice(event.anchorStart, event.anchorEnd) }));
  }
  if (event.tagStart >= 0) faults.push(fault('no-tags', 'tag', [event.tagStart, event.tagEnd], { name: text.slice(event.tagStart, event.tagEnd) }));
  return faults;
}

/** The mark that ends the first document stands behind its last value. */
function secondFault(text: string, cursor: number): Fault {
  const marks = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marks.lastIndex = cursor;
  const mark = marks.exec(text);
  return fault('one-document', 'second', lineSpan(text, mark?.index ?? cursor), { mark: mark?.[0] ?? '---' });
}

function lineSpan(text: string, start: number): Span {
  const end = text.indexOf('\n', Math.max(0, start));
  return [Math.max(0, start), end === -1 ? text.length : end];
}

/** A bomb of a thousand aliases is one mistake: say each rule once, and of a key that stands many times the second place. */
function firstOfEach(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  // an alias cannot stand without its anchor, and the anchor comes first: one cause
  if (faults.some((each) => each.ruleId === 'no-anchors')) seen.add('no-aliases');
  return faults.filter((each) => {
    const mistake = each.ruleId === 'unique-keys' ? `${each.data?.['line']} ${each.data?.['name']}` : each.ruleId;
    return seen.size !== seen.add(mistake).size;
  });
}
