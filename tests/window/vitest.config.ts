import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Two applications at a time: each has a display, a bus, a port and folders of
 * its own, and mostly waits. Each brings three web processes: more of them
 * would turn a slow machine into timeouts.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
