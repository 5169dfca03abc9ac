import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom, and why: a folder of linter/, what else of the linter it may use, and which packages. */
const layers: Readonly<Record<string, { mayUse: readonly string[]; packages: readonly string[]; because: string }>> = {
  core: { mayUse: [], packages: ['canonicalize', '@noble/hashes'], because: 'core is what everything else stands on, and runs in a browser' },
  parse: {
    mayUse: ['core'],
    packages: [
      'js-yaml',
      'micromark-extension-mdx-expression',
      'micromark-extension-mdx-jsx',
      'micromark-extension-mdx-md',
      'micromark-extension-mdxjs-esm',
      'micromark-extension-frontmatter',
      'micromark-extension-gfm',
      'mdast-util-from-markdown',
      'mdast-util-frontmatter',
      'mdast-util-gfm',
      'mdast-util-mdx',
      'csv-parse',
    ],
    because: 'parse turns text into documents; it is the only home of the parsers',
  },
  rules: { mayUse: ['core'], packages: [], because: 'a rule is a pure function of a document: no files, no line numbers, no settings' },
  formats: { mayUse: ['core'], packages: [], because: 'a formatter turns diagnostics into text and does nothing else' },
  edit: { mayUse: ['core', 'parse'], packages: ['diff'], because: 'edit changes text; reading and writing files is the work of workspace' },
  organisation: {
    mayUse: ['core', 'parse', 'rules'],
    packages: [],
    because: 'organisation opens and judges files wherever they come from, in a browser too; it touches no disk',
  },
  workspace: {
    mayUse: ['core', 'parse', 'rules', 'organisation'],
    packages: ['node:'],
    because: 'workspace is the only home of the disk and of git; judging is the work of organisation',
  },
  scaffold: {
    mayUse: ['core', 'parse', 'edit', 'organisation'],
    packages: [],
    because: 'scaffold words what an organisation begins with, from texts that ship; writing them is the work of a command',
  },
  commands: {
    mayUse: ['core', 'parse', 'rules', 'formats', 'edit', 'organisation', 'workspace', 'scaffold'],
    packages: ['node:util'],
    because: 'a command puts the stages together; it touches no file itself',
  },
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

test.each(Object.entries(layers))('linter/%s imports only what it may', (layer, { mayUse, packages, because }) => {
  for (const file of sources(`linter/${layer}`)) {
    // a text that ships is no code
    for (const from of importsOf(file).filter((each) => !each.endsWith('?raw'))) {
      if (from.startsWith('.')) {
        const target = normalize(join(dirname(file), from)).split('/')[1] ?? '';
        expect([layer, ...mayUse], `${file} imports ${from}, but ${because}`).toContain(target);
      } else {
        expect(
          packages.some((name) => from === name || from.startsWith(`${name}/`) || (name.endsWith(':') && from.startsWith(name))),
          `${file} imports ${from}, but ${because}`,
        ).toBe(true);
      }
    }
  }
});

test('the site enters the linter by its doors only', () => {
  for (const file of sources('site')) {
    for (const from of importsOf(file).filter((each) => each.includes('linter/'))) {
      expect(from, `${file}: import from linter/index.ts in the build, from linter/engine.ts in the page`).toMatch(/linter\/(index|engine)\.ts$/);
    }
  }
});

test('nobody imports the site, the tests or the bench', () => {
  // the text of a page that ships is no code of the site
  const code = (file: string): string[] => importsOf(file).filter((each) => !each.endsWith('?raw'));
  for (const file of sources('linter')) for (const from of code(file)) expect(from, file).not.toMatch(/\/(site|test|bench)\//);
});

test('the pure door opens on nothing of Node', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const from of importsOf(file)) {
      expect(from.startsWith('node:'), `${file} imports ${from}, and the browser loads it through engine.ts`).toBe(false);
      if (from.startsWith('.') && from.endsWith('.ts')) visit(normalize(join(dirname(file), from)));
    }
  };
  visit('linter/engine.ts');
  expect(seen.size).toBeGreaterThan(40);
});

test('only cli.ts and its stdout.ts touch the process, and cli.ts alone ends it', () => {
  for (const file of sources('linter')) {
    const text = readFileSync(file, 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    if (!/linter\/(?:cli|stdout)\.ts$/.test(file)) expect(text, file).not.toMatch(/(?<!-)\bprocess\.(?!pid\b)\w|\bconsole\./);
    // what is still to be written would be lost
    if (!file.endsWith('/cli.ts')) expect(text, file).not.toMatch(/process\.exit\(/);
  }
});
