import path from 'node:path'
import { defineConfig } from 'vitest/config'

const system = [
  'test/core/{audit,engine,sync,verification,export,cli}/**/*.test.ts',
  'test/core/command/hostile-commands.test.ts',
  'test/core/{chart,foreign-exchange,savings}/*-model.test.ts',
  'test/core/close-of-business/resume.test.ts',
  'test/core/interest/accrue.test.ts',
  'test/core/cash/cash-conserved.test.ts',
  'test/core/institution/branches.test.ts',
  'test/core/storage/log-turnover.test.ts',
  'test/renderer/lib/told-answers.test.ts',
  'test/electron/runtime/**/*.test.ts',
  'test/sync-server/**/*.test.ts',
]

/** Nights, periods and whole lives: what takes many days of the books to show. */
const lives = [
  'test/core/close-of-business/!(resume).test.ts',
  'test/core/loan-life/any-life.test.ts',
  'test/core/periods/*.test.ts',
  'test/core/statements/{ledger,statements}.test.ts',
]

/**
 * Five sets. `unit` is what `npm run check` runs all day: the verbs, the books, the queries, the window's own logic. `system` has whole
 * installations, which are engines behind their keys, several devices and their server, verification and export; whatever any command
 * may do, and who is told of it; and long series of operations. `lives` has the nights and periods of accounts and loans. `crash` kills and starves processes, and `books` has the ledger programs of others read a year,
 * and holds the books against a naive model of them: a thousand histories, and every short sequence of commands. The last four take
 * longer, and are run by `npm test`.
 * Forks, as many as there are cores, each of them for many files: a file leaves nothing behind that the next one could meet.
 * A slow machine is no fault: a test may take its time, and only one that hangs is ended.
 */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
    setupFiles: [
      'test/support/remember-stretched-codes.ts',
      'test/support/remember-keys.ts',
      'test/support/prove-books.ts',
    ],
    coverage: { provider: 'v8', include: ['core/**', 'sync-server/**'], reportsDirectory: 'coverage' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/crash/**', 'test/books/**', ...system, ...lives],
        },
      },
      { extends: true, test: { name: 'lives', include: lives } },
      { extends: true, test: { name: 'system', include: system } },
      { extends: true, test: { name: 'crash', include: ['test/crash/**/*.test.ts'] } },
      { extends: true, test: { name: 'books', include: ['test/books/**/*.test.ts'] } },
    ],
  },
})
