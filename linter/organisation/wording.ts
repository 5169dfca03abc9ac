import type { PageDocument, UpdateDocument } from '../core/documents.ts';
import { diagnose } from '../core/judge.ts';
import { messagesOf, type Reading } from '../core/passages.ts';
import { checkMessage, compilePhrases, type Phrase, type PhraseFinding, policyOf } from '../core/phrases.ts';
import { alignedTo, type Message } from '../core/prose.ts';
import type { Diagnostic } from '../core/rule.ts';
import { spanOf } from '../core/text.ts';
import type { Node } from '../core/tree.ts';
import type { Update } from '../core/types.generated.ts';
import type { Parsed } from '../parse/file.ts';
import { readPlainMessage } from '../parse/plain-message.ts';
import type { Workspace } from './opened.ts';
import { phraseGroups } from './phrases.ts';

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
  { text, places }: Pick<Parsed, 'text'> & Pick<UpdateDocument, 'places'>,
  path: readonly string[],
  value: string,
  reading: Reading,
  { slots = {}, read }: { readonly slots?: Update['slots'] | undefined; readonly read: ReadMessage },
): Message[] {
  const [start, end] = spanOf(places(), path);
  const from = /[|>]/.test(text[start] ?? '') ? text.indexOf('\n', start) + 1 : start;
  const places_ = alignedTo(text, [from, end], value) ?? Array.from({ length: value.length }, () => start);
  let filled = '';
  const offsets: number[] = [];
  let at = 0;
  for (const { index, 0: braces, 1: name = '' } of value.matchAll(/\{([a-z0-9-]+)\}/g)) {
    const example = slots[name]?.example;
    if (example === undefined) continue;
    filled += value.slice(at, index) + example;
    offsets.push(
      ...places_.slice(at, index),
      ...Array.from(example, (_, each) => (places_[index] ?? start) + (each === example.length - 1 ? braces.length - 1 : 0)),
    );
    at = index + braces.length;
  }
  filled += value.slice(at);
  offsets.push(...places_.slice(at));
  const placed = (passages: Message['passages']) => passages.map((passage) => ({ ...passage, offsets: passage.offsets.map((each) => offsets[each] ?? start) }));
  return messagesOf(read(filled), filled, reading).map((message) => ({ ...message, passages: placed(message.passages) }));
}

/** Runs the organisation's phrase rules over messages; each finding placed in its file. */
export function checkAll(
  workspace: Workspace,
  messages: readonly Message[],
  place: Pick<Parsed, 'file' | 'text'> & Pick<PageDocument, 'places'>,
): Diagnostic[] {
  return checkText(workspace, messages, place.text).map((finding) => diagnose(finding.phrase.named, finding, place, workspace.settings, finding.severity));
}

function checkText(workspace: Workspace, messages: readonly Message[], text: string): PhraseFinding[] {
  const { phrases } = phrasesOf(workspace);
  const policy = policyOf(workspace.config);
  return messages.flatMap((message) => checkMessage(message, phrases, policy)).map((finding) => withSureFix(finding, text));
}

/** A fix is offered only where the words stand in the file as they were found: not over a line break, a slot or an escape. */
function withSureFix({ fix, ...finding }: PhraseFinding, text: string): PhraseFinding {
  return fix && text.slice(...fix.span) === finding.data?.['found'] ? { ...finding, fix } : finding;
}

interface PhraseRules {
  readonly phrases: readonly Phrase[];
  /** The file of each, in the same order. */
  readonly files: readonly string[];
}

const known = new WeakMap<Workspace['library'], PhraseRules>();

/** The organisation's phrase rules, read once for each opened workspace. */
export function phrasesOf({ tree, library }: Workspace): PhraseRules {
  const made = known.get(library) ?? readPhrases(tree, library);
  known.set(library, made);
  return made;
}

function readPhrases(tree: Workspace['tree'], library: Workspace['library']): PhraseRules {
  const read = phraseGroups({ tree, library }).flatMap(({ file, data }) => compilePhrases(data).phrases.map((phrase) => ({ phrase, file })));
  return { phrases: read.map((each) => each.phrase), files: read.map((each) => each.file) };
}
