import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Whole documents are made and read back in some tests, on machines with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    // Nothing may depend on where and when it runs: a zone and a locale that differ from most machines'.
    env: { TZ: 'Pacific/Chatham', LC_ALL: 'C', NO_COLOR: '1' },
  },
})
