import type { Documents, RunDocument } from './documents.ts';
import { isSealed, type Offer, offerAt } from './offer.ts';
import type { Diagnostic, Finding, Rule, Severity } from './rule.ts';
import { filled } from './slots.ts';
import { type Place, positionIn, type Range, spanOf } from './text.ts';

/** What the organisation and the invocation set. */
export interface Settings {
  /** Whether rules that turn red by themselves count everywhere, or only where the change touches their file. */
  readonly timed: 'count' | 'changed';
  /** Severities of the config, by rule id; an error stays an error. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Address of the built site, without a slash at its end. */
  readonly site?: string | undefined;
}

/** A text with the places of its values; `places` is missing where it could not be read. */
export interface Locatable {
  readonly file: string;
  readonly text: string;
  readonly places?: (() => Place) | undefined;
}

type Named = Pick<Rule, 'id' | 'severity' | 'messages'>;

/** Locates and words one finding. */
export function diagnose(rule: Named, finding: Finding, place: Locatable, settings: Pick<Settings, 'site'>, severity: Severity = rule.severity): Diagnostic {
  const message = rule.messages[finding.messageId];
  if (message === undefined) throw new Error(`rule ${rule.id} has no message ${finding.messageId}`);
  const [first, second] = finding.at;
  const range = rangeOf(finding, place);
  const item = finding.item ?? ((first === 'answers' || first === 'settled') && typeof second === 'string' ? second : undefined);
  const url = `${settings.site ?? ''}${addressOf(rule.id)}`;
  const diagnostic = { ruleId: rule.id, severity, message: filled(message, finding.data ?? {}), file: place.file, range, path: finding.at, url };
  const { fix, instead, secret, undecided } = finding;
  if (!(fix || instead || secret || undecided || item)) return diagnostic;
  return {
    ...diagnostic,
    ...offerOf(finding, place, range),
    ...(secret ? { secret } : {}),
    ...(undecided ? { undecided } : {}),
    ...(item ? { item } : {}),
  };
}

function offerOf({ fix, instead }: Finding, { file, text }: Locatable, { start, end }: Range): Offer {
  if (isSealed(file) || !(fix || instead)) return {};
  return fix ? { fix } : instead ? offerAt(instead, text, [start.offset, end.offset]) : {};
}

/** The page of a rule, from its id alone. */
export function addressOf(id: string): string {
  return id.startsWith('phrase/') ? `/phrases/#${id.slice('phrase/'.length)}` : `/rules/${id}/`;
}

function rangeOf(finding: Finding, { text, places }: Locatable): Range {
  const [start, end] = finding.span ?? (places ? spanOf(places(), finding.at, finding.on) : [0, 0]);
  return { start: positionIn(text, start), end: positionIn(text, Math.max(start, end)) };
}

/** Runs the rules that read this document. Diagnostics that stand already (of its shape) keep signatures from being judged. */
export function judge<Kind extends keyof Documents>(
  document: Documents[Kind] & { kind: Kind },
  rules: readonly Rule[],
  settings: Settings,
  standing: readonly Diagnostic[] = [],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const turns = turnsOf(rules).get(document.kind) ?? [];
  for (const turn of turns) if (!turn.last) judgeOne(turn, document, settings, found);
  const isWrong = (each: Diagnostic): boolean => each.severity === 'error' || each.pending === true;
  if (standing.some(isWrong) || found.some(isWrong)) return found;
  for (const turn of turns) if (turn.last) judgeOne(turn, document, settings, found);
  return found;
}

/** When a rule is asked: the same facts in the same order of each, which a rule has only where it differs from others. */
interface Turn {
  readonly rule: Rule;
  readonly last: boolean;
  readonly archive: boolean;
  readonly closing: boolean;
  readonly when: Rule['when'];
}

const known = new WeakMap<readonly Rule[], ReadonlyMap<keyof Documents, readonly Turn[]>>();

/** The rules by the kind of document that they read. Picked once, for there are thousands of documents. */
function turnsOf(rules: readonly Rule[]): ReadonlyMap<keyof Documents, readonly Turn[]> {
  const turns =
    known.get(rules) ??
    Map.groupBy(
      rules.map((rule): Turn => ({ rule, last: rule.last ?? false, archive: rule.archive ?? false, closing: rule.from === 'closing', when: rule.when })),
      ({ rule }) => rule.reads,
    );
  known.set(rules, turns);
  return turns;
}

/** Adds what a rule finds to `found`. */
function judgeOne(turn: Turn, document: Documents[keyof Documents], settings: Settings, found: Diagnostic[]): void {
  const run = document.kind === 'run' ? document : undefined;
  if (run && !isHeld(turn, run)) return;
  const { rule, when } = turn;
  try {
    if (when && !when(document as never)) return;
    for (const finding of rule.check(document as never)) {
      const own = finding.severity ?? severityOf(rule, settings);
      const quiet = rule.timed && settings.timed === 'changed' && !isChanged(document);
      const pending = Boolean(rule.pending) && run?.state === 'closing' && own === 'error' && !finding.undecided;
      const diagnostic = diagnose(rule, finding, placeOf(document, finding.file), settings, quiet || pending ? 'info' : own);
      found.push(pending ? { ...diagnostic, pending } : diagnostic);
    }
  } catch (error) {
    found.push(ourBug(rule.id, placeOf(document, undefined), error));
  }
}

/** Whether the change at hand touches the file that a timed rule looks at. */
function isChanged(document: Documents[keyof Documents]): boolean {
  if (document.kind === 'run') return Boolean(document.base?.changed);
  if (document.kind === 'content') return document.changed;
  return document.kind === 'library' && Boolean(document.config?.changed);
}

/** A fault of the program: it decides nothing about the file, and hides no other finding. */
export function ourBug(ruleId: string, { file, text }: Locatable, error: unknown): Diagnostic {
  const start = positionIn(text, 0);
  const message = `This is a bug in closeout, not in your file: ${ruleId} failed (${error instanceof Error ? error.message : String(error)}). It could not decide about this file.`;
  return { ruleId, severity: 'error', message, file, range: { start, end: start }, path: [], url: addressOf(ruleId), undecided: true };
}

function severityOf(rule: Pick<Rule, 'id' | 'severity'>, settings: Settings): Severity {
  return rule.severity === 'error' ? 'error' : (settings.severities[rule.id] ?? rule.severity);
}

/** Whether the run's state asks for the rule: archives are held to shape and seals, early states to shape and truth. */
function isHeld({ archive, closing }: Turn, run: RunDocument): boolean {
  if (run.state === undefined) return false;
  if (run.archived) return archive;
  return !closing || run.phases.length > 0;
}

function placeOf(document: Documents[keyof Documents], file: string | undefined): Locatable {
  if (file === undefined && document.kind !== 'library') return document;
  const places: readonly (Locatable | undefined)[] =
    document.kind === 'run'
      ? [document, ...document.signoffs]
      : document.kind === 'library'
        ? [document.people, document.customers, document.config, ...document.numbered]
        : [document];
  const place = file === undefined ? places.find(Boolean) : places.find((each) => each?.file === file);
  // a file that is gone has no text to point into
  return place ?? { file: file ?? '', text: '' };
}

/** File, then position, then rule: the order of every output. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

/** By code unit: the same order in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
