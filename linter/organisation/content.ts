import { addressesOf } from '../core/addresses.ts';
import type { Book, Phrase } from '../core/book.ts';
import { checklistFacts } from '../core/checklist.ts';
import { everyPhrase } from '../core/desk.ts';
import type { Addresses, ContentDocument, FailingExample, Loose, PageDocument, PhrasesDocument, UpdateDocument } from '../core/documents.ts';
import { judge } from '../core/judge.ts';
import { messagesOf, type Reading } from '../core/passages.ts';
import { personsOf } from '../core/persons.ts';
import { checkMessage, isUnchecked, policyOf } from '../core/phrases.ts';
import type { Diagnostic } from '../core/rule.ts';
import type { Checklist, Page, Update } from '../core/types.generated.ts';
import { checkList } from '../parse/checks.ts';
import type { Parsed } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import { readMarkdown } from '../parse/markdown.ts';
import { type ParsedPage, parsePage } from '../parse/page.ts';
import { rules } from '../rules/index.ts';
import type { Workspace } from './opened.ts';
import { yamlIn } from './phrases.ts';
import { checkAll, judgeRunUpdate as judgeMessage, messagesIn, phrasesOf } from './wording.ts';

/** What a customer would read in a run's `update:`, Markdown and all. */
export function judgeRunUpdate(workspace: Workspace, run: Parsed): Diagnostic[] {
  return judgeMessage(workspace, run, readMarkdown);
}

/** Whether the organisation has any rule for wording: without one no draft can be judged. */
export function hasPhrases(workspace: Workspace): boolean {
  return phrasesOf(workspace.library).book.phrases.count > 0;
}

// Pages, update templates and phrase rules: what needs the Markdown reader, which is loaded only where one of them is looked at.

const CONTENT = 'site/content';

/** What a page, template or group of phrases was parsed to, and what is wrong with it. */
export interface LintedContent {
  readonly parsed: Parsed;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lints one file of site/content; undefined where it is gone. */
export function lintContent(workspace: Workspace, file: string): LintedContent | undefined {
  const kind = kindOf(file);
  if (kind === 'page' || kind === 'doc') return lintPage(workspace, file, kind);
  const parsed = workspace.library.parsed(file);
  if (!parsed) return undefined;
  return { parsed, diagnostics: [...parsed.diagnostics, ...(kind === 'update' ? judgeUpdate(workspace, parsed) : judgePhrases(workspace, parsed))] };
}

function lintPage(workspace: Workspace, file: string, kind: 'page' | 'doc'): LintedContent | undefined {
  const source = workspace.tree.read(file);
  if (!source) return undefined;
  const parsed = parsePage(kind, source, workspace.settings);
  const document = pageOf(workspace, parsed);
  if (!document) return { parsed, diagnostics: parsed.diagnostics };
  const { text, root, data } = document;
  const sections: Reading['sections'] = data.kind === 'process-change' ? { 'What happened': 'note' } : undefined;
  const said = checkAll(workspace, messagesOf(root, text, { audience: 'internal', sections }), document);
  const judged = [...judge<'page'>(document, rules, workspace.settings), ...(kind === 'page' ? judgeContent(workspace, document) : [])];
  return { parsed, diagnostics: [...parsed.diagnostics, ...judged, ...said] };
}

function pageOf(workspace: Workspace, { file, text, places, value, root }: ParsedPage): PageDocument | undefined {
  if (!places || !root || typeof value !== 'object') return undefined;
  const id = file.slice(CONTENT.length + 1).replace(/\.mdx?$/, '');
  const folder = id.slice(0, id.indexOf('/')) as PageDocument['folder'];
  const { addresses, persons } = site(workspace);
  const processes = (workspace.config.processes ?? []).map((each) => each.id);
  return { kind: 'page', file, text, places, id, folder, data: value as Loose<Page>, root, addresses, persons, processes };
}

function judgeContent({ settings, today, base }: Workspace, { file, text, places, data }: PageDocument | UpdateDocument): Diagnostic[] {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const document: ContentDocument = { kind: 'content', file, text, places, name, data, today, changed: Boolean(base?.changed.has(file)) };
  return judge<'content'>(document, rules, settings);
}

function judgeUpdate(workspace: Workspace, { file, text, places, value, broken }: Parsed): Diagnostic[] {
  if (!places || typeof value !== 'object') return [];
  const document: UpdateDocument = { kind: 'update', file, text, places, data: value as Loose<Update>, broken };
  const { subject, body, audience = 'customer', stage, slots = {} } = document.data;
  const reading = { audience, first: stage === 'acknowledge', longRunning: stage === 'long-running' };
  const passages = [
    [subject, 'subject'],
    [body, 'body'],
  ] as const;
  const messages = passages.flatMap(([words, key]) => (words === undefined ? [] : messagesIn(document, [key], words, reading, { slots, read: readMarkdown })));
  // subject and body are read together
  const whole = { ...reading, passages: messages.flatMap((each) => each.passages) };
  return [...judge<'update'>(document, rules, workspace.settings), ...judgeContent(workspace, document), ...checkAll(workspace, [whole], document)];
}

function judgePhrases(workspace: Workspace, { file, text, places, value }: Parsed): Diagnostic[] {
  if (!places || typeof value !== 'object') return [];
  const data = value as PhrasesDocument['data'];
  const { book, files } = phrasesOf(workspace.library);
  const own = files.indexOf(file);
  if (own === -1) throw new Error(`${file} is not among the phrase rules of the organisation`);
  const phrases = everyPhrase(book);
  const elsewhere = new Map(phrases.flatMap(({ id, at: [each] }) => (each === own ? [] : [[id, files[each] ?? '']])));
  const faults = book.faults.filter((fault) => fault.file === own);
  // where the rules are too much by one of this file, that is told, and no example can be checked
  const tried = book.isWhole || faults.length === 0 ? phrases.filter(({ at: [each] }) => each === own) : [];
  const failing = [...failingExamples(tried, data, book)];
  const document: PhrasesDocument = { kind: 'phrases', file, text, places, data, faults, failing, elsewhere };
  return judge<'phrases'>(document, rules, workspace.settings);
}

/** Examples of phrases, each in its own rule, that do not do what they should; one that cannot be checked is the last that is tried. */
function* failingExamples(phrases: readonly Phrase[], { rules: own = [] }: PhrasesDocument['data'], book: Book): Generator<FailingExample> {
  for (const phrase of phrases) {
    const [, index] = phrase.at;
    const reading = { audience: phrase.audience[0] ?? 'customer', first: Boolean(phrase.when?.includes('first-word')) };
    for (const key of ['flag', 'pass'] as const) {
      for (const [at, text] of (own[index]?.[key] ?? []).entries()) {
        const found = messagesOf(readMarkdown(text), text, reading).flatMap((message) => checkMessage(message, book, policyOf({}), phrase));
        const unchecked = found.find(isUnchecked);
        if (unchecked || found.length > 0 !== (key === 'flag')) yield { rule: index, key, index: at, unchecked: unchecked?.data };
        if (unchecked) return;
      }
    }
  }
}

/** Findings in a draft that is no file of the organisation. */
export function checkDraft(workspace: Workspace, file: string, text: string, reading: Reading): Diagnostic[] {
  const places = () => ({ value: [0, text.length] as const });
  return checkAll(workspace, messagesOf(readMarkdown(text), text, reading), { file, text, places });
}

interface Site {
  readonly addresses: Addresses;
  readonly persons: ReadonlySet<string>;
}

const sites = new WeakMap<Workspace['library'], Site>();

/** What pages are held against: gathered once for each opened workspace. */
function site(workspace: Workspace): Site {
  const known = sites.get(workspace.library) ?? gather(workspace);
  sites.set(workspace.library, known);
  return known;
}

function gather(workspace: Workspace): Site {
  const { tree, library } = workspace;
  const read = <T>(file: string): T => (library.parsed(file)?.value ?? {}) as T;
  const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  const stems = (folder: string): string[] => yamlIn(tree.list(folder), folder).map(stem);
  const checklists = new Map(
    yamlIn(tree.list('checklists'), 'checklists').map((file) => [stem(file), checklistFacts(read<Loose<Checklist>>(file)).items.keys()]),
  );
  const addresses = addressesOf({
    pages: library.pages,
    checklists,
    updates: stems(`${CONTENT}/updates`),
    phrases: [...stems(`${CONTENT}/phrases`), ...everyPhrase(phrasesOf(workspace.library).book).map(({ id }) => id)],
    rules: [...rules, ...checkList].map((each) => each.id),
  });
  return { addresses, persons: personsOf(library.people.values(), library.customers.values()) };
}
