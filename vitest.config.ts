import { defineConfig } from 'vitest/config';

// Real OCR pages and native databases take seconds on a 2-core office PC; nothing here asserts a time.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
