import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Rolldown } from 'tsdown';
import { partOfModule, parts } from './tsdown.parts.ts';

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
    codeSplitting: { groups: [{ name: partOfModule, includeDependenciesRecursively: false }] },
  },
  dts: { entry: 'linter/program.ts' },
  noExternal: [/.*/],
  plugins: [raw, ascii, parts],
  clean: true,
  logLevel: 'warn',
});
