import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { applyFixes, type Fixed, type PageReader } from '../edit/fix.ts';
import { oneLine, plain } from '../formats/escape.ts';
import { counted } from '../formats/format.ts';
import { readAt } from '../workspace/disk.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';

/** What was found, and how to look again with some files changed: their new texts by name. */
export interface Fixable {
  readonly root: string;
  readonly found: Outcome;
  again(texts: ReadonlyMap<string, string>): Outcome | Promise<Outcome>;
}

/** What rounds of fixing came to. */
interface Mended {
  readonly texts: ReadonlyMap<string, string>;
  /** Rules that were put right, by file, one for each finding. */
  readonly fixed: ReadonlyMap<string, readonly string[]>;
  /** What was offered and not put in, and why. */
  readonly refused: readonly Refused[];
  readonly left: number;
}

interface Refused {
  readonly diagnostic: Diagnostic;
  readonly because: string;
}

// a fix may bring out the next: under a misspelt key nothing is judged
const MOST_ROUNDS = 6;

/** Writes what the findings offer as fixes, or with `dry` prints it as a patch; tells of it on stderr, so that the output stays what it is. Gives the number of fixes. */
export async function fixFiles(fixable: Fixable, dry: boolean, io: Pick<Io, 'out' | 'err' | 'colour'>): Promise<number> {
  const { found, root } = fixable;
  const mended = withoutOvertaken(await mend(fixable), fixable, io);
  const secret = new Set(found.diagnostics.filter((each) => each.secret).map((each) => each.file));
  for (const [file, text] of mended.texts) {
    if (!dry) writeFile(`${root}/${file}`, text);
    // a patch shows the lines around a change as they are
    else if (secret.has(file)) io.err(`${oneLine(file)} holds what looks like a password, so its patch is not shown.\n`);
    else io.out(shown((await import('../edit/diff.ts')).patch(file, found.texts.get(file) ?? '', text), io));
  }
  io.err(wordsOf(mended, dry));
  return [...mended.fixed.values()].flat().length;
}

/** What somebody wrote since a file was read stays: such a file is left to the next look. */
function withoutOvertaken(mended: Mended, { root, found }: Fixable, io: Pick<Io, 'err'>): Mended {
  const overtaken = new Set([...mended.texts.keys()].filter((file) => readAt(`${root}/${file}`)?.text !== found.texts.get(file)));
  for (const file of overtaken) io.err(`${oneLine(file)} was changed while it was being fixed, so nothing was written into it. Run this again.\n`);
  const kept = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...map].filter(([file]) => !overtaken.has(file)));
  return { ...mended, texts: kept(mended.texts), fixed: kept(mended.fixed) };
}

/** Fixes until nothing is left to fix, all in memory. A file in which a fix did not mend what it was for goes back to what it was, and does without it. */
async function mend({ found, again }: Fixable): Promise<Mended> {
  let texts: ReadonlyMap<string, string> = new Map();
  let now = found;
  const fixed = new Map<string, string[]>();
  const refused = new Map<string, Refused>();
  const readPage = await pageReaderFor(found);
  const refuse = (diagnostics: readonly Diagnostic[], because: string): void => {
    for (const diagnostic of diagnostics) refused.set(nameOf(diagnostic), { diagnostic, because });
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const done = roundOf(now, texts, refused, readPage);
    for (const each of done.values()) refuse(each.refused, 'the file could not be read with it');
    const put = new Map([...done].filter(([, each]) => each.fixed.length > 0));
    if (put.size === 0) break;
    const after = await again(new Map([...texts, ...[...put].map(([file, { text }]) => [file, text] as const)]));
    const [had, has] = [countsOf(now), countsOf(after)];
    const good = new Map<string, string>();
    for (const [file, each] of put) {
      const futile = each.fixed.filter((one) => (has.get(nameOf(one)) ?? 0) >= (had.get(nameOf(one)) ?? 0));
      refuse(futile, 'what it writes would be found again');
      if (futile.length > 0) continue;
      good.set(file, each.text);
      fixed.set(file, [...(fixed.get(file) ?? []), ...each.fixed.map(({ ruleId }) => ruleId)]);
    }
    texts = new Map([...texts, ...good]);
    now = good.size === put.size ? after : await again(texts);
  }
  return { texts, fixed, refused: [...refused.values()], left: now.diagnostics.length };
}

/** Pages alone need the Markdown reader. */
async function pageReaderFor({ texts }: Outcome): Promise<PageReader | undefined> {
  return [...texts.keys()].some((file) => /\.mdx?$/.test(file)) ? (await import('../parse/page.ts')).parsePage : undefined;
}

/** What becomes of each file when its fixes are put in once. */
function roundOf(
  { diagnostics, texts: read }: Outcome,
  texts: ReadonlyMap<string, string>,
  refused: ReadonlyMap<string, unknown>,
  readPage: PageReader | undefined,
): ReadonlyMap<string, Fixed> {
  const offered = diagnostics.filter((each) => each.fix && !refused.has(nameOf(each)));
  const files = [...Map.groupBy(offered, (each) => each.file)];
  return new Map(
    files.flatMap(([file, own]) => {
      const text = texts.get(file) ?? read.get(file);
      return text === undefined ? [] : [[file, applyFixes(file, text, own, readPage)] as const];
    }),
  );
}

/** What a finding is called from round to round, though its place moves. */
function nameOf({ file, ruleId, message }: Diagnostic): string {
  return JSON.stringify([file, ruleId, message]);
}

function countsOf({ diagnostics }: Outcome): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of diagnostics) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return counts;
}

function wordsOf({ fixed, refused, left }: Mended, dry: boolean): string {
  const done = dry ? 'would be fixed' : 'fixed';
  const all = [...fixed.values()].flat().length;
  const files = [...fixed].map(([file, rules]) => `  ${oneLine(file)}: ${rules.length} (${[...new Set(rules)].join(', ')})\n`);
  const not = refused.map(
    ({ diagnostic: { file, range, ruleId }, because }) =>
      `  ${oneLine(file)}:${range.start.line}:${range.start.column} is left as it was: ${because}.  ${ruleId}\n`,
  );
  if (all === 0) return `Nothing here can be fixed without a person.\n${not.join('')}`;
  const rest = left === 0 ? 'nothing is left' : `${left} left for a person`;
  return `${counted(all, 'finding')} ${done} in ${counted(fixed.size, 'file')}, ${rest}.\n${files.join('')}${not.join('')}`;
}

/** A patch as it is, so that git takes it; on a terminal in colours. What could speak to a terminal or a log is made visible all the same. */
function shown(patch: string, io: Pick<Io, 'colour'>): string {
  const { paint } = viewOf(io);
  const colours = { '+': 'green', '-': 'red', '@': 'cyan' } as const;
  return patch
    .split('\n')
    .map((line) => {
      const body = line.replace(/\r$/, '');
      const inert = plain(body);
      const safe = io.colour || inert !== body.replaceAll('\t', '  ') ? inert : line;
      const colour = colours[line[0] as keyof typeof colours];
      return colour ? paint(colour, safe) : safe;
    })
    .join('\n');
}
