import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { countPlaywright, countVitest } from './count-tests.ts'

const runner = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs')

test('what passes, fails, is skipped or cannot be loaded is counted as the runner tells it', () => {
  const folder = temporaryFolder()
  const report = path.join(folder, 'report.json')
  const tests = `test('holds', () => {}); test('does not', () => { throw new Error() }); describe('with a tool', () => test.skip('is left out', () => {}))`
  fs.writeFileSync(path.join(folder, 'some.test.mjs'), tests)
  fs.writeFileSync(path.join(folder, 'broken.test.mjs'), `throw new Error('not loaded')`)
  const options = ['run', '--root', folder, '--globals', '--reporter=json', `--outputFile=${report}`]
  const { status } = spawnSync(process.execPath, [runner, ...options])
  expect(status).toBe(1)
  expect(countVitest(report, false)).toEqual({ passed: 1, failed: 2, skipped: ['with a tool is left out'] })
})

test('a run without a report, or that ends badly without a failing test, is a failure', () => {
  const report = path.join(temporaryFolder(), 'report.json')
  expect(countVitest(report, true)).toEqual({ passed: 0, failed: 1, skipped: [] })
  expect(countPlaywright(report, true)).toEqual({ passed: 0, failed: 1, skipped: [] })
  const stats = { expected: 3, unexpected: 0, flaky: 0 }
  fs.writeFileSync(report, JSON.stringify({ stats, suites: [], errors: [] }))
  expect(countPlaywright(report, false)).toEqual({ passed: 3, failed: 1, skipped: [] })
})

test('of the real window a repeated test is a failure, and a skipped one is named, however deep it stands', () => {
  const report = path.join(temporaryFolder(), 'report.json')
  const left = { title: 'is left out', tests: [{ status: 'skipped' }] }
  const suites = [{ specs: [{ title: 'holds', tests: [{ status: 'expected' }] }], suites: [{ specs: [left] }] }]
  fs.writeFileSync(report, JSON.stringify({ stats: { expected: 1, unexpected: 0, flaky: 1 }, suites, errors: [] }))
  expect(countPlaywright(report, true)).toEqual({ passed: 1, failed: 1, skipped: ['is left out'] })
})
