import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The scripts name the file of the second report, which .ci/run sums up.
    reporters: ['default', 'json'],
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] } },
      { extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
