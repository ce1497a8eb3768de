import { defineConfig } from '@playwright/test'

/**
 * One worker: the tests drive real windows on one display, and two would steal each other's focus. What is waited for may take long on a
 * machine that has other work: how fast the window is, the bench measures.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/e2e',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
})
