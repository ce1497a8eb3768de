import fs from 'node:fs'

export type Counts = { passed: number; failed: number }
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** A test file that cannot even be loaded has no tests to count: it counts as one failure. */
export function countVitest(reportFile: string, isGreen: boolean): Counts {
  const report = read<VitestReport>(reportFile)
  if (report === null) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, isGreen)
}

/** A test that passes only when repeated is not proved: it counts as a failure. */
export function countPlaywright(reportFile: string, isGreen: boolean): Counts {
  const report = read<PlaywrightReport>(reportFile)
  if (report === null) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky + report.errors.length }, isGreen)
}

/** A run can fail without a failing test, by a crash or an unhandled rejection. */
function atLeastOneFailure(counts: Counts, isGreen: boolean): Counts {
  return { passed: counts.passed, failed: isGreen ? counts.failed : Math.max(1, counts.failed) }
}

function read<T>(file: string): T | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : null
}
