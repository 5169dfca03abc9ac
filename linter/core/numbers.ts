/** Whole numbers, a blank between each: JSON reads one text much faster than many small lists, of which few are ever needed. */
export type Numbers = string;

export function numbersIn(text: Numbers | undefined): number[] {
  return text ? text.split(' ').map(Number) : [];
}
