import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Rolldown } from 'tsdown';

// How the command is cut into parts, so that each lint loads little and starts fast.

const runs = readFileSync('linter/rules/runs.ts', 'utf8');

/** What each lint of a run loads is one part: every further one costs a look at two files. */
const LINT = /linter\/(?:cli|main|commands\/lint|formats\/text|organisation\/phrases)\.ts$/;

/** What it needs only where a file is no plain YAML or does not fit, words are judged, or more than runs. */
const LATER: readonly (readonly [part: string, isFirst: (id: string) => boolean])[] = [
  ['later-shapes', (id) => /parse\/misfits\.ts$|core\/(?:suggest|readings)\.ts$/.test(id)],
  ['later-checks', (id) => /parse\/checks\.ts$/.test(id)],
  ['later-others', (id) => /parse\/fits-others\.generated\.js$/.test(id)],
  ['later-yaml', (id) => /parse\/careful\.ts$|node_modules\/js-yaml\//.test(id)],
  ['later-wording', (id) => /core\/(?:phrases|passages|prose)\.ts$/.test(id)],
  ['later-book', (id) => /core\/book\.ts$/.test(id)],
  ['later-digests', (id) => /core\/digest\.ts$/.test(id)],
  ['later-rules', (id) => /linter\/rules\//.test(id) && !id.endsWith('/runs.ts') && !runs.includes(`'./${basename(id)}'`)],
];

/** The part of each module: that of the lint, or the first that needs it. What none of them needs is left to the bundler. */
function partsIn(modules: Rolldown.PluginContext): ReadonlyMap<string, string> {
  const all = [...modules.getModuleIds()];
  const firstOf = (id: string): string | undefined => LATER.find(([, isFirst]) => isFirst(id))?.[0];
  const neededBy = (part: string, first: readonly string[]): ReadonlySet<string> => {
    const found = new Set(first);
    for (const id of found) {
      for (const each of modules.getModuleInfo(id)?.importedIds ?? []) if ((firstOf(each) ?? part) === part) found.add(each);
    }
    return found;
  };
  const lint = neededBy(
    'lint',
    all.filter((id) => LINT.test(id)),
  );
  const found = new Map<string, string>();
  for (const [part, isFirst] of LATER) {
    for (const id of neededBy(part, all.filter(isFirst))) if (!found.has(id)) found.set(id, part);
  }
  return new Map([...found, ...[...lint].map((id) => [id, 'lint'] as const)]);
}

let partOf: ReadonlyMap<string, string> = new Map();

/** The part that a module belongs to. */
export function partOfModule(id: string): string | undefined {
  return partOf.get(id);
}

const ASKED = /^const (\w+) = (require\("\.\/later-[^"]+"\));$/gm;
const EXPORT = /Object\.defineProperty\(exports, ("[^"]+"), \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([^;]+);\s*\}\s*\}\);\n?/g;

/**
 * A part whose name begins with `later-` is loaded at the first question to it. And what a part gives to others is said at
 * once: a hundred calls that each define one thing take longer than many a rule.
 */
export const parts: Rolldown.Plugin = {
  name: 'parts',
  buildEnd() {
    partOf = partsIn(this);
  },
  renderChunk(code, { isEntry }) {
    if (/\bimport\(["'`]node:/.test(code)) this.error('bin.cjs runs the parts without the loader that import() asks for. Take process.getBuiltinModule');
    const later = code.replaceAll(ASKED, 'const $1 = new Proxy({}, { get: (_, key) => $2[key] });');
    // Node reads the names of an entry as they were written
    if (isEntry) return later;
    const changing = new Set([...code.matchAll(/^let ([\w$]+)/gm)].map(([, name]) => name));
    const given = [...later.matchAll(EXPORT)].map(([, name, value]) => {
      if (changing.has(value)) this.error(`${value} may change after it was given to others. Make it a constant`);
      return `${name}: ${value}`;
    });
    return given.length === 0 ? later : `${later.replaceAll(EXPORT, '')}module.exports = { ${given.join(', ')} };\n`;
  },
  generateBundle(_, bundle) {
    // the command's entry is one call: data is read faster than a part that says no more
    const entry = bundle['cli.cjs'];
    const [, part, start] = (entry?.type === 'chunk' && /^require\("\.\/(lint-[^"]+)"\)\.(\w+)\(\);\s*$/.exec(entry.code)) || [];
    if (!part || !start) this.error('linter/entry.ts became more than one call to the part of the lint');
    delete bundle['cli.cjs'];
    this.emitFile({ type: 'asset', fileName: 'cli.json', source: JSON.stringify({ part, start }) });
  },
};
