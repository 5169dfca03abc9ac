import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    // the site's build and the browser need their time; nothing asserts a duration
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // half of the time is waiting for a browser
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', ['json', { outputFile: 'dist/test-results.json' }]],
  },
});
