// The pure door: everything here runs unchanged in a browser.

export { applies, type Checklist, checklistFacts, type ItemFacts, newestOf, type Release, releaseOf, type Shelf, shelve } from './core/checklist.ts';
export { addDays, dayIn, daysBetween, isDay } from './core/dates.ts';
export { comingEngagements, isBehind, type OpenWaiver, openWaivers, type Standing, standingOf, watchWindow } from './core/day.ts';
export type { RunDocument, State } from './core/documents.ts';
export { byPlace, judge, type Settings } from './core/judge.ts';
export type { Outcome } from './core/outcome.ts';
export { held, type Roster } from './core/people.ts';
export type { Diagnostic, Rule, Severity } from './core/rule.ts';
export { closedOn, formOf, itemsFor, onStates, states } from './core/run.ts';
export { askedSignoffs, findSignoff } from './core/seal.ts';
export type * from './core/types.generated.ts';
export { listed, type Verdict, verdictOf, verdictWords } from './core/verdict.ts';
export { compareVersions, splitReference } from './core/version.ts';
export { type Check, checkList } from './parse/checks.ts';
export { type Parsed, parseFile, type Source } from './parse/file.ts';
export { rules } from './rules/index.ts';
