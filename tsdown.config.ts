import { defineConfig, type Rolldown } from 'tsdown';

/** acorn-jsx asks for acorn only in a getter that nobody calls, and would bring a second copy of it. */
const oneAcorn: Rolldown.Plugin = {
  name: 'one-acorn',
  resolveId: (source, importer) => (source === 'acorn' && importer?.includes('acorn-jsx') ? { id: 'acorn', external: true } : null),
};

// The command and what programs import share their chunks. CommonJS starts faster than ESM here, and one file with its few lazy chunks faster than many.
export default defineConfig({
  entry: { cli: 'linter/cli.ts', index: 'linter/program.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node22.12',
  outDir: 'dist/cli',
  minify: true,
  dts: { entry: 'linter/program.ts' },
  noExternal: [/.*/],
  plugins: [oneAcorn],
  clean: true,
  logLevel: 'warn',
});
