import type { Span } from './text.ts';

/** A node of a page as the Markdown reader gives it: the part of mdast that rules look at. */
export interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  /** Of a heading: 1 to 6. */
  readonly depth?: number;
  /** Of a link, image or definition. */
  readonly url?: string;
  readonly alt?: string | null;
  readonly identifier?: string;
  readonly ordered?: boolean | null;
  /** Of a component. */
  readonly name?: string | null;
  readonly attributes?: readonly Attribute[];
  readonly position?: { readonly start: { readonly offset?: number | undefined }; readonly end: { readonly offset?: number | undefined } } | undefined;
}

/** An attribute of a component; its value is an object where it is an expression. */
export interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly position?: Node['position'];
}

/** Where a node stands in its source. */
export function spanOfNode({ position }: Pick<Node, 'position'>): Span {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** A node and all below it, in order; without recursion, for what is nested deep. */
export function* walk(root: Node): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const child of (node.children ?? []).toReversed()) open.push(child);
  }
}

/** The words of a node, as a heading's. */
export function wordsIn(node: Node): string {
  return [...walk(node)].map((each) => (each.type === 'text' || each.type === 'inlineCode' ? (each.value ?? '') : '')).join('');
}

/** A component: `<Say>` and its like. */
export function isComponent({ type }: Node): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}
