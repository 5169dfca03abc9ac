import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Node } from '../core/tree.ts';

/** Reads Markdown: any text is some Markdown. */
export function readMarkdown(text: string): Node {
  return fromMarkdown(text, { extensions: [frontmatter()], mdastExtensions: [frontmatterFromMarkdown()] }) as Node;
}
