import type { Span } from '../core/text.ts';
import type { Fault } from './yaml.ts';

// a page has a few kilobytes; the time of the Markdown reader grows with the square of these
const MOST_CHARACTERS = 100_000;
const MOST_LINES = 2_000;
const MOST_MARKS = 500;
/** Marks of emphasis, links, tags and code: in one paragraph each may belong to any other. */
const MARKS = /[*_[\]<{}`]/g;
const BRACES = /[{}]/g;
/** A line that begins a paragraph of its own without a blank line above it. */
const BEGINS = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/;
/** Quotes and lists inside each other on one line, or a list far to the right; a line of stars or hyphens alone is a rule across the page. */
const NESTED = /^(?![ \t]*([*-])(?:[ \t]*\1)*[ \t]*$)[ \t]*(?:(?:>[ \t]*|(?:[*+-]|\d{1,9}[.)])[ \t]+)){7}|^[ \t>]{50,}(?:[*+-]|\d{1,9}[.)])[ \t]/;

/** What is said of a message of which there is too much. */
export const tooMuchWords = 'is too long, or nested too deep, for a message that somebody reads.';

/** What would keep the Markdown reader busy for minutes. In MDX each brace may end code, which is then read from its beginning. */
export function tooMuchIn(text: string, mdx = false): Fault | undefined {
  if (text.length > MOST_CHARACTERS) return small('large', [0, 0], text.length);
  if (mdx && (text.match(BRACES)?.length ?? 0) > MOST_MARKS) return small('many', [0, 0], MOST_MARKS, 'braces');
  let at = 0;
  let marks = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const span = [at, at + line.length] as const;
    if (number >= MOST_LINES) return small('many', span, MOST_LINES, 'lines');
    if (NESTED.test(line)) return small('deep', span);
    const own = line.match(MARKS)?.length ?? 0;
    marks = line.trim() === '' || BEGINS.test(line) ? own : marks + own;
    if (marks > MOST_MARKS) return small('marks', span, MOST_MARKS);
    at = span[1] + 1;
  }
  return undefined;
}

/** Why a page is more than anybody reads. */
export function small(messageId: 'large' | 'many' | 'marks' | 'deep', span: Span, size = 0, what = ''): Fault {
  return { ruleId: 'page-small', messageId, at: [], span, data: { size: size.toLocaleString('en-US'), what } };
}
