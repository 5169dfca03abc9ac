import type { Signoff } from '../core/types.generated.ts';
import { inline, textLine } from './render.ts';

/** The text of a sign-off file; `schemas` is the way from its folder to the schemas. */
export function signoffText(signoff: Signoff, schemas: string): string {
  const { meaning, covers = {}, seal, ...rest } = signoff;
  const lines = Object.entries(rest).map(([key, value]) => `${key}: ${inline(value)}\n`);
  const parts = Object.entries(covers).map(([name, digest]) => `  ${name}: "${digest}"\n`);
  return [
    `# yaml-language-server: $schema=${schemas}signoff.schema.json\n`,
    '# Written by closeout sign. An edit of this file, or of what it covers, makes it stale.\n',
    ...lines,
    textLine('meaning', meaning, ''),
    `covers:\n${parts.join('')}`,
    `seal: "${seal}"\n`,
  ].join('');
}
