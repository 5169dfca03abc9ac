import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from '../core/tree.ts';

/** Reads Markdown: any text is some Markdown. */
export function readMarkdown(text: string): Node {
  return unified().use(remarkParse).use(remarkFrontmatter).parse(text) as Node;
}
