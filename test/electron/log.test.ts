import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorCodes, openLog } from '../../electron/log.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'log-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))
const open = () => openLog(folder, 'branch', () => '2026-01-05T08:00:00.000Z')
const written = () => fs.readFileSync(path.join(folder, 'branch.log'), 'utf8')

test('[W10] a line holds a moment, an event and codes', () => {
  open()('engine-exit', { exitCode: 70, error: 'SQLITE_CORRUPT', isLast: true })
  const line = {
    at: '2026-01-05T08:00:00.000Z',
    event: 'engine-exit',
    exitCode: 70,
    error: 'SQLITE_CORRUPT',
    isLast: true,
  }
  expect(JSON.parse(written())).toEqual(line)
})

test('[W10] text of people never reaches the file: not their names, phones, notes or passphrases', () => {
  const log = open()
  const personal = fc.constantFrom(
    'Amina Wanjiru',
    '+254 712 345 678',
    'behind the church',
    'correct horse battery',
    'KES 1,240.00',
    'amina@example.org',
  )
  fc.assert(
    fc.property(personal, fc.string({ maxLength: 20 }), (text, around) => {
      log(text, { note: text, mixed: `${around} ${text}` })
      log('broken', errorCodes(new Error(`constraint failed for ${text}`)))
      expect(written()).not.toContain(text)
    }),
    { seed: 20_260_101, numRuns: 100 },
  )
})

test('[W10] of an error, its class, its code and its place in our code are kept', () => {
  const error = Object.assign(new RangeError('Amina (main.js:1:2)\nat Wanjiru (x.js:3:4)'), { code: 'SQLITE_FULL' })
  expect(errorCodes(error)).toMatchObject({ error: 'RangeError', code: 'SQLITE_FULL', file: 'log.test.ts' })
  expect(errorCodes('Amina')).toEqual({ error: 'string' })
})

test('[W10] old lines make room: four files of a megabyte at the most', () => {
  const log = open()
  const file = path.join(folder, 'branch.log')
  for (let age = 0; age < 6; age++) {
    fs.writeFileSync(file, `${age}`.padEnd(1_000_000, '.'))
    log('full')
  }
  expect(fs.readdirSync(folder).sort()).toEqual(['branch.log', 'branch.log.1', 'branch.log.2', 'branch.log.3'])
  expect(fs.readFileSync(`${file}.1`, 'utf8').charAt(0)).toBe('5')
  expect(written().split('\n')).toHaveLength(2)
})

test('[W10] a folder that cannot be written stops nothing', () => {
  fs.writeFileSync(path.join(folder, 'a-file'), '')
  expect(() => openLog(path.join(folder, 'a-file', 'logs'), 'branch', () => 'now')('engine-exit')).not.toThrow()
})
