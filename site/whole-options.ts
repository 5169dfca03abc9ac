/** A node of a page's tree that may be code within a sentence. */
interface Coded {
  readonly type: string;
  readonly value?: string;
  data?: { hChildren?: unknown };
  readonly children?: readonly Coded[];
}

/** Longer ones may break, so that they fit a phone. */
const MOST = 24;

/** A remark plugin that keeps an option such as `--fix` on one line: browsers break it after its hyphens. What is copied stays the same. */
export function wholeOptions(): (tree: unknown) => void {
  return function walk(tree): void {
    const node = tree as Coded;
    if (node.type === 'inlineCode' && /(?:^|\s)--?\w/.test(node.value ?? '')) node.data = { ...node.data, hChildren: partsOf(node.value ?? '') };
    for (const child of node.children ?? []) walk(child);
  };
}

function partsOf(code: string): readonly object[] {
  return code.split(/(\s+)/).flatMap((word) => {
    const text = { type: 'text', value: word };
    if (word === '') return [];
    const whole = word.startsWith('-') && word.length <= MOST;
    return [whole ? { type: 'element', tagName: 'span', properties: { className: ['whole'] }, children: [text] } : text];
  });
}
