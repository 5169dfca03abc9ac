import { relative, resolve, sep } from 'node:path';
import { byPlace } from '../core/judge.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Reading } from '../core/passages.ts';
import type { Diagnostic } from '../core/rule.ts';
import * as content from '../organisation/content.ts';
import { Undecided } from '../organisation/failure.ts';
import { lintFiles } from '../organisation/lint.ts';
import type { Workspace } from '../organisation/opened.ts';
import { parseFile, type Source } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import { tooMuchIn, tooMuchWords } from '../parse/much.ts';
import phraseReadable from '../rules/phrase-readable.ts';
import { readAt } from './disk.ts';

/** Reads a draft, which may lie anywhere; its name is relative to the repository's root where it lies inside. */
export function readDraft({ root }: Workspace, cwd: string, path: string): Source {
  const full = resolve(cwd, path);
  const source = readAt(full);
  if (!source) throw new Undecided(`There is no file "${path}", so nothing was checked.`);
  return { ...source, file: relative(root, full).split(sep).join('/') };
}

/** Holds drafts against the phrase rules; a page, template or run of the organisation is read as what it is. */
export function lintDrafts(workspace: Workspace, drafts: readonly Source[], reading: Reading): Outcome {
  if (!content.hasPhrases(workspace))
    throw new Undecided('There are no rules for wording in site/content/phrases, so nothing was checked. closeout init --phrases brings some.');
  const own = drafts.filter(({ file }) => kindOf(file) !== undefined).map(({ file }) => file);
  const known = lintFiles(workspace, own, false, content);
  const rest = drafts.filter(({ file }) => !own.includes(file));
  const diagnostics = rest.flatMap((draft) => lintDraft(workspace, draft, reading));
  return {
    ...known,
    verdicts: [],
    diagnostics: [...known.diagnostics.filter(isSaid), ...diagnostics].sort(byPlace),
    checked: { runs: 0, signoffs: 0, checklists: 0, pages: drafts.length, others: 0 },
    texts: new Map([...known.texts, ...rest.map(({ file, text }) => [file, text] as const)]),
  };
}

/** What can be said of wording, or keeps it from being read or checked. */
function isSaid({ ruleId, severity, undecided }: Diagnostic): boolean {
  if (ruleId === phraseReadable.id) return Boolean(undecided);
  return ruleId.startsWith('phrase/') || (severity === 'error' && /^(?:file-|utf-8|valid-|frontmatter-|page-small)/.test(ruleId));
}

function lintDraft(workspace: Workspace, draft: Source, reading: Reading): readonly Diagnostic[] {
  if (draft.problem) return parseFile('update', draft, workspace.settings).diagnostics;
  if (draft.text.trim() === '') throw new Undecided(`${draft.file} is empty, so nothing was checked.`);
  if (tooMuchIn(draft.text)) throw new Undecided(`${draft.file} ${tooMuchWords}`);
  return content.checkDraft(workspace, draft.file, draft.text, reading);
}
