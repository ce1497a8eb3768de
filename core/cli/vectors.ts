import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { countDiffering, type FileReport, type Remark, runVectors } from './vectors/run-vectors.ts'

const usage = `Usage: npm run vectors -- [DIR]
  DIR  a folder of reference figures (*.json); test/vectors when none is given
Runs every case of every file and prints how many agree. Cases that a file marks as not to be asserted are listed and not counted,
and so is what is not compared of the others.
Ends with the number of cases that do not agree; 255 means 255 or more, or that the folder cannot be read.`

const ownFigures = path.resolve(import.meta.dirname, '../../test/vectors')
const exitMax = 255
const shownMax = 10

function remarks(given: readonly Remark[], mark: string): readonly string[] {
  const more = given.length - shownMax
  return [
    ...given.slice(0, shownMax).map(({ id, text }) => `  ${mark} ${id}: ${text.replaceAll('\n', ' ')}`),
    ...(more > 0 ? [`  ${mark} ... and ${more} more`] : []),
  ]
}

function reportText(file: string, report: FileReport): string {
  const name = file.padEnd(26)
  switch (report.type) {
    case 'run': {
      const count = `${report.agreed} of ${report.agreed + report.differing.length} agree`
      const listed = report.notAsserted.length > 0 ? `, ${report.notAsserted.length} listed and not counted` : ''
      return [
        `${name}${report.kind}: ${count}${listed}`,
        ...remarks(report.differing, 'DIFFERS'),
        ...remarks(report.notAsserted, 'not counted'),
        ...report.leftOut.map(({ what, of }) => `  not compared of ${of.join(', ')}: ${what}`),
      ].join('\n')
    }
    case 'not-run':
      return `${name}${report.kind}: NOT RUN, ${report.because}`
    case 'not-readable':
      return `${name}DIFFERS: ${report.because}; counts as one case that does not agree`
  }
}

function totalText(reports: readonly FileReport[], differing: number): string {
  const agreed = reports.reduce((sum, report) => (report.type === 'run' ? sum + report.agreed : sum), 0)
  const notRun = reports.filter(({ type }) => type === 'not-run').length
  const left = notRun > 0 ? ` ${notRun} ${notRun === 1 ? 'file was' : 'files were'} not run.` : ''
  const cap = differing > exitMax ? ` The exit code can say no more than ${exitMax}.` : ''
  return `${agreed} cases agree, ${differing} do not.${left}${cap}`
}

function filesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
  } catch {
    return null
  }
}

function run(): number {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false })
  const folder = positionals[0] ?? ownFigures
  const files = filesIn(folder)
  if (positionals.length > 1 || files === null || files.length === 0) {
    console.error(files === null || files.length === 0 ? `No files of figures in ${folder}.\n${usage}` : usage)
    return exitMax
  }
  const reports = files.map(file => {
    const report = runVectors(readFileSync(path.join(folder, file), 'utf8'))
    console.log(reportText(file, report))
    return report
  })
  const differing = reports.reduce((sum, report) => sum + countDiffering(report), 0)
  console.log(`\n${totalText(reports, differing)}`)
  return Math.min(differing, exitMax)
}

process.exitCode = run()
