import { expect, test } from 'vitest'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { editBytes, signAnew, type Tampering, unguarded } from './tamper.ts'

/** The holder of the log's own key changes one record and signs everything anew: hashes and signatures are right, the books are not. */
function verifySignedAnew(tampering: (seq: { deposit: number; reversal: number }) => Tampering) {
  const branch = makeBranch()
  const { depositSeq: deposit, reversalSeq: reversal } = liveThroughDay(branch)
  unguarded(branch.books.db, db => {
    tampering({ deposit, reversal })(db)
    signAnew(branch.desk('officer').log.signer)(db)
  })
  return { deposit, reversal, ...verifyBooks(branch.books) }
}

test('[V5] an entry that does not balance is found even when the log itself signed it', () => {
  const { deposit, firstBadRecord, findings } = verifySignedAnew(seq =>
    editBytes(seq.deposit, text => text.replace('"amountMinor":"-250000"', '"amountMinor":"-250001"')),
  )
  expect(firstBadRecord).toMatchObject({ type: 'entry-unbalanced', record: { seq: deposit } })
  expect(findings).not.toContainEqual(expect.objectContaining({ type: 'hash-wrong' }))
})

test('[V5] a gap in the receipt numbers is found even when the log itself signed it', () => {
  const { deposit, firstBadRecord, findings } = verifySignedAnew(seq => db => {
    editBytes(seq.deposit, text => text.replace(/"receipt":3/, '"receipt":30'))(db)
    db.prepare('UPDATE record SET receipt = 30 WHERE seq = ?').run(seq.deposit)
  })
  expect(firstBadRecord).toMatchObject({
    type: 'receipt-gap',
    record: { seq: deposit },
    where: 'receipt 30 follows receipt 2',
  })
  expect(findings).toContainEqual(
    expect.objectContaining({ type: 'receipt-gap', record: expect.objectContaining({ seq: deposit + 1 }) }),
  )
})

test("[V3] a second signature that is not the staff member's is found", () => {
  const { reversal, firstBadRecord } = verifySignedAnew(seq =>
    editBytes(seq.reversal, text =>
      text.replace(/"signature":"(.)/, (_, letter) => `"signature":"${letter === 'A' ? 'B' : 'A'}`),
    ),
  )
  expect(firstBadRecord).toMatchObject({ type: 'cosignature-wrong', record: { seq: reversal } })
})

test('[V3] a second signature of somebody who was not on the staff is found', () => {
  const { reversal, firstBadRecord } = verifySignedAnew(seq =>
    editBytes(seq.reversal, text =>
      text.replace(/"staff":"[^"]+"/, `"staff":"${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}"`),
    ),
  )
  expect(firstBadRecord).toMatchObject({ type: 'cosignature-wrong', record: { seq: reversal } })
})

test('[V3] a right second signature has no finding', () => {
  const branch = makeBranch()
  const { reversalSeq } = liveThroughDay(branch)
  const bytes = branch.books.db.prepare('SELECT bytes FROM record WHERE seq = ?').pluck().get(reversalSeq)
  expect(String(bytes)).toContain('"cosigners":[{')
  expectBooksToBalance(branch)
})
