import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ensureElectron } from '../electron/runtime/electron-runtime.ts'
import { offerSystemPackages } from '../electron/runtime/system-packages.ts'
import { type Counts, countPlaywright, countVitest } from './run/count-tests.ts'

/** `npm test`: everything that can be proved on one machine, and a last line that says how much of it was. */
const toolsForTests = ['poppler-utils']
const toolsOfOthers = ['hledger', 'ledger', 'beancount']
const reportFolder = path.resolve(import.meta.dirname, '..', 'test-results')
const e2eReport = path.join(reportFolder, 'e2e.json')

/** Whoever may install what a test needs has no reason to leave it out; whether even they may mount a small disk is not theirs to say. */
const mayInstall = process.platform === 'linux' && process.getuid?.() === 0

await ensureElectron(toolsForTests)
offerSystemPackages(toolsOfOthers, 'the tests in which they read exported books are skipped')
fs.rmSync(reportFolder, { recursive: true, force: true })
const durations: string[] = []
const results = [
  check('types'),
  check('lint'),
  vitest('unit'),
  vitest('lives'),
  vitest('system'),
  vitest('crash'),
  vitest('books'),
  e2e(),
]
console.log(`The parts took ${durations.join(', ')}.`)
const skipped = results.flatMap(counts => counts.skipped)
for (const title of skipped) console.log(`Skipped: ${title}`)
const passed = results.reduce((sum, counts) => sum + counts.passed, 0)
const failed = results.reduce((sum, counts) => sum + counts.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** A check that is not a set of tests counts only when it fails. */
function check(script: string): Counts {
  return { passed: 0, failed: npm(script) ? 0 : 1, skipped: [] }
}

function vitest(project: 'unit' | 'lives' | 'system' | 'crash' | 'books'): Counts {
  const report = path.join(reportFolder, `${project}.json`)
  const isGreen = npm(project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
  const counts = countVitest(report, isGreen)
  return mayInstall ? { ...counts, failed: counts.failed + counts.skipped.length } : counts
}

function e2e(): Counts {
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = e2eReport
  return countPlaywright(e2eReport, npm('e2e', '--reporter=list,json'))
}

function npm(script: string, ...options: string[]): boolean {
  const start = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...options], { stdio: 'inherit' })
  durations.push(`${script} ${Math.round((performance.now() - start) / 1000)} s`)
  return status === 0
}
