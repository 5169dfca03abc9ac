/** A point in a text: 1-based line and column (columns count UTF-16 units, as editors do), 0-based offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of text, its end exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Two 0-based offsets, the second exclusive. */
export type Span = readonly [start: number, end: number];

/** A place in data: keys and indexes from the root down. */
export type Path = readonly (string | number)[];

/** Where each value and key of a document stands in its text. */
export interface Place {
  readonly value: Span;
  readonly key?: Span;
  readonly inside?: ReadonlyMap<string | number, Place> | undefined;
  /** One of those inside, where it can be told without working out all of them. */
  readonly find?: (step: string | number) => Place | undefined;
}

// diagnostics come file by file: without this, a hundred thousand of them in one file take minutes
let latest = { text: '', starts: [0], nextBreak: -1 };

/** Offsets at which lines begin; the first is 0. */
export function lineStarts(text: string): readonly number[] {
  return startsUntil(text, text.length);
}

/** The same as far as a position needs them: most findings stand in the first lines. */
function startsUntil(text: string, offset: number): readonly number[] {
  if (text !== latest.text) latest = { text, starts: [0], nextBreak: text.indexOf('\n') };
  while (latest.nextBreak !== -1 && latest.nextBreak < offset) {
    const start = latest.nextBreak + 1;
    latest.starts.push(start);
    latest.nextBreak = text.indexOf('\n', start);
  }
  return latest.starts;
}

/** The position of an offset of a text. */
export function positionIn(text: string, offset: number): Position {
  return positionAt(startsUntil(text, offset), offset);
}

/** The position of an offset, by binary search over `lineStarts`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
}

/** The span of a path's value (or key); of the key that would hold it where it is missing. */
export function spanOf(root: Place, path: Path, on: 'key' | 'value' = 'value'): Span {
  let place = root;
  for (const step of path) {
    const next = place.find ? place.find(step) : place.inside?.get(step);
    if (!next) return place.key ?? firstLine(place);
    place = next;
  }
  if (path.length === 0) return firstLine(place);
  return on === 'key' ? (place.key ?? place.value) : place.value;
}

/** A document's root has no key: point at its first key instead of at everything. */
function firstLine(place: Place): Span {
  const first = place.inside?.values().next().value;
  return first?.key ?? first?.value ?? [place.value[0], place.value[0]];
}
