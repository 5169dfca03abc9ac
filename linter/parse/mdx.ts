import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from '../core/tree.ts';

/** A page's tree, or where its MDX cannot be read: a 0-based offset and the parser's own words. */
export type MdxReading =
  | { readonly root: Node; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: { readonly at: number; readonly reason: string } };

/** Reads a page of Markdown as the site does: with tables, and with bare addresses as links. */
export function readPage(text: string): Node {
  return unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text) as Node;
}

/** Reads MDX, in which a tag or a brace may be left open. */
export function readMdx(text: string): MdxReading {
  try {
    return { root: unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMdx).parse(text) as Node };
  } catch (error) {
    const { reason, place } = error as { reason?: string; place?: { offset?: number; start?: { offset?: number } } };
    if (reason === undefined) throw error;
    return { problem: { at: place?.offset ?? place?.start?.offset ?? 0, reason } };
  }
}
