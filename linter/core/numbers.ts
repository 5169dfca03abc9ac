/** Whole numbers, a blank between each: JSON reads one text much faster than many small lists, of which few are ever needed. */
export type Numbers = string;

export function numbersIn(text: Numbers | undefined): number[] {
  return text ? text.split(' ').map(Number) : [];
}

/** Notes a number under a name. */
export function note(notes: Record<string, Numbers>, name: string | number, number: number): void {
  const before = notes[name];
  notes[name] = before === undefined ? String(number) : `${before} ${number}`;
}
