// The whole door: the engine, and the files it judges. For programs and the site's build.
export { notesOf, type RuleFacts, ruleGroups, ruleReads, slotted } from './core/rulebook.ts';
export * from './engine.ts';
export * as content from './organisation/content.ts';
export { type OpenedRun, openRun, walkthroughsIn } from './organisation/documents.ts';
export { Undecided, Usage } from './organisation/failure.ts';
export { checkedFiles, lintFiles, lintRun, select } from './organisation/lint.ts';
export type { Workspace } from './organisation/opened.ts';
export { rulebook } from './organisation/rulebook.ts';
export { type ParsedPage, parsePage } from './parse/page.ts';
export { findRoot, openWorkspace } from './workspace/open.ts';
