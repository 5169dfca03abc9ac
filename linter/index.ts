// The whole door: the engine, and the files it judges. For programs and the site's build.
export * from './engine.ts';
export { type OpenedRun, openRun } from './workspace/documents.ts';
export { Undecided, Usage } from './workspace/failure.ts';
export { checkedFiles, lintFiles, lintRun, select } from './workspace/lint.ts';
export { findRoot, openWorkspace, type Workspace } from './workspace/open.ts';
