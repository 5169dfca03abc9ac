import { describe, expect, test } from 'vitest';
import type { Outcome } from '../linter/core/outcome.ts';
import type { Diagnostic } from '../linter/core/rule.ts';
import type { Status } from '../linter/core/status.ts';
import { type DayRows, days } from '../linter/formats/day.ts';
import type { View } from '../linter/formats/format.ts';
import { type FormatName, formats } from '../linter/formats/index.ts';
import { boardText, statusJson, statusText } from '../linter/formats/status.ts';
import { gitlabFaults, junitFaults, lintJsonFaults, markdownNodes, readXml, sarifFaults } from './format-readers.ts';

const values: Readonly<Record<string, string>> = {
  'a workflow command': '::error::owned',
  'a workflow command on a line of its own': 'x\n::set-env name=A::b\n::endgroup::',
  'a workflow command after spaces': '  ::stop-commands::x',
  'a percent-coded break': 'x%0A::error::owned%0D',
  'a command of the runner': '##[error]owned ##[group]x ###[command]y',
  "other systems' commands": '##vso[task.complete result=Succeeded;]done ##teamcity[buildStatus status=SUCCESS]',
  'the end of a CDATA section': 'x]]><script>alert(1)</script><![CDATA[',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)> <!-- --> &lt;b&gt; &amp; &#64;x',
  'an attribute': '" onload="x\' y=\'z',
  'code spans': '`x` ``` y\n```sh\nrm -rf /\n```',
  'a mention': '@everyone @org/team mail@customer.example',
  'an issue': 'fixes #12, !34, GH-5 and other/repo#6',
  'images and links': '![](http://x) [a](javascript:alert(1)) [b]: http://c <http://d> http://e www.f.example https://g xmpp:a@b',
  'blocks of Markdown': '\n\n# heading\n\n- item\n1. one\n> quote\n\n| a | b |\n| - | - |\n| c | d |\n\n---\n',
  'starts of blocks': '- [x] done',
  'a numbered start': '1. one',
  'a footnote': '[^1]: x ~~struck~~ **bold** _it_ $x$ :smile:',
  'a table cell': 'a | b \\| c',
  'terminal escapes': '\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007 \u009b31m \u0007\b\r',
  'bidi and zero-width characters': 'a\u202eb\u2066c\u200bd\u2069\ufeff\u{e0041}',
  'separators of lines': 'a\u2028b\u2029c\u0085d',
  NUL: 'a\0b',
  'lone surrogates': 'a\ud800b\udc00',
  'what XML cannot hold': 'a\ufffe\uffff\u0001\u000b',
  'an argument of SARIF': '{0} {1} [words](1)',
  'a prototype': '__proto__',
  'a hundred kilobytes': '::<b>@x'.repeat(15_000),
};

const at = (line: number) => ({ start: { line, column: 1, offset: 0 }, end: { line, column: 2, offset: 1 } });

/** An outcome in which a value stands wherever one can. */
function outcomeWith(value: string): Outcome {
  const said = (severity: Diagnostic['severity'], more: Partial<Diagnostic> = {}): Diagnostic => ({
    ...{ ruleId: `phrase/${value}`, severity, message: `${value} x ${value}`, file: `records/projects/a/${value}/run.yaml`, range: at(1), path: [value, 0] },
    ...{ url: `https://site.example/${value}`, item: value, fix: { span: [0, 1], text: value } },
    ...more,
  });
  const run = { run: `a/${value}`, file: `records/projects/a/${value}/run.yaml`, state: 'closed', items: [value], signoffs: 0, others: 1 } as const;
  return {
    today: '2026-11-06',
    sample: false,
    diagnostics: [said('error'), said('error', { undecided: true }), said('info', { pending: true }), said('warning', { file: value }), said('info')],
    verdicts: [
      { ...run, outcome: 'left' },
      { ...run, run: `b/${value}`, file: `records/projects/b/${value}/run.yaml`, outcome: 'may-close' },
    ],
    checked: { runs: 2, signoffs: 0, checklists: 0, pages: 0, others: 1 },
    texts: new Map([
      [`records/projects/a/${value}/run.yaml`, value],
      [value, value],
    ]),
    suppressed: [{ diagnostic: said('warning'), reason: value }],
  };
}

const view: View = {
  paint: (_style, text) => text,
  ruleOf: () => ({ severity: 'error', summary: 'A rule.', why: 'It matters.' }),
  linkOf: (file, line) => `https://git.example/o/r/blob/abc/${file.toWellFormed().split('/').map(encodeURIComponent).join('/')}#L${line}`,
};

// what a terminal, a log or a reader would obey or not show
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##\w*\[/u;
const linesOf = (text: string): string[] => text.split('\n');
/** A line that begins a workflow command: GitHub's runner trims it first. */
const commandsIn = (text: string): string[] => linesOf(text).filter((line) => /^\s*::/.test(line));

/** Nothing of a value is more than text: no HTML, image, code, quote, table or emphasis; links lead only where the formatter links to. */
function strangersIn(text: string): readonly string[] {
  const ours = new Set(['root', 'heading', 'paragraph', 'list', 'listItem', 'text', 'link', 'break']);
  return markdownNodes(text).flatMap(({ type, url, value }) => {
    if (value === '<!-- closeout-lint -->' || (type === 'inlineCode' && value === 'closeout lint')) return [];
    if (type === 'link') return url?.startsWith('https://git.example/o/r/blob/abc/') ? [] : [`a link to ${url}`];
    if (type === 'text') return /[@](?=[a-z])|(?:^|\s)#\d|:\/\/\w|\bwww\.\w/i.test(value ?? '') ? [`text that a forge links: ${value?.slice(0, 100)}`] : [];
    return ours.has(type) ? [] : [`${type}: ${(value ?? '').slice(0, 100)}`];
  });
}

const checks: Readonly<Record<FormatName, (text: string) => readonly string[]>> = {
  text: commandsIn,
  json: lintJsonFaults,
  github: (text) => {
    const form = /^::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,)?title=[^:,]*::/;
    return commandsIn(text).filter((line) => !form.test(line));
  },
  'github-summary': strangersIn,
  markdown: strangersIn,
  sarif: sarifFaults,
  junit: (text) => (readXml(text) ? junitFaults(text) : []),
  gitlab: gitlabFaults,
};

describe.each(Object.entries(values))('%s', (_name, value) => {
  test.each(Object.keys(formats) as FormatName[])('speaks in %s as text alone', async (name) => {
    const format = await formats[name]();
    for (const outcome of [outcomeWith(value), { ...outcomeWith('x'), diagnostics: [], verdicts: [], undecided: value }]) {
      const text = format(outcome, { ...view, way: `${value}/` });
      expect(OBEYED.exec(text)?.[0].codePointAt(0)).toBe(undefined);
      expect(checks[name](text)).toEqual([]);
    }
  });

  test('speaks in the JSON of a lint as itself', async () => {
    const { diagnostics } = JSON.parse((await formats.json())(outcomeWith(value), view)) as Outcome;
    expect(diagnostics[0]?.message).toBe(`${value} x ${value}`);
  });

  test('speaks in a report of the day as text alone, and in its JSON as itself', () => {
    const rows = rowsWith(value);
    for (const [name, format] of Object.entries(days)) expect(OBEYED.test(format(rows, view)), name).toBe(false);
    expect(strangersIn(days['markdown']?.(rows, view) ?? '<b>')).toEqual([]);
    expect((JSON.parse(days['json']?.(rows, view) ?? '') as DayRows).engagements[0]?.what).toBe(value);
  });

  test('speaks in a status as text alone, and in its JSON as itself', () => {
    const status = statusWith(value);
    for (const text of [statusText(status, view), boardText([status], 1, view), statusJson([status], '2026-11-06', true)]) {
      expect(OBEYED.exec(text)?.[0]).toBe(undefined);
      expect(commandsIn(text)).toEqual([]);
    }
    expect((JSON.parse(statusJson([status], '2026-11-06', true)) as { runs: Status[] }).runs[0]?.name).toBe(value);
  });
});

function rowsWith(value: string): DayRows {
  const person = { name: value, phone: value };
  const project = { id: value, customer: value, name: value, state: value, lead: person, escalate: person, closes: value, impact: value, left: value };
  const whole = { ...project, watchedUntil: value, behind: true };
  return {
    ...{ today: '2026-11-06', sample: false, complete: true, on: [whole], watched: [whole] },
    engagements: [
      { time: value, site: value, zone: value, what: value, impact: value, project: whole },
      { what: value, impact: value, project: whole },
    ],
    waivers: [{ project: value, title: value, until: value, days: 3, reason: value }],
    behind: [{ project: value, release: value, newest: value }],
  };
}

function statusWith(value: string): Status {
  const left = { id: value, title: value, section: value, by: 'lead', evidence: 'none', line: 1, column: 1 } as const;
  return {
    ...{ customer: value, name: value, run: value, file: value, state: 'active', checklist: value, lead: value, backup: value, gate: 'closed', closes: value },
    ...{ days: 3, optional: 0, left: [left, { ...left, wrong: value }], others: [], signoffs: [], watchUntil: undefined },
    waivers: [{ title: value, until: value, days: 3, reason: value }],
    verdict: { run: value, file: value, state: 'active', outcome: 'left', items: [value], signoffs: 0, others: 0 },
  } as unknown as Status;
}
