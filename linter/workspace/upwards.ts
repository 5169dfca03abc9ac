import { dirname } from 'node:path';

/** The nearest folder that something holds for: this one, or one above it; undefined where there is none up to the top. */
export function nearestAbove(folder: string, holds: (folder: string) => boolean): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (holds(each)) return each;
    if (each === dirname(each)) return undefined;
  }
}
