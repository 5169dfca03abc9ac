/** Whole numbers, a comma between each: JSON reads one text much faster than many small lists, of which few are ever needed. */
export type Numbers = string;

export function numbersIn(text: Numbers | undefined): number[] {
  return text ? (JSON.parse(`[${text}]`) as number[]) : [];
}

export function written(numbers: readonly number[]): Numbers {
  return numbers.join(',');
}
