/** Offsets of the brackets and the quote that are open where the parser stopped, outermost first. */
export function opened(text: string, until: number): readonly number[] {
  const stack: number[] = [];
  let at = 0;
  while (at < until) {
    const next = step(text, at, until, stack);
    if (next === undefined) return [...stack, at];
    at = next;
  }
  return stack;
}

/** Takes one token; gives the offset behind it, or undefined where a quote that begins here is not closed in time. */
function step(text: string, at: number, until: number, stack: number[]): number | undefined {
  const character = text[at] ?? '';
  if (character === '[' || character === '{') stack.push(at);
  else if (character === ']' || character === '}') stack.pop();
  else if (character === '"' || character === "'") return afterQuote(text, at, until);
  else if (/[!&*]/.test(character)) return at + (/^\S*/.exec(text.slice(at, at + 200))?.[0].length ?? 1);
  else if (character === ':' && /["']/.test(text[at - 1] ?? '')) return at + 1;
  else if (character === '#' && /\s/.test(text[at - 1] ?? '\n')) return lineEnd(text, at);
  else if (stack.length === 0 && (character === '|' || character === '>')) return afterBlock(text, at);
  else if (/[^\s,?:-]/.test(character) || (/[?:-]/.test(character) && /[^\s,[\]{}]/.test(text[at + 1] ?? ' '))) return afterPlain(text, at, stack.length > 0);
  return at + 1;
}

// by hand: a pattern with a choice in a loop overflows its stack on a long text
function afterQuote(text: string, from: number, until: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < until; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] !== quote) continue;
    else if (quote === "'" && text[at + 1] === quote) at += 1;
    else return at + 1;
  }
  return undefined;
}

/** A plain text ends at a colon, a comment or the line's end; inside brackets also at a comma or a bracket. */
function afterPlain(text: string, from: number, flow: boolean): number {
  const ends = flow ? /[,[\]{}\n]/ : /\n/;
  const behindColon = flow ? /[\s,[\]{}]/ : /\s/;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const isColon = character === ':' && behindColon.test(text[at + 1] ?? ' ');
    const isComment = character === '#' && /\s/.test(text[at - 1] ?? ' ');
    if (isColon || isComment || ends.test(character)) return Math.max(from + 1, at);
  }
  return text.length;
}

/** A block text goes on over the lines that are indented more than its own. */
function afterBlock(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at) + 1;
  const indent = /^(?: |- )*/.exec(text.slice(start, at))?.[0].length ?? 0;
  let end = lineEnd(text, at);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    if (line.trim() !== '' && line.length - line.trimStart().length <= indent) return end;
    end = next;
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
