import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Forks, not threads: each test file owns its process, as the engine does, and a native crash names its file. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    coverage: { provider: 'v8', include: ['core/**', 'sync-server/**'], reportsDirectory: 'coverage' },
  },
})
