import { rmSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import { afterAll, describe, expect, test } from 'vitest';
import { type Node, readMarkdown } from '../linter/engine.ts';
import { onlyContent, type PageOnItsWay } from '../site/only-content.ts';
import { wholeOptions } from '../site/whole-options.ts';
import { withBase } from '../site/with-base.ts';
import { buildSite, organisationWith } from './site-build.ts';

const PAGE = 'site/content/playbooks/page.mdx';
const front = '---\ntitle: A page\n---\n\n';
const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

function organisation(files: Readonly<Record<string, string>>): string {
  const root = organisationWith(files);
  roots.push(root);
  return root;
}

/** Takes a page's body through Astro's own way of MDX. */
async function built(body: string, base = '/'): Promise<string> {
  const processor = unified({ remarkPlugins: [onlyContent, [withBase, { base, missing: ['/today/'] }], wholeOptions] });
  const renderer = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false, srcDir: new URL('file:///site/'), sourcemap: false });
  if (!renderer) throw new Error('the processor has no way of MDX');
  const { code } = await renderer.process(front.replaceAll(/[^\n]/g, ' ') + body, `/somewhere/${PAGE}`, { title: 'A page' });
  return code;
}

describe('a page with anything but words and components is not built', () => {
  test.each([
    ['an import', "import fs from 'node:fs'", '5:1 A line that begins with import or export is code'],
    ['an export', 'export const answer = 42', '5:1 A line that begins with import or export is code'],
    ['an expression', 'Words {process.env.HOME}.', '5:7 What stands in braces is code'],
    ['an expression as an attribute', '<Item id={process.env.HOME} />', '5:7 The value of an attribute stands in quotes'],
    ['attributes from an expression', '<Item {...process.env} />', '5:7 The value of an attribute stands in quotes'],
    ['a script', 'Words.\n\n<script>alert(1)</script>', '7:1 <script> is HTML'],
    ['an element', '<div onclick="alert(1)">Words</div>', '5:1 <div> is HTML'],
    ['a component that nobody knows', '<Stranger />', '5:1 There is no component <Stranger>.'],
    ['an attribute that a component has not', '<Say style="color: red">\n\nWords\n\n</Say>', '5:6 <Say> has no "style"'],
    ['a card that names nothing', '<Update />', '5:1 <Update> needs id="..."'],
    ['a link that runs something', '[words](javascript:alert%281%29)', '5:1 A link may not begin with javascript:.'],
    ['the same by a detour', '[words][there]\n\n[there]: JavaScript:alert%281%29', '7:1 A link may not begin with javascript:.'],
    ['a link of data', '<Say>\n\n[words](data:text/html,hello)\n\n</Say>', '7:1 A link may not begin with data:.'],
    ['a picture from elsewhere', '![words](https://elsewhere.example/pixel.png)', '5:1 A picture lies in the site itself'],
  ])('%s', async (_kind, body, says) => {
    await expect(built(body)).rejects.toThrow(`${PAGE}:${says}`);
  });

  test('every fault of it is told at once, and where the first is', async () => {
    const failed = await built('{one}\n\n{two}').catch((error: unknown) => error);
    expect(String(failed)).toMatch(/page\.mdx:5:1 [^\n]+\n.*page\.mdx:7:1 /);
    expect(failed).toMatchObject({ line: 5, column: 1 });
  });

  test('not by the whole build either, which says where', async () => {
    const bad = '\n<script>alert(1)</script>\n';
    const root = organisation({ 'site/content/playbooks/bad.mdx': `---\ntitle: Bad\n---\n${bad}` });
    await expect(buildSite({ root })).rejects.toThrow('site/content/playbooks/bad.mdx:5:1 <script> is HTML, and a page holds none.');
  });
});

describe('a page of words and components', () => {
  test('is built, with tables, code and a comment that silences a rule', async () => {
    const body =
      '| a | b |\n| - | - |\n| c | `{d}` |\n\n{/* closeout-ignore phrase/hedge: said so */}\n\n<Say>\n\nAt 3 pm: call.\n\n</Say>\n\n<Item id="a/b" />';
    expect(await built(body)).toContain('At 3 pm: call.');
  });

  test('may hold what Starlight takes for a directive', () => {
    const tree = readMarkdown('Words') as { children: Node[] } & Node;
    const directive = { type: 'textDirective', name: 'once', attributes: {} as never, children: [] };
    const page: PageOnItsWay = { path: `/somewhere/${PAGE}`, value: 'Words', data: {} };
    expect(() => onlyContent()({ ...tree, children: [...tree.children, directive] }, page)).not.toThrow();
  });

  test('has its links below the base path, and only the words of a link to a page that this site has not', async () => {
    const code = await built('[in](/rules/#run) [out](https://elsewhere.example/) [here](#steps) [gone](/today/) ![picture](/rack.svg)', '/closeout/');
    expect([...code.matchAll(/href: "([^"]+)"/g)].map((match) => match[1])).toEqual(['/closeout/rules/#run', 'https://elsewhere.example/', '#steps']);
    expect(code).toContain('/closeout/rack.svg');
    expect(code).toContain('gone');
  });

  test('keeps an option in a sentence on one line, and what is copied as it was written', async () => {
    const code = await built('Say `npx closeout lint --fix --max-warnings 3` or `a - b` or `well-known`.');
    expect([...code.matchAll(/class: "whole",\s*children: "([^"]+)"/g)].map((match) => match[1])).toEqual(['--fix', '--max-warnings']);
    expect(code).toContain('children: "a - b"');
    expect(code).toContain('children: "well-known"');
  });
});
