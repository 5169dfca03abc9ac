import type { Finding } from './rule.ts';
import type { Span } from './text.ts';
import { type Attribute, isComponent, type Node, spanOfNode, walk } from './tree.ts';

/** What a page may use besides Markdown: components, and which attributes each must have. The site's build holds pages to the same list. */
export const components: Readonly<Record<string, readonly string[]>> = { Say: [], Avoid: [], Update: ['id'], Item: ['id'] };

const SCHEMES = ['https:', 'mailto:', 'tel:'];
/** The one kind of comment that a page may hold; nothing can stand behind its end. */
const IGNORE = /^(?:\/\*\s*closeout-ignore\b[^*]*\*\/|<!--\s*closeout-ignore\b[^>]*-->)$/;

type Broken<Id extends string> = Pick<Finding<Id>, 'messageId' | 'data'> & { readonly messageId: Id; readonly node: Pick<Node, 'position' | 'url'> };

/** Code in a page: imports, exports, expressions, HTML. A page that anybody may change must not run anything. */
export function* codeIn(root: Node): Generator<Broken<'import' | 'expression' | 'html' | 'comment' | 'attribute'>> {
  const opened = new Set<string>();
  for (const node of walk(root)) {
    const value = node.value?.trim() ?? '';
    if (node.type === 'mdxjsEsm') yield { messageId: 'import', node };
    else if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !IGNORE.test(value))
      yield { messageId: value.startsWith('/*') ? 'comment' : 'expression', node };
    else if (node.type === 'html' && value.startsWith('<!--') && !IGNORE.test(value)) yield { messageId: 'comment', node };
    else if (node.type === 'html' && !value.startsWith('<!--')) {
      const tag = /^<[^\s>]{0,30}/.exec(value)?.[0] ?? '<';
      opened.add(tag);
      // the end of a tag that was told is not told again
      if (!opened.has(tag.replace('</', '<')) || !tag.startsWith('</')) yield { messageId: 'html', node, data: { tag: `${tag}>` } };
    } else if (isComponent(node) && !isOurs(node)) yield { messageId: 'html', node, data: { tag: `<${node.name ?? ''}>` } };
    else
      for (const attribute of node.attributes ?? []) if (isExpression(attribute)) yield { messageId: 'attribute', node: attribute.position ? attribute : node };
  }
}

function isOurs({ name }: Node): boolean {
  return typeof name === 'string' && /^[A-Z]\w*$/.test(name);
}

function isExpression({ type, value }: Attribute): boolean {
  return type !== 'mdxJsxAttribute' || (typeof value === 'object' && value !== null);
}

/** Components that are not on the list, and attributes that they do not have. */
export function* strangersIn(root: Node): Generator<Broken<'component' | 'attribute' | 'missing'>> {
  for (const node of walk(root)) {
    if (!isComponent(node) || !isOurs(node)) continue;
    const name = node.name ?? '';
    const allowed = Object.hasOwn(components, name) ? components[name] : undefined;
    if (!allowed) {
      yield { messageId: 'component', node, data: { name, known: Object.keys(components).join(', ') } };
      continue;
    }
    const given = (node.attributes ?? []).filter((each) => !isExpression(each));
    for (const each of given)
      if (!allowed.includes(each.name ?? '')) yield { messageId: 'attribute', node: each.position ? each : node, data: { name, attribute: each.name } };
    for (const attribute of allowed)
      if (!given.some((each) => each.name === attribute && typeof each.value === 'string') && (node.attributes ?? []).length === given.length)
        yield { messageId: 'missing', node, data: { name, attribute } };
  }
}

/** Links and pictures whose address could run something or leads out unsafely. */
export function* unsafeIn(root: Node): Generator<Broken<'scheme' | 'picture'>> {
  const pictures = pictureNames(root);
  for (const node of walk(root)) {
    if (node.url === undefined) continue;
    const scheme = schemeOf(node.url);
    const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier ?? ''));
    if (isPicture && !/^\/(?![/\\])/.test(node.url)) yield { messageId: 'picture', node };
    else if (scheme !== undefined && !SCHEMES.includes(scheme)) yield { messageId: 'scheme', node, data: { scheme } };
  }
}

/** What an address begins with where it leads out of the site: `https:`, or `//` for the scheme of the page it stands in. */
export function schemeOf(url: string): string | undefined {
  // browsers pass over blanks and control characters inside a scheme, and take a backslash for a slash
  const plain = url.replaceAll(/[\s\p{Cc}]/gu, '');
  return /^[\\/]{2}/.test(plain) ? '//' : /^([a-z][a-z0-9+.-]*:)/i.exec(plain)?.[1]?.toLowerCase();
}

/** Names under which a page gives the address of a picture elsewhere in its text. */
export function pictureNames(root: Node): ReadonlySet<string> {
  return new Set([...walk(root)].flatMap((node) => (node.type === 'imageReference' ? [node.identifier ?? ''] : [])));
}

/** Where the address of a link or picture stands; the whole of it where it is written in another way than it is read. */
export function spanOfAddress(node: Pick<Node, 'position' | 'url'>, text: string): Span {
  const [start, end] = spanOfNode(node);
  const at = node.url ? text.slice(start, end).lastIndexOf(node.url) : -1;
  return at === -1 ? [start, end] : [start + at, start + at + (node.url?.length ?? 0)];
}

/** A broken thing as a rule's finding. */
export function found<Id extends string>({ node, ...finding }: Broken<Id>): Finding<Id> {
  return { ...finding, at: [], span: spanOfNode(node) };
}
