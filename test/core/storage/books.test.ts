import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBooks } from '../../../core/storage/books.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'

let folder: string
let file: string
const key = randomBytes(32)

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nexum-books-'))
  file = path.join(folder, 'branch.db')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function writeADay(): void {
  const branch = makeBranch({ file: { file, key } })
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: 'KES' })
  branch.books.close()
}

const problem = (opened: ReturnType<typeof openBooks>): string => {
  if (opened.ok) opened.value.close()
  return opened.ok ? 'opened' : opened.refusal
}

test('[J10] an encrypted file runs with FULL, WAL and the guards of the driver, read back', () => {
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const read = (name: string) => opened.value.db.pragma(name, { simple: true })
  expect([read('synchronous'), read('journal_mode'), read('recursive_triggers'), read('foreign_keys')]).toEqual([
    2,
    'wal',
    1,
    1,
  ])
  opened.value.close()
})

test('[J9] without the key the file is noise: no header, no name, no account', () => {
  writeADay()
  const bytes = fs
    .readdirSync(folder)
    .map(name => fs.readFileSync(path.join(folder, name)).toString('latin1'))
    .join('')
  for (const word of ['SQLite format', 'Achieng', 'Odhiambo', 'Kisumu', 'passbook', 'savings'])
    expect(bytes).not.toContain(word)
  expect(problem(openBooks({ file, key: randomBytes(32) }))).toBe('damaged-file')
  expect(problem(openBooks({ file, key }))).toBe('opened')
})

test('[J10] any damaged page is noticed, never read as something else', () => {
  writeADay()
  const whole = fs.readFileSync(file)
  for (let at = 100; at < whole.length; at += 4096) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    fs.writeFileSync(file, damaged)
    expect(problem(openBooks({ file, key }))).toBe('damaged-file')
  }
})

test('[J10] a file of a newer program is left alone', () => {
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  opened.value.db.pragma('user_version = 999')
  opened.value.close()
  const before = fs.readFileSync(file)
  expect(problem(openBooks({ file, key }))).toBe('newer-version')
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})
