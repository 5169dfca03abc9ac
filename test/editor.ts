import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { repository } from './organisation.ts';

/** One offer of the list that opens while somebody types. */
export interface Offer {
  readonly label: string;
  /** What taking the offer writes; a place to fill in is `<word>`. */
  readonly writes: string;
  /** What the editor shows beside it. */
  readonly says: string;
}

/** A fault that the editor underlines. */
export interface Underlined {
  readonly text: string;
  readonly message: string;
}

/** yaml-language-server as an editor runs it: a process of its own that is told of open files and asked about places in them. Paths start at the repository. */
export interface Editor {
  /** What is underlined in a file with this text; without a text, as it stands on disk. */
  underlined(file: string, text?: string): Promise<readonly Underlined[]>;
  /** What is offered at the `¦` of the text. */
  offers(file: string, text: string): Promise<readonly Offer[]>;
  /** What is shown over the word at the `¦` of the text. */
  hover(file: string, text: string): Promise<string>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section: string }[]; readonly uri?: string; readonly diagnostics?: readonly Fault[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Fault {
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Item {
  readonly label: string;
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
  readonly documentation?: string | { readonly value: string };
}

// nothing is fetched: the schemas are those that the modelines name
const settings: Readonly<Record<string, unknown>> = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } },
};

/** Starts the server; the caller closes it. */
export async function openEditor(): Promise<Editor> {
  const program = join(fileURLToPath(import.meta.resolve('yaml-language-server')), '../../../bin/yaml-language-server');
  const server = fork(program, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  const { ask, tell, diagnosed, configured } = talkTo(server);
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(repository).href,
    workspaceFolders: [{ uri: pathToFileURL(repository).href, name: 'closeout' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: {},
      },
    },
  });
  tell('initialized', {});
  await configured;
  let last = 0;
  // each text is a file of its own beside the one it stands for: words about an older text cannot be taken for its own
  const show = (file: string, text: string): { readonly uri: string; readonly faults: Promise<readonly Fault[]> } => {
    last += 1;
    const path = resolve(repository, file);
    const uri = pathToFileURL(join(dirname(path), `${last}-${basename(path)}`)).href;
    const faults = diagnosed(uri);
    tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return { uri, faults };
  };
  const at = (file: string, marked: string): { readonly textDocument: { readonly uri: string }; readonly position: Place } => {
    const [before = '', after, more] = marked.split('¦');
    if (after === undefined || more !== undefined) throw new Error('the text should hold one ¦, where the cursor stands');
    const lines = before.split('\n');
    const { uri } = show(file, before + after);
    return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
  };
  return {
    underlined: async (file, text = readFileSync(resolve(repository, file), 'utf8')) =>
      (await show(file, text).faults).map(({ message, range }) => ({ message, text: between(text, range.start, range.end) })),
    offers: async (file, text) => ((await ask('textDocument/completion', at(file, text))) as { readonly items: readonly Item[] }).items.map(offerOf),
    hover: async (file, text) => wordsOf((await ask('textDocument/hover', at(file, text))) as { readonly contents: { readonly value: string } } | null),
    close: () => server.kill(),
  };
}

function offerOf({ label, insertText, textEdit, documentation = '' }: Item): Offer {
  const written = textEdit?.newText ?? insertText ?? label;
  const says = typeof documentation === 'string' ? documentation : documentation.value;
  return { label, writes: written.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '<$1>'), says };
}

function wordsOf(hover: { readonly contents: { readonly value: string } } | null): string {
  return hover?.contents.value ?? '';
}

function between(text: string, start: Place, end: Place): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Place): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
  return text.slice(offset(start), offset(end));
}

/** The protocol: numbered questions, notices, and the server's own questions about settings. */
function talkTo(server: ChildProcess): {
  ask(method: string, params: object): Promise<unknown>;
  tell(method: string, params: object): void;
  diagnosed(uri: string): Promise<readonly Fault[]>;
  /** The server has its settings: what it says before that may change. */
  readonly configured: Promise<void>;
} {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const watching = new Map<string, (faults: readonly Fault[]) => void>();
  const send = (message: object): void => void server.send({ jsonrpc: '2.0', ...message });
  let settle: () => void = () => undefined;
  const configured = new Promise<void>((resolve) => {
    settle = resolve;
  });
  server.on('message', ({ id, method, params, result, error }: Message) => {
    if (method === 'textDocument/publishDiagnostics') watching.get(params?.uri ?? '')?.(params?.diagnostics ?? []);
    else if (method !== undefined && id !== undefined) {
      send({ id, result: params?.items?.map(({ section }) => settings[section] ?? {}) ?? null });
      if (method === 'workspace/configuration') settle();
    } else if (id !== undefined && error) waiting.get(id)?.reject(new Error(error.message));
    else if (id !== undefined) waiting.get(id)?.resolve(result);
  });
  let last = 0;
  return {
    ask: (method, params) => {
      last += 1;
      const id = last;
      send({ id, method, params });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    tell: (method, params) => send({ method, params }),
    diagnosed: (uri) => new Promise((resolve) => watching.set(uri, resolve)),
    configured,
  };
}

/** What is read in the list, in its order. */
export function labels(offers: readonly Offer[]): readonly string[] {
  return offers.map(({ label }) => label);
}

/** The offer with this label, which must be there. */
export function offer(offers: readonly Offer[], label: string): Offer {
  const found = offers.find((each) => each.label === label);
  if (!found) throw new Error(`"${label}" is not offered, but ${labels(offers).join(', ')}`);
  return found;
}
