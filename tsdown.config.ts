import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Rolldown } from 'tsdown';

/** `import text from './file.yaml?raw'` as Vite has it: what closeout init writes stands once in the repository, and packed in the program. */
const raw: Rolldown.Plugin = {
  name: 'raw',
  async resolveId(source, importer) {
    const file = source.endsWith('?raw') && (await this.resolve(source.slice(0, -'?raw'.length), importer));
    return file ? `\0${file.id}?raw` : null;
  },
  load(id) {
    if (!id.endsWith('?raw')) return null;
    const packed = brotliCompressSync(readFileSync(id.slice('\0'.length, -'?raw'.length))).toString('base64');
    return `import { brotliDecompressSync } from 'node:zlib';\nexport default brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();`;
  },
};

/** One sign beyond ASCII, as in a String.raw that no one can escape, and V8 keeps the whole part at two bytes a character. */
const ascii: Rolldown.Plugin = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      const found = part.type === 'chunk' && part.fileName.endsWith('.cjs') && /.{0,40}[^\0-\x7f].{0,40}/.exec(part.code);
      if (found) this.error(`${part.fileName} is not all ASCII. Write an escape here: ${found[0]}`);
    }
  },
};

const LATER = /^const (\w+) = (require\("\.\/later-[^"]+"\));$/gm;
const EXPORT = /Object\.defineProperty\(exports, ("[^"]+"), \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([^;]+);\s*\}\s*\}\);\n?/g;

/** A part whose name begins with `later-` is loaded at the first question to it. And what a part gives to others is said at once: a hundred calls that each define one thing take longer than many a rule. */
const parts: Rolldown.Plugin = {
  name: 'parts',
  renderChunk(code, { isEntry }) {
    const later = code.replaceAll(LATER, 'const $1 = new Proxy({}, { get: (_, key) => $2[key] });');
    // Node reads the names of an entry as they were written
    if (isEntry) return later;
    const given = [...later.matchAll(EXPORT)].map(([, name, value]) => `get ${name}() { return ${value}; }`);
    return given.length === 0 ? later : `${later.replaceAll(EXPORT, '')}module.exports = { ${given.join(', ')} };\n`;
  },
};

const runs = readFileSync('linter/rules/runs.ts', 'utf8');

/** Rules that are not for runs. */
function isOtherRule(id: string): boolean {
  const [, name] = /linter\/rules\/([\w-]+\.ts)$/.exec(id) ?? [];
  return name !== undefined && name !== 'runs.ts' && !runs.includes(`'./${name}'`);
}

// The command and what programs import share their chunks. CommonJS starts faster than ESM here, and one file with its few lazy chunks faster than many.
export default defineConfig({
  entry: { cli: 'linter/entry.ts', index: 'linter/program.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node22.12',
  outDir: 'dist/cli',
  minify: true,
  // text of one byte a character is read, kept and compared at half the cost
  outputOptions: {
    charset: 'ascii',
    // what each lint of a run loads is one part: every further one costs a look at two files
    codeSplitting: {
      groups: [
        // what a lint needs only where a file is no plain YAML or does not fit, words are judged, or more than runs
        { name: 'later-shapes', test: /parse\/(?:validators\.generated\.js|told\.ts)$/, priority: 1 },
        { name: 'later-yaml', test: /node_modules\/js-yaml\//, priority: 1 },
        { name: 'later-rules', test: isOtherRule, priority: 2, includeDependenciesRecursively: false },
        { name: 'later-wording', test: /linter\/core\/(?:phrases|book|passages)\.ts$/, priority: 1 },
        { name: 'lint', test: /linter\/(?:cli|main|commands\/lint|formats\/text|organisation\/phrases)\.ts$/ },
      ],
    },
  },
  dts: { entry: 'linter/program.ts' },
  noExternal: [/.*/],
  plugins: [raw, ascii, parts],
  clean: true,
  logLevel: 'warn',
});
