import fs from 'node:fs'

export type Counts = {
  passed: number
  failed: number
  /** The titles of the tests that were not run: they prove nothing, and whoever reads the last line must know. */
  skipped: readonly string[]
}
type VitestTest = { status: string; fullName: string }
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: VitestTest[] }[]
}
type PlaywrightTests = { title: string; tests: { status: string }[] }
type PlaywrightSuite = { specs: PlaywrightTests[]; suites?: PlaywrightSuite[] }
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  suites: PlaywrightSuite[]
  errors: unknown[]
}

/** A test file that cannot even be loaded has no tests to count: it counts as one failure. */
export function countVitest(reportFile: string, isGreen: boolean): Counts {
  const report = read<VitestReport>(reportFile)
  if (report === null) return { passed: 0, failed: 1, skipped: [] }
  const { numPassedTests: passed, numFailedTests, testResults } = report
  const unloaded = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  const counts = { passed, failed: numFailedTests + unloaded.length, skipped: skipped.map(({ fullName }) => fullName) }
  return atLeastOneFailure(counts, isGreen)
}

/** A test that passes only when repeated is not proved: it counts as a failure. */
export function countPlaywright(reportFile: string, isGreen: boolean): Counts {
  const report = read<PlaywrightReport>(reportFile)
  if (report === null) return { passed: 0, failed: 1, skipped: [] }
  const { expected: passed, unexpected, flaky } = report.stats
  const skipped = specsOf(report.suites).filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
  const counts = {
    passed,
    failed: unexpected + flaky + report.errors.length,
    skipped: skipped.map(({ title }) => title),
  }
  return atLeastOneFailure(counts, isGreen)
}

const specsOf = (suites: readonly PlaywrightSuite[]): readonly PlaywrightTests[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...specsOf(inner)])

/** A run can fail without a failing test, by a crash or an unhandled rejection. */
function atLeastOneFailure(counts: Counts, isGreen: boolean): Counts {
  return { ...counts, failed: isGreen ? counts.failed : Math.max(1, counts.failed) }
}

function read<T>(file: string): T | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : null
}
