import { type Book, compileBook } from '../core/book.ts';
import type { PageDocument, UpdateDocument } from '../core/documents.ts';
import { diagnose } from '../core/judge.ts';
import { once } from '../core/once.ts';
import { messagesOf, type Reading } from '../core/passages.ts';
import { checkMessage, isUnchecked, namedOf, type PhraseFinding, policyOf } from '../core/phrases.ts';
import { alignedTo, type Message, type Passage } from '../core/prose.ts';
import type { Diagnostic } from '../core/rule.ts';
import { spanOf } from '../core/text.ts';
import type { Node } from '../core/tree.ts';
import type { Update } from '../core/types.generated.ts';
import type { Parsed } from '../parse/file.ts';
import { readPlainMessage } from '../parse/plain-message.ts';
import phraseReadable from '../rules/phrase-readable.ts';
import type { Library } from './library.ts';
import type { Workspace } from './opened.ts';
import { phraseGroups, phraseSources } from './phrases.ts';

// What the organisation's phrase rules say of a message. Pages and drafts bring the Markdown reader; a run's plain message needs none.

/** Makes a tree of a message. */
export type ReadMessage = (text: string) => Node;

/** What a customer would read in a run's `update:`; without a reader only a message without Markdown can be judged. */
export function judgeRunUpdate(workspace: Workspace, { file, text, places, value }: Parsed, read: ReadMessage = readPlain): Diagnostic[] {
  const update = (value as { update?: unknown } | undefined)?.update;
  if (!places || typeof update !== 'string') return [];
  return checkAll(workspace, messagesIn({ text, places }, ['update'], update, { audience: 'customer' }, { read }), { file, text, places });
}

function readPlain(text: string): Node {
  const root = readPlainMessage(text);
  if (!root) throw new Error('the Markdown reader was not loaded for the update of a run');
  return root;
}

/** The messages of a value, its slots filled with their examples, each character placed in the file. */
export function messagesIn(
  file: Pick<Parsed, 'text'> & Pick<UpdateDocument, 'places'>,
  path: readonly string[],
  value: string,
  reading: Reading,
  { slots, read }: { readonly slots?: Update['slots'] | undefined; readonly read: ReadMessage },
): Message[] {
  const filled = slots ? filledIn(value, slots) : [{ text: value, at: 0 }];
  const offsets = once(() => offsetsOf(filled, file, path, value));
  const placed = (passage: Passage): Passage => ({ ...passage, offsets: once(() => passage.offsets().map(offsets())) });
  const text = filled.map((piece) => piece.text).join('');
  return messagesOf(read(text), text, reading).map((message) => ({ ...message, passages: message.passages.map(placed) }));
}

/** A stretch of a value; with `braces`, what stands for a slot of so many characters. */
interface Piece {
  readonly text: string;
  readonly at: number;
  readonly braces?: number;
}

function filledIn(value: string, slots: NonNullable<Update['slots']>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { index, 0: braces, 1: name = '' } of value.matchAll(/\{([a-z0-9-]+)\}/g)) {
    const example = slots[name]?.example;
    if (example === undefined) continue;
    pieces.push({ text: value.slice(at, index), at }, { text: example, at: index, braces: braces.length });
    at = index + braces.length;
  }
  return [...pieces, { text: value.slice(at), at }];
}

/** Where a character of a value whose slots are filled stands in its file: an example stands where its slot does. */
function offsetsOf(
  pieces: readonly Piece[],
  { text, places }: Pick<Parsed, 'text'> & Pick<UpdateDocument, 'places'>,
  path: readonly string[],
  value: string,
): (character: number) => number {
  const [start, end] = spanOf(places(), path);
  const from = /[|>]/.test(text[start] ?? '') ? text.indexOf('\n', start) + 1 : start;
  const own = alignedTo(text, [from, end], value) ?? Array.from({ length: value.length }, () => start);
  const offsets = pieces.flatMap(({ text: words, at, braces }) =>
    braces === undefined ? own.slice(at, at + words.length) : Array.from(words, (_, each) => (own[at] ?? start) + (each === words.length - 1 ? braces - 1 : 0)),
  );
  return (character) => offsets[character] ?? start;
}

/** Runs the organisation's phrase rules over messages; each finding placed in its file. */
export function checkAll(
  workspace: Workspace,
  messages: readonly Message[],
  place: Pick<Parsed, 'file' | 'text'> & Pick<PageDocument, 'places'>,
): Diagnostic[] {
  const { book } = phrasesOf(workspace.library);
  const policy = policyOf(workspace.library);
  const found = messages.flatMap((message) => checkMessage(message, book, policy));
  // of a file with many messages it is told once
  const unchecked = found.find(isUnchecked);
  const told = found.filter((finding) => !isUnchecked(finding) || finding === unchecked);
  return told.map((finding) =>
    isUnchecked(finding)
      ? diagnose(phraseReadable, finding, place, workspace.settings)
      : diagnose(namedOf(finding.phrase), withSureFix(finding, place.text), place, workspace.settings, finding.severity),
  );
}

/** A fix is offered only where the words stand in the file as they were found: not over a line break, a slot or an escape. */
function withSureFix({ fix, ...finding }: PhraseFinding, text: string): PhraseFinding {
  return fix && text.slice(...fix.span) === finding.data?.['found'] ? { ...finding, fix } : finding;
}

interface PhraseRules {
  readonly book: Book;
  /** The files that it was made of, in the order in which it names them. */
  readonly files: readonly string[];
}

const known = new WeakMap<Library, PhraseRules>();

/** The phrase rules of a library, read once. */
export function phrasesOf(library: Library): PhraseRules {
  const made = known.get(library) ?? readPhrases(library);
  known.set(library, made);
  return made;
}

/** What they are kept under: no file has this name. */
const NAME = 'phrases/';

function readPhrases(library: Library): PhraseRules {
  const { recall } = library;
  const sources = recall && phraseSources(library);
  const kept = sources && recall.find(NAME, sources);
  if (kept) {
    const { book, files } = kept.value as { book: Omit<Book, 'leaves'>; files: readonly string[] };
    return { book: { ...book, leaves: kept.leaves }, files };
  }
  const groups = phraseGroups(library);
  const { leaves, ...book } = compileBook(groups.map(({ data }) => data));
  const files = groups.map(({ file }) => file);
  if (sources) recall.keep(NAME, sources, { book, files }, leaves);
  return { book: { ...book, leaves }, files };
}
