import { defineConfig } from '@playwright/test'

/** One worker: the tests drive real windows on one display, and two would steal each other's focus. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/e2e',
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
})
