// What remark and its plugins call to read a page, without them: a sixth of all would be for writing Markdown, which nobody here does.

import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import { mdxjsEsm } from 'micromark-extension-mdxjs-esm';
import type { Node } from '../core/tree.ts';

/** A page's tree, or where its MDX cannot be read: a 0-based offset and the parser's own words. */
export type MdxReading =
  | { readonly root: Node; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: { readonly at: number; readonly reason: string } };

/** Reads a page of Markdown as the site does: with tables, and with bare addresses as links. */
export function readPage(text: string): Node {
  return read(text, [], []);
}

function read(text: string, extensions: NonNullable<Options['extensions']>, mdastExtensions: NonNullable<Options['mdastExtensions']>): Node {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(), ...extensions],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(), ...mdastExtensions],
  }) as Node;
}

/** Takes any JavaScript for an empty program: a page may hold none, so nobody needs to know whether it could run, and a parser for it would be half of all. */
const noJavaScript = {
  parse: (code: string) => ({ type: 'Program', start: 0, end: code.length, body: [], sourceType: 'module' }),
};

/** Reads MDX, in which a tag or a brace may be left open. */
export function readMdx(text: string): MdxReading {
  try {
    return { root: read(text, [mdxjsEsm({ acorn: noJavaScript as never }), mdxExpression(), mdxJsx(), mdxMd()], [mdxFromMarkdown()]) };
  } catch (error) {
    const { reason, place } = error as { reason?: string; place?: { offset?: number; start?: { offset?: number } } };
    if (reason === undefined) throw error;
    return { problem: { at: place?.offset ?? place?.start?.offset ?? 0, reason } };
  }
}
