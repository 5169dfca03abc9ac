import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const SHORT = 40;
const AROUND = 6;
const MOST_CASES = 2;

/** A line of an example's file. */
export interface CaseLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** A finding points here. */
  readonly marked: boolean;
}

/** A test case of a rule: a file that the rule objects to, and what the linter says of it. */
export interface Case {
  readonly name: string;
  /** Missing where the output is about a file that is not there. */
  readonly file?: { readonly name: string; readonly lines: readonly CaseLine[]; readonly cut: boolean } | undefined;
  readonly says: string;
}

/** The first bad cases of a rule, from the tests: documentation that is checked with every change. */
export function casesOf(rule: string, folder = join(process.cwd(), 'test/cases')): readonly Case[] {
  const home = join(folder, ...rule.split('/'));
  if (!existsSync(home)) return [];
  const outs = readdirSync(home)
    .filter((name) => /^bad-.*\.out$/.test(name))
    .sort();
  return outs.slice(0, MOST_CASES).map((out) => caseOf(home, rule, out));
}

function caseOf(home: string, rule: string, out: string): Case {
  const says = readFileSync(join(home, out), 'utf8').trimEnd();
  const stem = out.slice(0, -'.out'.length);
  const beside = readdirSync(home).find((name) => name.startsWith(`${stem}.`) && name !== out);
  const file = beside ? join(home, beside) : fileIn(join(home, stem), says);
  return {
    name: stem.slice('bad-'.length).replaceAll('-', ' '),
    says: about(rule, says),
    file: file === undefined ? undefined : excerpt(file, linesOf(rule, says)),
  };
}

/** The file of a case's folder that its output is about: output starts with its path. */
function fileIn(folder: string, says: string): string | undefined {
  const path = join(folder, says.slice(0, says.indexOf('\n')));
  return path !== folder && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

/** What the output says of this rule: other rules have pages of their own. All of it where no line names the rule. */
function about(rule: string, says: string): string {
  const blocks = says.split(/\n(?=\S| {2}\S)/);
  const kept = blocks.filter((block) => /^\S+\.\w+$/.test(block) || FINDING.exec(block)?.[2] === rule);
  return kept.some((block) => FINDING.test(block)) ? kept.join('\n').trimEnd() : says;
}

/** A finding's first line in the output: place, severity, message, rule. */
const FINDING = /^ {2}(\d+):\d+ {2}.* {2}(\S+)(?:\n|$)/;

function linesOf(rule: string, says: string): ReadonlySet<number> {
  const found = says.split('\n').flatMap((line) => {
    const [, number, id] = FINDING.exec(line) ?? [];
    return id === rule ? [Number(number)] : [];
  });
  return new Set(found);
}

function excerpt(path: string, found: ReadonlySet<number>): Case['file'] {
  const texts = readFileSync(path, 'utf8').trimEnd().split('\n');
  const near = (number: number): boolean => [...found].some((line) => Math.abs(line - number) <= AROUND);
  const lines = texts.map((text, index) => ({ number: index + 1, text, marked: found.has(index + 1) }));
  const cut = texts.length > SHORT;
  const shown = cut && found.size > 0 ? lines.filter((line) => near(line.number)) : lines.slice(0, SHORT);
  return { name: basename(path), lines: shown, cut };
}
