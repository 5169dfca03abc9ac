import { defineConfig } from 'tsdown';

// CommonJS starts faster than ESM here, and one file with its few lazy chunks faster than many.
export default defineConfig({
  entry: { cli: 'linter/cli.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node22.12',
  outDir: 'dist/cli',
  minify: true,
  dts: false,
  noExternal: [/.*/],
  clean: true,
  logLevel: 'warn',
});
