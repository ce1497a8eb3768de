import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { bytesOf, unguarded } from './tamper.ts'

test('[V2] whichever bit of whichever record is flipped, that record is the first that is named', () => {
  const branch = makeBranch()
  liveThroughDay(branch)
  const { db } = branch.books
  const records = db.prepare('SELECT count(*) FROM record').pluck().get() as number
  const write = (seq: number, bytes: Uint8Array): void =>
    unguarded(db, () => db.prepare('UPDATE record SET bytes = ? WHERE seq = ?').run(bytes, seq))
  const place = fc.record({ seq: fc.integer({ min: 1, max: records }), at: fc.nat(), bit: fc.nat(7) })
  fc.assert(
    fc.property(place, ({ seq, at, bit }) => {
      const kept = bytesOf(db, seq)
      const spoiled = Uint8Array.from(kept)
      const byte = at % spoiled.length
      spoiled[byte] = (spoiled[byte] ?? 0) ^ (1 << bit)
      write(seq, spoiled)
      const { firstBadRecord } = verifyBooks(branch.books, { depth: 'quick' })
      write(seq, kept)
      expect(firstBadRecord).toMatchObject({ type: 'hash-wrong', record: { seq } })
    }),
    { seed: 20260302, numRuns: 100 },
  )
  expectBooksToBalance(branch)
})
