import { checkMessage, compileBook, filled, isUnchecked, messagesOf, phraseReadable, type Reading, readMarkdown } from '../../linter/engine.ts';
import type { DraftRules } from '../phrases.ts';

/** A wording to avoid that was found in a draft. */
export interface DraftFinding {
  readonly rule: string;
  readonly title: string;
  readonly found: string;
  readonly why: string;
  readonly say: string;
  /** Offsets in the draft. */
  readonly span: readonly [number, number];
  /** What may stand there instead; missing where only the writer knows. */
  readonly instead?: string | undefined;
}

/** What a look through a draft came to. */
export interface DraftReading {
  /** In the order of the words. */
  readonly findings: readonly DraftFinding[];
  /** Why it could not be checked to its end; undefined where it was. */
  readonly unchecked?: string | undefined;
}

/** Looks through a draft, for a customer where nobody else is named. */
export type DraftReader = (draft: string, reading: Partial<Reading>) => DraftReading;

/** Makes the page's rules ready. */
export function draftReader({ groups, policy }: DraftRules): DraftReader {
  const book = compileBook(groups);
  return (draft, reading) => {
    const found = messagesOf(readMarkdown(draft), draft, { audience: 'customer', ...reading }).flatMap((message) => checkMessage(message, book, policy));
    const unchecked = found.find(isUnchecked);
    const findings = found
      .filter((each) => !isUnchecked(each))
      .map(({ phrase: { id, title, why, say }, span, fix, data }) => {
        const found = String(data?.['found']);
        // a fix is sure only where the words stand as they were found: not where one of them is in italics
        const instead = fix && draft.slice(...fix.span) === found ? fix.text : undefined;
        return { rule: id, title, found, why, say, span, instead };
      })
      .sort((a, b) => a.span[0] - b.span[0]);
    return { findings, unchecked: unchecked && filled(phraseReadable.messages.much, unchecked.data ?? {}) };
  };
}
