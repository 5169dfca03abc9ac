import { codeIn, type Diagnostic, diagnose, found, type Node, rules, strangersIn, unsafeIn } from '../linter/engine.ts';

/** A page on its way through Astro's Markdown, as far as the plugin looks at it. */
export interface PageOnItsWay {
  /** Absolute. */
  readonly path: string;
  /** The page's text, its frontmatter as blanks, so that places are those of the file. */
  readonly value: unknown;
  readonly data: { astro?: { frontmatter?: Readonly<Record<string, unknown>> } };
}

const HEAD = 'The site is not built with code or strangers in its pages:';

/** A remark plugin that fails the build on a page with anything but words and the site's components: what builds the site must run nothing that a page brings. */
export function onlyContent(): (tree: unknown, page: PageOnItsWay) => void {
  return (tree, page) => {
    const faults = faultsIn(tree as Node, page);
    const [first] = faults;
    // line and column of the error are what Astro says of its place
    if (first) throw Object.assign(new Error([HEAD, ...faults.map(line)].join('\n')), first.range.start);
    // facts come from the linter's reader; Astro would load what a `layout` names here as a module
    if (page.data.astro) page.data.astro.frontmatter = {};
  };
}

function faultsIn(tree: Node, { path, value }: PageOnItsWay): Diagnostic[] {
  const slashed = path.replaceAll('\\', '/');
  const file = slashed.slice(slashed.lastIndexOf('/site/content/') + 1);
  const root = asWritten(tree);
  const findings = [
    [ruleOf('content-only'), [...codeIn(root)]],
    [ruleOf('known-component'), [...strangersIn(root)]],
    [ruleOf('safe-link'), [...unsafeIn(root)]],
  ] as const;
  return findings
    .flatMap(([rule, broken]) => broken.map((each) => diagnose(rule, found(each), { file, text: String(value) }, {})))
    .sort((a, b) => a.range.start.offset - b.range.start.offset);
}

/** Whose words are used; a guard whose rule is gone must not stand open. */
function ruleOf(id: string): (typeof rules)[number] {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`The linter has no rule ${id} any more, and the site needs its messages.`);
  return rule;
}

/** The tree without the attributes of Starlight's directives, which are no list as a component's are. */
function asWritten({ attributes, children, ...node }: Node): Node {
  return { ...node, ...(Array.isArray(attributes) ? { attributes } : {}), ...(children ? { children: children.map(asWritten) } : {}) };
}

function line({ file, range, message, ruleId }: Diagnostic): string {
  return `${file}:${range.start.line}:${range.start.column} ${message} (${ruleId})`;
}
