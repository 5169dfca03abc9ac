/** A stretch of a filled-in template: its own words, or what stands in a slot. */
export interface Part {
  readonly words: string;
  /** Offset of its first character in the finished text. */
  readonly start: number;
  readonly slot?: string;
  /** For a slot with a value: the offset in the value of its first character that counts. */
  readonly lead?: number;
}

/** Where a stretch of the finished text stands in a slot's value. */
export interface InSlot {
  readonly slot: string;
  readonly span: readonly [number, number];
}

/** Fills a template's slots. A slot without a value keeps its braces; a name that is no slot is words. */
export function fill(template: string, values: Readonly<Record<string, string>>, from = 0): readonly Part[] {
  const parts: Part[] = [];
  let start = from;
  const add = (words: string, rest: Omit<Part, 'words' | 'start'> = {}): void => {
    if (words !== '') parts.push({ words, start, ...rest });
    start += words.length;
  };
  const pieces = template.split(/(\{[a-z0-9-]+\})/);
  for (const [at, piece] of pieces.entries()) {
    const name = piece.startsWith('{') ? piece.slice(1, -1) : '';
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) add(piece);
    else if (value.trim() === '') add(piece, { slot: name });
    else add(ended(value.trim(), pieces[at + 1] ?? ''), { slot: name, lead: value.length - value.trimStart().length });
  }
  return parts;
}

/** A value that ends its sentence loses its full stop where the template sets one. */
function ended(value: string, next: string): string {
  return next.startsWith('.') && /[^.]\.$/.test(value) ? value.slice(0, -1) : value;
}

/** The words of parts as one text. */
export function textOf(parts: readonly Part[]): string {
  return parts.map(({ words }) => words).join('');
}

/** Names of the slots that are still blank, each once, in the order of the text. */
export function blanksIn(parts: readonly Part[]): readonly string[] {
  return [...new Set(parts.flatMap(({ slot, lead }) => (slot !== undefined && lead === undefined ? [slot] : [])))];
}

/** Whether a stretch of the finished text touches a slot that is still blank. */
export function touchesBlank(parts: readonly Part[], [start, end]: readonly [number, number]): boolean {
  return parts.some((part) => part.slot !== undefined && part.lead === undefined && part.start < end && start < part.start + part.words.length);
}

/** The slot that a stretch begins in, and its place in the slot's value where it lies in that alone. */
export function slotAt(parts: readonly Part[], [start, end]: readonly [number, number]): { readonly slot: string; readonly inside?: InSlot } | undefined {
  const touched = parts.filter((part) => part.slot !== undefined && part.lead !== undefined && part.start < end && start < part.start + part.words.length);
  const [first] = touched;
  if (first?.slot === undefined || first.lead === undefined) return undefined;
  const { slot, lead } = first;
  const within = first.start <= start && end <= first.start + first.words.length;
  return within ? { slot, inside: { slot, span: [start - first.start + lead, end - first.start + lead] } } : { slot };
}
