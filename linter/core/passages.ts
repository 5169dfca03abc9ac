import { once } from './once.ts';
import { type Audience, alignedTo, MASK, type Message, type Passage } from './prose.ts';
import { isComponent, type Node, spanOfNode, wordsIn } from './tree.ts';

/** What only one kind of page has: who reads a section, by its heading. */
export interface Reading {
  readonly audience: Audience;
  readonly first?: boolean | undefined;
  readonly longRunning?: boolean | undefined;
  readonly sections?: Readonly<Record<string, Audience>> | undefined;
}

/** Blocks whose words are nobody's to be judged: code, other people's words, bad examples. */
const APART = new Set(['code', 'blockquote', 'html', 'yaml', 'definition', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
/** Blocks that hold words themselves. */
const PROSE = new Set(['paragraph', 'heading', 'tableCell']);

/** The messages of a page or draft: its own prose, and each `<Say>` as a message to a customer of its own. */
export function messagesOf(root: Node, source: string, reading: Reading): Message[] {
  const own = new Map<Audience, Passage[]>([[reading.audience, []]]);
  const said: Message[] = [];
  let audience = reading.audience;
  const visit = (nodes: readonly Node[], into: (passage: Passage) => void): void => {
    for (const node of nodes) {
      if (node.type === 'heading' && node.depth === 2) audience = reading.sections?.[wordsIn(node).trim()] ?? reading.audience;
      if (APART.has(node.type) || (isComponent(node) && node.name === 'Avoid')) continue;
      if (PROSE.has(node.type)) into(passageOf(node, source));
      else if (isComponent(node) && node.name === 'Say') {
        const passages: Passage[] = [];
        visit(node.children ?? [], (passage) => passages.push(passage));
        said.push({ audience: 'customer', passages });
      } else visit(node.children ?? [], into);
    }
  };
  visit(root.children ?? [], (passage) => own.set(audienceOf(passage, audience), [...(own.get(audienceOf(passage, audience)) ?? []), passage]));
  const { first, longRunning } = reading;
  const messages = [...own].map(([each, passages]) => ({ audience: each, first, longRunning, passages }));
  return [...messages.filter((each) => each.passages.length > 0), ...said];
}

/** A paragraph of a draft that begins with `Internal:` or `Internal note:` is for colleagues. */
function audienceOf({ text }: Passage, audience: Audience): Audience {
  if (audience !== 'customer') return audience;
  const start = text.trimStart().slice(0, 'internal note:'.length).toLowerCase();
  return start.startsWith('internal:') || start === 'internal note:' ? 'internal' : audience;
}

/** The words of a paragraph with their places; code and pictures are masked, a link is its text. */
function passageOf(block: Node, source: string): Passage {
  let text = '';
  const parts: (() => readonly number[])[] = [];
  const add = (words: string, places: () => readonly number[]): void => {
    text += words;
    parts.push(places);
  };
  const visit = (node: Node): void => {
    const [start, end] = spanOfNode(node);
    if (node.type === 'text') {
      const value = node.value ?? '';
      add(value, () => alignedTo(source, [start, end], value) ?? Array.from({ length: value.length }, () => start));
    } else if (node.type === 'break') add(' ', () => [start]);
    // in a draft a person may write <time> for a time still to be filled in
    else if (node.type === 'html' && /^<[\w' -]+>$/.test(node.value ?? '')) add(node.value ?? '', () => Array.from(node.value ?? '', (_, at) => start + at));
    else if (node.children) for (const child of node.children) visit(child);
    else add(MASK, () => [start]);
  };
  for (const child of block.children ?? []) visit(child);
  return { text, offsets: once(() => parts.flatMap((places) => places())) };
}
