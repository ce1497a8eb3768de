import { defineConfig } from '@playwright/test'
import { workersHere } from './e2e/support/worker-display.ts'

/**
 * The tests drive real windows, each worker's on a display of its own. What is waited for may take long on a machine that has other work:
 * how fast the window is, the bench measures.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/e2e',
  workers: workersHere,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
})
