// The whole door: the engine, and the files it judges. For programs and the site's build.

export { checkedFiles } from './core/outcome.ts';
export { notesOf, type RuleFacts, ruleGroups, ruleReads } from './core/rulebook.ts';
export { slotted } from './core/slots.ts';
export * from './engine.ts';
export * as content from './organisation/content.ts';
export { type OpenedRun, openRun, walkthroughsIn } from './organisation/documents.ts';
export { Undecided, Usage } from './organisation/failure.ts';
export { lintFiles, lintRun } from './organisation/lint.ts';
export type { Workspace } from './organisation/opened.ts';
export { rulebook } from './organisation/rulebook.ts';
export { select } from './organisation/select.ts';
export { type ParsedPage, parsePage } from './parse/page.ts';
export { findRoot, openWorkspace } from './workspace/open.ts';
