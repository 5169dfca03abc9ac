/** A node of a page's tree whose address may be changed. */
interface Linking {
  readonly type: string;
  url?: string;
  children?: Linking[];
}

/** Where the site lies, and which of its pages it leaves out. */
export interface Surroundings {
  /** Path in front of every address: "/" or "/closeout". */
  readonly base: string;
  /** Beginnings of addresses that a public site does not have, such as "/customers/". */
  readonly missing: readonly string[];
}

/** A remark plugin that puts the base path in front of links inside the site, and leaves only the words of a link to a page that this site has not. */
export function withBase({ base, missing }: Surroundings): (tree: unknown) => void {
  const prefix = base.replace(/\/+$/, '');
  const inside = ({ url }: Linking): boolean => url?.startsWith('/') === true && !url.startsWith('//');
  const rebased = (node: Linking): Linking[] => {
    if (node.children) node.children = node.children.flatMap(rebased);
    const { url = '' } = node;
    if (!inside(node)) return [node];
    if (node.type === 'link' && missing.some((page) => url.startsWith(page))) return node.children ?? [];
    node.url = `${prefix}${url}`;
    return [node];
  };
  return (tree) => {
    rebased(tree as Linking);
  };
}
