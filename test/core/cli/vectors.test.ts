import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runVectors } from '../../../core/cli/vectors/run-vectors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = path.resolve(import.meta.dirname, '../../vectors')
const program = path.resolve(import.meta.dirname, '../../../core/cli/vectors.ts')
const files = readdirSync(folder).filter(name => name.endsWith('.json'))
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

test.each([
  ['loan-schedules.json', 77],
  ['iso4217.json', 227],
  ['daycount.json', 161],
  ['savings-interest.json', 18],
])('[I9] every published figure of %s agrees', (file, cases) => {
  expect(runVectors(textOf(file))).toMatchObject({ type: 'run', agreed: cases, differing: [], notAsserted: [] })
})

test('[I9][L9] every published rate of apr.json agrees, but for one that contradicts itself', () => {
  expect(runVectors(textOf('apr.json'))).toMatchObject({
    type: 'run',
    agreed: 46,
    differing: [],
    notAsserted: [{ id: 'uk-rep-7500-36-inconsistent' }],
  })
})

test('[I9][L11] every published life of loan-transactions.json agrees in every figure, those included that nobody had found again', () => {
  const given = textOf('loan-transactions.json')
  expect(runVectors(given)).toMatchObject({ type: 'run', agreed: 113, differing: [], notAsserted: { length: 3 } })
  const all = given.replaceAll('"reproduced": false', '"reproduced": true')
  expect(runVectors(all)).toMatchObject({ type: 'run', agreed: 116, differing: [] })
})

test('[I9] what is left out of a case that is counted is named with the case', () => {
  const said = ['loan-schedules.json', 'loan-transactions.json', 'savings-interest.json', 'apr.json'].map(file => {
    const report = runVectors(textOf(file))
    return report.type === 'run' ? report.leftOut.map(({ what, of }) => [what.split(',')[0], of.length, of[0]]) : []
  })
  expect(said).toEqual([
    [['charges that its terms do not name', 1, 'LS-020']],
    [
      ['a balance that does not follow from the figures beside it', 1, 'LT-001'],
      ['accruals', 15, 'LT-014'],
      ['reversals that were only inferred', 12, 'LT-033'],
      ['a multiple that its installments do not keep', 1, 'LT-072'],
    ],
    [],
    [],
  ])
  const { stdout } = runCommand({ 'loan-schedules.json': textOf('loan-schedules.json') })
  expect(stdout).toContain('not compared of LS-020: charges that its terms do not name')
})

test.each(files)('[I9] %s is of a known kind', file => {
  expect(runVectors(textOf(file)).type).not.toBe('not-readable')
})

function runCommand(contents: Readonly<Record<string, string>>) {
  const given = temporaryFolder()
  for (const [name, text] of Object.entries(contents)) writeFileSync(path.join(given, name), text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, given], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const savings = textOf('savings-interest.json')

test('[I9] the command ends with the number of cases that differ, and names them with both figures', () => {
  const falsified = savings
    .replace('"amount": "0.55"', '"amount": "0.56"')
    .replace('"amount": "33.7016"', '"amount": "33.7"')
  const { status, stdout } = runCommand({
    'savings-interest.json': falsified,
    'daycount.json': textOf('daycount.json'),
  })
  expect(stdout).toContain('16 of 18 agree')
  expect(stdout).toContain('DIFFERS SI-003: 2014-03-31 interest: expected 33.7, got 33.7016')
  expect(stdout).toContain('DIFFERS SI-024: 2023-02-01 interest: expected 0.56, got 0.55')
  expect(stdout).toContain('161 of 161 agree')
  expect(stdout).toContain('177 cases agree, 2 do not.')
  expect(status).toBe(2)
})

test('[I9] a case that is marked as not to be asserted is listed and not counted', () => {
  const marked = savings
    .replace('"reproduced": true', '"reproduced": false, "note": "nobody could"')
    .replace('"id": "SI-003",', '"id": "SI-003", "doNotAssert": true,')
  const { status, stdout } = runCommand({ 'savings-interest.json': marked })
  expect(stdout).toContain('16 of 16 agree, 2 listed and not counted')
  expect(stdout).toContain('not counted SI-001: nobody could')
  expect(stdout).toContain('not counted SI-003')
  expect(status).toBe(0)
})

const firstCaseOf: Readonly<Record<string, RegExp>> = {
  'iso4217.json': /"cashRoundingExamples": \[\s*\{/,
  'daycount.json': /"dayCount": \[\s*\{/,
}

test.each([
  ['savings-interest.json', '"doNotAssert": false', 18, 0],
  ['savings-interest.json', '"doNotAssert": ["amount"]', 17, 1],
  ['daycount.json', '"note": "by hand"', 161, 0],
  ['daycount.json', '"doNotAssert": true', 160, 1],
  ['loan-schedules.json', '"doNotAssert": []', 77, 0],
  ['iso4217.json', '"reproduced": false, "note": "of no bank"', 226, 1],
])('[I9] a case of %s may be marked %s', (file, mark, agreed, listed) => {
  const first = firstCaseOf[file] ?? /\{\s*"id":/
  const marked = textOf(file).replace(first, found =>
    found.endsWith('{') ? `${found}${mark}, ` : found.replace('{', `{${mark}, `),
  )
  const report = runVectors(marked)
  expect(report).toMatchObject({ type: 'run', agreed, differing: [] })
  expect(report.type === 'run' && report.notAsserted).toHaveLength(listed)
})

test('[I9] what the program cannot read counts as one case, and what it cannot compute yet is named as not run', () => {
  const { status, stdout } = runCommand({
    'broken.json': '{',
    'unknown.json': '{"kind": "horoscope", "vectors": []}',
    'lines.json': '{"schema": "mfi-credit-line-vectors/1", "vectors": [{}]}',
  })
  expect(stdout).toContain('a kind of file that this program does not know')
  expect(stdout).toContain('credit lines: NOT RUN')
  expect(stdout).toContain('0 cases agree, 2 do not. 1 file was not run.')
  expect(status).toBe(2)
})

test('[I9] a case that is not understood, or asks for what is not supported, differs', () => {
  const unlike = savings
    .replace('"daysInYear": 365', '"daysInYear": 366')
    .replace('"compounding": "daily"', '"compounding": "daily", "bonusRatePct": "1"')
  const report = runVectors(unlike)
  expect(report).toMatchObject({ type: 'run', agreed: 17, differing: [{ id: 'SI-003' }] })
  expect(JSON.stringify(report)).toContain('not understood')
})

test('[I9] the exit code stops at 255 and says so', () => {
  const currencies = Array.from({ length: 300 }, () => ({
    code: 'KES',
    numeric: '404',
    name: 'Kenyan Shilling',
    minorUnit: 3,
  }))
  const iso = { schema: 'mfi-iso4217/1', currencies, cashRounding: {}, cashRoundingExamples: [], retired: [] }
  const { status, stdout } = runCommand({ 'iso4217.json': JSON.stringify(iso) })
  expect(stdout).toContain('0 cases agree, 300 do not. The exit code can say no more than 255.')
  expect(status).toBe(255)
})

test('[I9] a folder without figures is an error with a usage text', () => {
  const { status, stderr } = runCommand({})
  expect(stderr).toContain('No files of figures')
  expect(stderr).toContain('Usage: npm run vectors')
  expect(status).toBe(255)
})
