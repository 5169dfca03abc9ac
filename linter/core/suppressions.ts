import type { Suppressed } from './outcome.ts';
import type { Diagnostic, Edit } from './rule.ts';
import { nearest } from './suggest.ts';
import type { Span } from './text.ts';

/** A comment that silences one rule on one line. */
export interface Suppression {
  /** Empty where the comment does not read like one: it silences nothing. */
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  /** 1-based lines that it is for, both included: its own or the next, with all of a text that begins there. */
  readonly lines: readonly [first: number, last: number];
  /** It is no comment but part of a text, and would go out with it. */
  readonly inText: boolean;
  /** What goes with it when it is deleted: its line, or the blanks in front of it; undefined where the text around it would close up. */
  readonly removal?: Span | undefined;
}

const WORD = 'closeout-ignore';
const FORM = /^closeout-ignore[ \t]+([\w/-]+)[ \t]*(?::(.*))?$/;
/** What stands on the line before the word: the beginning of a comment. */
const YAML = /(?:^|[ \t])(#[ \t]*)$/;
const PAGE = /(\{\/\*[ \t]*|<!--[ \t]*)$/;
const CLOSE = /[ \t]*(?:\*\/\}|-->)/;

/** The suppressions of a text: `# closeout-ignore rule: reason` in YAML, the same as a comment of MDX or Markdown in a page. */
export function suppressionsIn(text: string, inPage: boolean): Suppression[] {
  if (!text.includes(WORD)) return [];
  const lines = text.split('\n');
  const yamlEnds = inPage ? lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line)) : lines.length;
  const apart = inPage ? fencesIn(lines) : blocksIn(lines);
  const found: (Suppression & { readonly at: number; readonly alone: boolean })[] = [];
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const word = line.indexOf(WORD);
    const before = line.slice(0, Math.max(word, 0));
    const open = (at < yamlEnds ? YAML : PAGE).exec(before)?.[1];
    // what stands in code is an example of one
    const isCode = inPage && (apart.get(at) === 'inside' || before.split('`').length % 2 === 0);
    if (word !== -1 && open !== undefined && !isCode) {
      const rest = line.slice(word).trimEnd();
      const close = at < yamlEnds ? undefined : CLOSE.exec(rest);
      const [, rule = '', reason = ''] = FORM.exec(rest.slice(0, close?.index)) ?? [];
      const end = word + (close ? close.index + close[0].length : rest.length);
      const span = [start + word - open.length, start + end] as const;
      const front = before.slice(0, -open.length);
      const alone = `${front}${line.slice(end)}`.trim() === '';
      const whole = [start, Math.min(start + line.length + 1, text.length)] as const;
      const removal = !alone ? ([start + front.trimEnd().length, span[1]] as const) : at < yamlEnds || isApart(lines, at) ? whole : undefined;
      found.push({ rule, reason: reason.trim(), span, lines: [at + 1, at + 1], inText: apart.get(at) === 'inside', removal, at, alone });
    }
    start += line.length + 1;
  }
  const comments = new Set(found.flatMap(({ at, alone }) => (alone ? [at] : [])));
  return found.map(({ at, alone, ...suppression }) => {
    let first = at;
    while (alone && first < lines.length && (comments.has(first) || lines[first]?.trim() === '')) first += 1;
    const last = apart.get(first);
    return { ...suppression, lines: [first + 1, (typeof last === 'number' ? last : first) + 1] };
  });
}

/** Whether a line of a page has a blank one beside it. */
function isApart(lines: readonly string[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].some((line = '') => line.trim() === '');
}

const FENCE = /^ {0,3}(?:```|~~~)/;

/** Lines of a page that are code between fences. */
function fencesIn(lines: readonly string[]): ReadonlyMap<number, 'inside' | number> {
  const inside = new Map<number, 'inside'>();
  let open = false;
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) open = !open;
    else if (open) inside.set(at, 'inside');
  }
  return inside;
}

const BLOCK = /(?:^|[:-])[ \t]+[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;

/** Texts of YAML that go on over several lines: the last line of each, by its first, and the lines inside. */
function blocksIn(lines: readonly string[]): ReadonlyMap<number, 'inside' | number> {
  const blocks = new Map<number, 'inside' | number>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    if (!BLOCK.test(line) || /^ *#/.test(line)) continue;
    const [dashes = ''] = /^ *(?:- +)*/.exec(line) ?? [];
    const indent = /^[|>]/.test(line.slice(dashes.length)) ? dashes.lastIndexOf('-') : dashes.length;
    const head = at;
    let last = at;
    for (let next = at + 1; next < lines.length; next += 1) {
      const text = lines[next] ?? '';
      if (text.trim() === '') continue;
      if (text.length - text.trimStart().length <= indent) break;
      last = next;
    }
    for (at = head + 1; at <= last; at += 1) blocks.set(at, 'inside');
    blocks.set(head, last);
    at = last;
  }
  return blocks;
}

/** A suppression that is wrong itself, as a message of `suppression-explained` or `suppression-used`. */
export interface SuppressionFault {
  readonly ruleId: 'suppression-explained' | 'suppression-used';
  readonly messageId: string;
  readonly at: readonly [];
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
  readonly fix?: Edit;
}

/** What stays of the diagnostics when those that a suppression names are dropped, which those are, and what is wrong with the suppressions. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  known: ReadonlyMap<string, { readonly firm: boolean }>,
): { readonly kept: readonly Diagnostic[]; readonly suppressed: readonly Suppressed[]; readonly faults: readonly SuppressionFault[] } {
  const dropped = new Map<Diagnostic, string>();
  const faults = suppressions.flatMap(({ rule, reason, span, lines: [first, last], inText, removal }): SuppressionFault[] => {
    const tell = (ruleId: SuppressionFault['ruleId'], messageId: string, data = {}): SuppressionFault[] => [
      { ruleId, messageId, at: [], span, data: { rule, ...data } },
    ];
    if (inText) return tell('suppression-explained', 'text');
    if (rule === '') return tell('suppression-explained', 'form');
    const found = known.get(rule);
    if (!found) {
      const suggestion = nearest(rule, known.keys());
      return tell('suppression-explained', suggestion ? 'typo' : 'unknown', suggestion ? { suggestion } : {});
    }
    if (found.firm) return tell('suppression-explained', 'firm');
    if (reason.length < 4) return tell('suppression-explained', 'reason');
    const hit = diagnostics.filter((each) => each.ruleId === rule && each.range.start.line <= last && each.range.end.line >= first);
    for (const each of hit) dropped.set(each, reason);
    // one that finds the rule elsewhere in the file was perhaps put in the wrong line
    const fix = removal && !diagnostics.some((each) => each.ruleId === rule) && { fix: { span: removal, text: '' } };
    return hit.length === 0 ? tell('suppression-used', 'unused').map((fault) => ({ ...fault, ...fix })) : [];
  });
  const suppressed = [...dropped].map(([diagnostic, reason]) => ({ diagnostic, reason }));
  return { kept: diagnostics.filter((each) => !dropped.has(each)), suppressed, faults };
}
