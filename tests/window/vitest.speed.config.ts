import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measurements, apart from the tests: they want a quiet machine and a release build. */
export default defineConfig({
    test: {
        root: fileURLToPath(new URL('.', import.meta.url)),
        include: ['speed/**/*.test.ts'],
        pool: 'forks',
        maxWorkers: 1,
        fileParallelism: false,
        testTimeout: 600_000,
        hookTimeout: 120_000,
    },
});
