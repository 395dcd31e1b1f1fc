import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// One worker a core: vitest keeps one free for itself, which on two cores halves the speed.
// Real OCR pages and native databases take seconds on a 2-core office PC; nothing here asserts a time.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: availableParallelism(),
  },
});
