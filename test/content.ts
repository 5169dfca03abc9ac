import { join } from 'node:path';
import type { Diagnostic } from '../linter/engine.ts';
import * as content from '../linter/organisation/content.ts';
import { lintFiles } from '../linter/organisation/lint.ts';
import { select } from '../linter/organisation/select.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { type Organisation, organisation } from './organisation.ts';

/** A template of test/base for a message to customers. */
export const UPDATE = 'site/content/updates/outage-acknowledge.yaml';
/** A page of test/base that colleagues read, with a part that they say. */
export const PLAYBOOK = 'site/content/playbooks/handing-over-a-project.mdx';
/** A page of test/base on what a mistake changed in a process. */
export const CHANGE = 'site/content/mistakes/mail-monitor.mdx';
/** A page of the docs, in test/base. */
export const DOC = 'site/content/docs/docs/gate.md';

/** What the linter says of one file, pages and templates read too, with the text that its places count in. */
export function lint(house: Organisation, file: string): { readonly diagnostics: readonly Diagnostic[]; readonly text: string } {
  const workspace = openWorkspace({ cwd: house.root, timed: 'count' });
  const { diagnostics, texts } = lintFiles(workspace, select(workspace, [join(house.root, file)]), false, content);
  return { diagnostics, text: texts.get(file) ?? '' };
}

/** What is found in a file: the rule, and the words that are marked. */
export function found(house: Organisation, file: string): readonly string[] {
  const { diagnostics, text } = lint(house, file);
  return diagnostics.map(({ ruleId, range }) => `${ruleId}: ${text.slice(range.start.offset, range.end.offset)}`);
}

/** A phrase rule of a group of its own. */
export function addPhrase(house: Organisation, find: string, audience: string, more = ''): void {
  const rule = `  - { id: extra, title: Extra, say: Say it., why: It is wrong., severity: error, audience: [${audience}], find: ["${find}"]${more}, flag: [a, b], pass: [c, d] }`;
  house.write('site/content/phrases/extra.yaml', `id: extra\ntitle: Extra\nwhy: For this test.\nrules:\n${rule}\n`);
}

/** The template of test/base with another body, written as it stands behind `body:`. */
export function withBody(body: string): Organisation {
  const house = organisation();
  const text = house.read(UPDATE);
  house.write(
    UPDATE,
    text.replace(/body: [\s\S]*?(?=^changes:)/m, () => `body: ${body}\n`),
  );
  return house;
}
