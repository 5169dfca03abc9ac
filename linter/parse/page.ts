import { diagnose, type Settings } from '../core/judge.ts';
import type { Diagnostic } from '../core/rule.ts';
import { lineStarts, type Path, type Place, spanOf } from '../core/text.ts';
import { type Node, spanOfNode } from '../core/tree.ts';
import { checks } from './checks.ts';
import type { Parsed, Source } from './file.ts';
import { parseFile } from './file.ts';
import { readMdx, readPage } from './mdx.ts';
import { small, tooMuchIn } from './much.ts';
import { checkShape } from './shape.ts';
import { strangeCharacters } from './strange.ts';
import { type Fault, readYaml } from './yaml.ts';

/** A parsed page: its frontmatter as `value`, its words as a tree. Without `places` it could not be read. */
export interface ParsedPage extends Parsed {
  readonly root?: Node | undefined;
}

const MOST_LEVELS = 40;

/** Reads a page: YAML between `---` on top, then Markdown or MDX. */
export function parsePage(kind: 'page' | 'doc', source: Source, settings: Pick<Settings, 'site'>): ParsedPage {
  const { file, text } = source;
  if (source.problem) return parseFile(kind, source, settings);
  const tell = (fault: Fault, places?: () => Place): Diagnostic => {
    const check = checks[fault.ruleId];
    return diagnose({ id: fault.ruleId, severity: check.severity, messages: check.messages }, fault, { file, text, places }, settings);
  };
  const unread = (faults: readonly Fault[]): ParsedPage => ({ kind, file, text, broken: new Set(), diagnostics: faults.map((fault) => tell(fault)) });
  const much = tooMuchIn(text, file.endsWith('.mdx'));
  const strange = much ? [much] : strangeCharacters(text);
  if (strange.length > 0) return unread(strange);
  const front = frontmatterOf(text);
  if (front.fault) return unread([front.fault]);
  const reading = readYaml(front.yaml);
  if (reading.faults) return unread(reading.faults);
  const body = readBody(file, text);
  if (body.fault) return unread([body.fault]);
  const places = (): Place => reading.root;
  const shaped = checkShape(kind, reading.data, (path: Path) => text.slice(...spanOf(places(), path)));
  const diagnostics = shaped.faults.map((fault) => tell(fault, places));
  return { kind, file, text, places, value: shaped.value, broken: shaped.broken, diagnostics, root: body.root };
}

/** The YAML on top, at the same offsets as in the page. */
function frontmatterOf(text: string): { readonly yaml: string; readonly fault?: undefined } | { readonly fault: Fault; readonly yaml?: undefined } {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0];
  if (open === undefined) return { fault: { ruleId: 'frontmatter-given', messageId: 'missing', at: [], span: [0, 0] } };
  const close = /^---[ \t]*\r?$/m.exec(text.slice(open.length));
  if (!close) return { fault: { ruleId: 'frontmatter-given', messageId: 'unclosed', at: [], span: [0, 3] } };
  const yaml = text.slice(open.length, open.length + close.index);
  // to the site the facts end at the first line that begins so, whatever comes behind it
  const early = /^(?:---|\+\+\+).*/m.exec(yaml);
  if (early) return { fault: { ruleId: 'frontmatter-given', messageId: 'unclosed', at: [], span: [open.length + early.index, open.length + early.index + 3] } };
  if (yaml.trim() === '') return { fault: { ruleId: 'frontmatter-given', messageId: 'missing', at: [], span: [0, 3] } };
  return { yaml: open.replaceAll(/[^\r\n]/g, ' ') + yaml };
}

type Body = { readonly root: Node; readonly fault?: undefined } | { readonly fault: Fault; readonly root?: undefined };

function readBody(file: string, text: string): Body {
  try {
    const { root, problem } = file.endsWith('.mdx') ? readMdx(text) : { root: readPage(text), problem: undefined };
    if (!root) return { fault: unreadable(text, problem.at, problem.reason) };
    const deep = tooDeepIn(root);
    return deep ? { fault: small('deep', spanOfNode(deep)) } : { root };
  } catch (error) {
    // an expression or a tag in a tag in a tag: the readers call themselves for each
    if (error instanceof RangeError) return { fault: small('deep', [0, 0]) };
    throw error;
  }
}

/** A node that lies deeper than anybody can follow; those that walk a page's tree call themselves for each level. */
function tooDeepIn(root: Node): Node | undefined {
  let level: readonly Node[] = [root];
  for (let depth = 0; depth < MOST_LEVELS; depth += 1) level = level.flatMap((node) => node.children ?? []);
  return level[0];
}

/** Where and why MDX cannot be read, from the parser's own words: it points behind what is wrong, or nowhere. */
function unreadable(text: string, at: number, reason: string): Fault {
  const fault = (messageId: string, start: number, end: number, tag = ''): Fault => {
    const from = Math.max(0, start);
    return { ruleId: 'valid-mdx', messageId, at: [], span: [from, Math.max(from, end)], data: { tag } };
  };
  const [, tag = '', line, column] = /^Expected a closing tag for `<([^`]*)>` \((\d+):(\d+)-/.exec(reason) ?? [];
  if (line !== undefined) {
    const start = (lineStarts(text)[Number(line) - 1] ?? 0) + Number(column) - 1;
    return fault(/^[a-z]/.test(tag) ? 'html' : 'unclosed', start, text.indexOf('>', start) + 1, tag);
  }
  const opens = /expression|brace|spread/.test(reason) ? '{' : '<';
  const start = text.lastIndexOf(opens, at);
  if (opens === '{') return fault('brace', start, start + 1);
  if (text.startsWith('<!--', start)) return fault('comment', start, start + 4);
  const [found = '<'] = /^<[^\s>]{0,80}>?/.exec(text.slice(Math.max(0, start), start + 100)) ?? [];
  const messageId = found.startsWith('</') ? 'end' : /^<[^="']*[:@]/.test(found) ? 'link' : 'tag';
  return fault(messageId, start, start + found.length, found);
}
