/** Whole numbers, a blank between each: JSON reads one text much faster than many small lists, of which few are ever needed. */
export type Numbers = string;

export function numbersIn(text: Numbers | undefined): number[] {
  return text ? text.split(' ').map(Number) : [];
}

/** Notes numbers under a name. */
export function note(notes: Map<string, Numbers>, name: string, ...numbers: readonly number[]): void {
  const before = notes.get(name);
  notes.set(name, before === undefined ? numbers.join(' ') : `${before} ${numbers.join(' ')}`);
}
