import { createTwoFilesPatch } from 'diff';

/** What a change does to a file, as a patch that git can apply. */
export function patch(file: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 2 }).replace(/^=+\n/, '');
}
