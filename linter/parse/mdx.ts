import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import { mdxjsEsm } from 'micromark-extension-mdxjs-esm';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Node } from '../core/tree.ts';

/** A page's tree, or where its MDX cannot be read: a 0-based offset and the parser's own words. */
export type MdxReading =
  | { readonly root: Node; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: { readonly at: number; readonly reason: string } };

/** Reads a page of Markdown as the site does: with tables, and with bare addresses as links. */
export function readPage(text: string): Node {
  return unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text) as Node;
}

/** Takes any JavaScript for an empty program: a page may hold none, so nobody needs to know whether it could run. */
const noJavaScript = {
  parse: (code: string) => ({ type: 'Program', start: 0, end: code.length, body: [], sourceType: 'module' }),
};

/** What remark-mdx does, without the JavaScript parser that makes up half of it. */
function remarkMdx(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const extensions = [mdxjsEsm({ acorn: noJavaScript as never }), mdxExpression(), mdxJsx(), mdxMd()];
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdxFromMarkdown()];
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
