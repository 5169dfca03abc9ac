import { releaseDigest } from '../core/checklist.ts';
import { splice } from '../core/splice.ts';
import { type Place, spanOf } from '../core/text.ts';
import type { Change, Checklist } from '../core/types.generated.ts';
import { inline, textLine } from './render.ts';

/** The living checklist's text with its new version and a new first entry of `changes`; nothing else moves. Undefined where its entries do not stand on lines of their own. */
export function withChange(text: string, root: Place, change: Change): string | undefined {
  const version = spanOf(root, ['version']);
  const first = spanOf(root, ['changes', 0]);
  const line = text.lastIndexOf('\n', first[0]) + 1;
  const dash = /^[ \t]*-[ \t]+/.exec(text.slice(line))?.[0];
  if (!dash) return undefined;
  const indent = ' '.repeat(dash.length);
  const { version: number, date, why, ...rest } = change;
  const keys = Object.entries(rest).map(([key, value]) => `${indent}${key}: ${inline(value)}\n`);
  const entry = `${dash}version: ${inline(number)}\n${indent}date: ${date}\n${textLine('why', why, indent)}${keys.join('')}`;
  return splice(text, [
    { span: version, text: inline(number) },
    { span: [line, line], text: entry },
  ]);
}

const FROZEN = '# A frozen release, written by closeout release. Never edit it: runs are signed against it.\n';

/** A release's text: the living checklist's own, with its comments, and the digest at its end. */
export function releaseText(text: string, data: Checklist): string {
  const body = text.replace(/^# yaml-language-server:.*\r?\n/, '').replace(/\s*$/, '\n');
  const modeline = '# yaml-language-server: $schema=../../schemas/checklist.schema.json\n';
  return `${modeline}${FROZEN}${body}\ndigest: "sha256:${releaseDigest(data)}"\n`;
}
