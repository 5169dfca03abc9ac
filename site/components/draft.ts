import {
  checkMessage,
  compileBook,
  filled,
  isUnchecked,
  messagesOf,
  phraseReadable,
  type Reading,
  readMarkdown,
  tooMuchIn,
  tooMuchWords,
} from '../../linter/engine.ts';
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

/** Why a draft could not be checked to its end. */
export interface DraftStop {
  readonly why: string;
  /** Whose doing it is: what was written, or what the phrase rules look for in it. */
  readonly cause: 'text' | 'rules';
  /** The sentence at which the check gave up; missing where no one sentence is the cause. */
  readonly sentence?: Pick<DraftFinding, 'found' | 'span'>;
}

/** What a look through a draft came to. */
export interface DraftReading {
  /** In the order of the words. */
  readonly findings: readonly DraftFinding[];
  /** Undefined where it was checked to its end. */
  readonly unchecked?: DraftStop | undefined;
}

const UNREADABLE: DraftReading = {
  findings: [],
  unchecked: { why: 'The text cannot be read; it may be a list in a list in a list, too deep to follow.', cause: 'text' },
};

/** Looks through a draft, for a customer where nobody else is named. */
export type DraftReader = (draft: string, reading: Partial<Reading>) => DraftReading;

/** Makes the page's rules ready. */
export function draftReader({ groups, policy }: DraftRules): DraftReader {
  const book = compileBook(groups);
  const look: DraftReader = (draft, reading) => {
    const much = tooMuchIn(draft);
    if (much) return { findings: [], unchecked: tooMuch(draft, much.span) };
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
    if (!unchecked) return { findings, unchecked };
    const { span, data = {} } = unchecked;
    return { findings, unchecked: { why: filled(phraseReadable.messages.much, data), cause: 'rules', sentence: { found: draft.slice(...span), span } } };
  };
  return (draft, reading) => {
    try {
      return look(draft, reading);
    } catch {
      // what reads Markdown calls itself for each level, and not each browser has room for as many;
      // what stands below the draft by now was said of other words
      return UNREADABLE;
    }
  };
}

/** To read what is nested so deep, or so long, would hold up the page for seconds. */
function tooMuch(draft: string, [from, to]: DraftFinding['span'] = [0, 0]): DraftStop {
  const why = `The text ${tooMuchWords}`;
  const found = draft.slice(from, to).trim();
  return { why, cause: 'text', ...(found ? { sentence: { found, span: [from, to] } } : {}) };
}
