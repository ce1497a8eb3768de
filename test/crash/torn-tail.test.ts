import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openBooks } from '../../core/storage/books.ts'
import { makeBranch, openForBusiness } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { folderForAll } from '../support/temporary-folder.ts'
import { depositAt } from './posting-order.ts'

const folder = folderForAll()
const key = new Uint8Array(32).fill(7)
const deposits = 12
const torn = leaveLog()

interface TornLog {
  readonly file: string
  readonly wal: Buffer
  /** How many records the file holds without its write-ahead log. */
  readonly recordsBefore: number
  /** The length of the write-ahead log after each deposit. */
  readonly ends: readonly number[]
}

/** A file as it lies there after the power went: its last deposits are in the write-ahead log only. */
function leaveLog(): TornLog {
  const file = path.join(folder, 'live.db')
  const branch = makeBranch({ file: { file, key } })
  const { accountId } = openForBusiness(branch)
  branch.books.db.pragma('wal_checkpoint(TRUNCATE)')
  const recordsBefore = branch.books.db.prepare('SELECT count(*) FROM record').pluck().get() as number
  const ends = Array.from({ length: deposits }, (_, place) => {
    branch.must('officer', depositAt(place, accountId))
    return statSync(`${file}-wal`).size
  })
  copyFileSync(file, path.join(folder, 'left.db'))
  const wal = readFileSync(`${file}-wal`)
  branch.books.close()
  return { file: path.join(folder, 'left.db'), wal, recordsBefore, ends }
}

/** Opens the file with this write-ahead log beside it, checks the books, and says how many deposits are in them. */
function depositsWith(wal: Uint8Array): number {
  const file = path.join(folder, 'opened.db')
  copyFileSync(torn.file, file)
  writeFileSync(`${file}-wal`, wal)
  writeFileSync(`${file}-shm`, '')
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const { counts } = expectBooksToBalance({ books: opened.value })
  opened.value.close()
  return counts.records - torn.recordsBefore
}

const wholeUpTo = (length: number): number => torn.ends.filter(end => end <= length).length

test('[V13] a write-ahead log that was cut opens at the end of the last whole record', () => {
  const random = seededRandom(13)
  const length = torn.wal.length
  const atEnds = torn.ends.flatMap(end => [end - 1, end, end + 1])
  const cuts = [0, 1, 31, 32, 33, ...atEnds, ...Array.from({ length: 40 }, () => Math.floor(random() * length))]
  for (const cut of cuts.filter(one => one <= length))
    expect({ cut, deposits: depositsWith(torn.wal.subarray(0, cut)) }).toEqual({ cut, deposits: wholeUpTo(cut) })
})

test('[V13] a write-ahead log with a garbled byte opens at the end of the last record before it', () => {
  const random = seededRandom(31)
  for (let round = 0; round < 40; round++) {
    const at = 32 + Math.floor(random() * (torn.wal.length - 32))
    const garbled = Buffer.from(torn.wal)
    garbled[at] = (garbled[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    expect({ at, deposits: depositsWith(garbled) }).toEqual({ at, deposits: wholeUpTo(at) })
  }
})

test('[V13] a lost write-ahead log leaves the books of the last checkpoint whole', () => {
  expect(depositsWith(new Uint8Array())).toBe(0)
  expect(depositsWith(Buffer.alloc(5000, 1))).toBe(0)
})
