import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * One application at a time: each brings its own display, window manager and
 * three web processes, and a slow machine would turn several into timeouts.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
