import type { ToolVerdict } from './external-audit.ts'

const shownMax = 10

/** What the tools of others said, for a person at a terminal. */
export const externalText = (verdicts: readonly ToolVerdict[]): string =>
  ['', 'External check', ...verdicts.flatMap(verdictLines), '', conclusion(verdicts)].join('\n')

function verdictLines(verdict: ToolVerdict): readonly string[] {
  const name = verdict.tool.name.padEnd(10)
  switch (verdict.verdict) {
    case 'not-installed':
      return [`  ${name} is not installed here (Debian: sudo apt-get install -y ${verdict.tool.debianPackage})`]
    case 'refused':
      return [`  ${name} REFUSES the export:`, ...verdict.said.split('\n').map(line => `    ${line}`)]
    case 'differs': {
      const more = verdict.differences.length - shownMax
      return [
        `  ${name} has OTHER BALANCES:`,
        ...verdict.differences.slice(0, shownMax).map(line => `    ${line}`),
        ...(more > 0 ? [`    ... and ${more} more`] : []),
      ]
    }
    case 'agrees':
      return [
        `  ${name} accepts the export, and its ${verdict.balances.toLocaleString('en')} balances are ours exactly`,
      ]
  }
}

function conclusion(verdicts: readonly ToolVerdict[]): string {
  const asked = verdicts.filter(({ verdict }) => verdict !== 'not-installed')
  if (asked.length === 0) return 'NOT CHECKED EXTERNALLY. None of the tools is installed here.'
  const agreeing = asked.filter(({ verdict }) => verdict === 'agrees')
  return agreeing.length === asked.length
    ? `AGREED. ${asked.length} of ${verdicts.length} tools read the books and have the same balances.`
    : 'NOT AGREED. At least one tool does not find these books right.'
}

/** 0: every tool that is installed agrees; 1: one of them does not; 3: none is installed. */
export function externalExit(verdicts: readonly ToolVerdict[]): 0 | 1 | 3 {
  const asked = verdicts.filter(({ verdict }) => verdict !== 'not-installed')
  if (asked.length === 0) return 3
  return asked.every(({ verdict }) => verdict === 'agrees') ? 0 : 1
}
