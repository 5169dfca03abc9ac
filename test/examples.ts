import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Usage } from '../linter/organisation/failure.ts';
import { baseFolder, type Case, casesOf, lintCase } from './case.ts';

/** A line of a case that a rule objects to, what it says of it, and lines with the same key that might be right instead. */
interface Example {
  readonly from: Case;
  readonly bad: string;
  readonly says: string;
  readonly candidates: readonly string[];
}

// the frame of a finding cuts longer ones
const MOST_CHARACTERS = 109;
const MOST_COLUMN = 90;

/** An example as explain shows it. */
export interface Shown {
  readonly bad: string;
  readonly says: string;
  readonly good?: string | undefined;
}

const MOST_LOOKS = 6;

/**
 * An example of a rule from its cases: of a single file rather than of a folder, and one that can be put right if there is any.
 * One that was found before stays as long as it is still true: to look through all cases takes its time.
 */
export function exampleOf(rule: string, before: Shown | undefined): Shown | undefined {
  const cases = casesOf(rule).filter((each) => !each.good);
  const [folders, files] = [true, false].map((isFolder) => cases.filter((each) => statSync(each.path).isDirectory() === isFolder));
  const found = [...(files ?? []), ...(folders ?? [])].flatMap((each) => shown(rule, each));
  const same = found.find(({ bad, says }) => bad === before?.bad && says === before.says);
  if (before && same && (before.good === undefined || (same.candidates.includes(before.good) && isRight(rule, same, before.good)))) return before;
  for (const example of found.slice(0, MOST_LOOKS)) {
    const good = example.candidates.find((candidate) => isRight(rule, example, candidate));
    if (good) return { bad: example.bad, says: example.says, good };
  }
  return found[0] && { bad: found[0].bad, says: found[0].says };
}

function shown(rule: string, from: Case): Example[] {
  const lines = readFileSync(from.golden, 'utf8').split('\n');
  const at = lines.findIndex((line) => FINDING.exec(line)?.groups?.['id'] === rule);
  const { says, column } = FINDING.exec(lines[at] ?? '')?.groups ?? {};
  const bad = /^ +\d+ \| (.*)$/.exec(lines[at + 1] ?? '')?.[1];
  if (says === undefined || bad === undefined || Number(column) > MOST_COLUMN || bad.length > MOST_CHARACTERS || says.length > 300) return [];
  return [{ from, bad: bad.trim(), says, candidates: candidatesFor(rule, bad) }];
}

/** A finding's first line in the output: place and severity, message, rule. */
const FINDING = /^ {2}\d+:(?<column>\d+) {2}\w+ {2}(?<says>.*) {2}(?<id>\S+)$/;

/** Another line alone puts nothing right here: somebody has to do something first, and a line that claims it would be a lie. */
const DEEDS: ReadonlySet<string> = new Set(['ids-not-reused', 'not-in-future', 'review-current', 'signoff-in-order', 'walkthrough-fresh', 'walkthrough-told']);

/** Lines of the ok cases, then of the base, that begin with the same key and say something else. */
function candidatesFor(rule: string, bad: string): readonly string[] {
  const key = /^\s*(?:- )?(?:\{ )?[\w-]+:/.exec(bad)?.[0].trim();
  // another state asks for less, and an open answer says nothing: neither puts anything right
  if (!key || key === 'state:' || DEEDS.has(rule)) return [];
  const texts = [
    ...casesOf(rule)
      .filter((each) => each.good)
      .map((each) => each.path),
    baseFolder,
  ].flatMap(textsIn);
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return [...new Set(lines)]
    .filter((line) => line.startsWith(key) && line !== bad.trim() && !/: open\b/.test(line) && line.length <= MOST_CHARACTERS)
    .slice(0, 6);
}

function textsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, 'utf8')];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (name.startsWith('.') || name === 'evidence' || name.endsWith('.out') ? [] : textsIn(join(path, name))));
}

/** Whether the rule does not object to the case with its line put right, and no other error comes with it. */
function isRight(rule: string, { from, bad }: Example, good: string): boolean {
  const golden = readFileSync(from.golden, 'utf8').split('\n');
  const before = golden.flatMap((line) => {
    const { id = '', says = '' } = FINDING.exec(line)?.groups ?? {};
    return id ? [{ id, says }] : [];
  });
  const known = new Set(before.map(({ id, says }) => `${id} ${says}`));
  const file =
    golden
      .slice(
        0,
        golden.findIndex((line) => FINDING.exec(line)?.groups?.['id'] === rule),
      )
      .findLast((line) => /^\S/.test(line)) ?? '';
  const after = withLine(from, file, bad, good, (changed) => lintCase(changed).diagnostics);
  if (!after || after.filter((each) => each.ruleId === rule).length >= before.filter(({ id }) => id === rule).length) return false;
  return after.every(({ severity, ruleId, message }) => severity === 'info' || known.has(`${ruleId} ${message}`));
}

/** Undefined where the config cannot be used any more. */
function withLine<T>(from: Case, file: string, bad: string, good: string, look: (changed: Case) => T): T | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-example-'));
  try {
    const path = join(folder, basename(from.path));
    cpSync(from.path, path, { recursive: true, verbatimSymlinks: true });
    const place = statSync(path).isDirectory() ? join(path, file) : path;
    if (existsSync(place))
      writeFileSync(
        place,
        readFileSync(place, 'utf8').replace(bad, () => good),
      );
    return look({ ...from, path });
  } catch (error) {
    if (error instanceof Usage) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
