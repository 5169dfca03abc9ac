const MOST_CHARACTERS = 100_000;

/** The lines of a script that run something: joined where a backslash goes on, without comments. */
export function linesOf(script: string): readonly string[] {
  return script
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/\\\r?\n[ \t]*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The line that lints a change, with or without its base; undefined where none does. */
export function lintLine(script: string, wanted: RegExp = BASED): string | undefined {
  return linesOf(script).find((line) => LINTS.test(line) && wanted.test(line));
}

/** `npx closeout lint`, `closeout@1.2.3 lint`, `closeout-1.2.3.tgz lint`, or its program by path. */
const LINTS = /(?:\bcloseout(?:[@-][\w.^~-]+)?|\bbin\.c?js)["']?\s+lint\b/;
const BASED = /\s--(?:base|changed)\b/;

/** How the shell takes a command that fails: whether the script stops there, and whether a pipe fails with its first part. */
export interface Shell {
  readonly stops: boolean;
  readonly pipefail: boolean;
}

/** What keeps a script from failing where its lint line does, in words of the script. */
export function leniencies(script: string, line: string, shell: Shell): readonly string[] {
  const behind = line.slice(line.search(LINTS));
  const lines = linesOf(script);
  const at = lines.indexOf(line);
  const sets = lines.slice(0, at).filter((each) => /^set\s/.test(each));
  const last = sets.findLast((each) => /^set\s+[-+]\w*e/.test(each));
  const stops = last === undefined ? shell.stops : /^set\s+-/.test(last);
  const pipefail = shell.pipefail || sets.some((each) => /^set\s+-.*\bpipefail\b/.test(each));
  const after = /;\s*(\S.*)$/.exec(behind)?.[1] ?? lines[at + 1];
  const piped = /(?<!\|)\|(?!\|)\s*(\w[\w.-]*)/.exec(behind);
  return [
    ...(/\|\|\s*(?:true|:|exit\s+0|echo\b)/.exec(behind) ?? []),
    ...(stops || after === undefined ? [] : [`; ${said(after)}`]),
    ...(/(?<![&>])&(?![&>])/.exec(behind) ?? []),
    ...(piped && !pipefail ? [`| ${piped[1]}`] : []),
  ];
}

/** In front of the lint, in its line: it may not be run at all, or its failure may go into a text. */
const UNSURE = /\$\(|`|&&|\|\||;|^(?:if|while|until|!|echo|printf|alias)\s/;
const OPENS = /^(?:if|case|for|while|until)\s|\{$/;
const CLOSES = /^(?:fi|esac|done|\})(?:\s|;|$)/;
/** GitLab's own way to tell a merge request from a push. */
const FOR_PULLS = /^if \[ -n "\$\{?CI_MERGE_REQUEST_\w+\}?" \]; then$/;

/** What stands around the lint line so that nobody can tell from the text whether its failure counts. */
export function doubts(script: string, line: string): readonly string[] {
  const at = line.search(LINTS);
  const first = UNSURE.test(line.slice(0, at).replace(/^(?:[A-Z_]\w*=[^\s$`;&|]*\s+)*cd\s+[^\s$`;&|]+\s*&&\s*/, ''));
  const other = /\|\|\s*(?!true\b|:|echo\b|exit\s)(\S+)/.exec(line.slice(at));
  const lines = linesOf(script);
  const before = lines.slice(0, lines.indexOf(line));
  const open: string[] = [];
  for (const each of before) {
    if (CLOSES.test(each)) open.pop();
    else if (OPENS.test(each) && !/;\s*(?:fi|done)$/.test(each)) open.push(each);
  }
  // what ends red is no way round
  const ends = before.filter((each) => /^(?:exit(?!\s+[1-9]\d{0,2}$)|return|exec|trap)\b/.test(each));
  return [...open.filter((each) => !FOR_PULLS.test(each)), ...ends, ...(first ? [line] : []), ...(other ? [`|| ${other[1]}`] : [])].map(said);
}

/** Names of the change itself, as a base of it. */
const ITSELF =
  /--(?:base|changed)[ =]["']?(?:origin\/)?(?:HEAD|@|(?:\$\{\{\s*)?(?:github\.(?:sha|head_ref|event\.pull_request\.head\.\w+))|\$\{?(?:GITHUB_SHA|GITHUB_HEAD_REF|CI_COMMIT_SHA|BUILD_SOURCEVERSION))(?=["'\s}]|$)/i;

/** The base where a lint line compares the change with itself. */
export function ownBase(line: string): string | undefined {
  return ITSELF.exec(line)?.[0];
}

/** A group of keys in a file that somebody else wrote. */
export type Plain = Readonly<Record<string, unknown>>;

/** The value where it is a group of keys, else an empty one. */
export function group(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

/** The entries of a list, or the one thing that stands there instead; nested lists are laid flat. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.flat(4) : [value];
}

/** The texts among the entries. */
export function texts(value: unknown): readonly string[] {
  return list(value).filter((each) => typeof each === 'string');
}

/** A value as the file would say it, short. */
export function said(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
