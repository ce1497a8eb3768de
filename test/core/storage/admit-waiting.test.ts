import { expect, test } from 'vitest'
import { admitWaiting } from '../../../core/storage/admit-waiting.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { forgetHolds } from '../../support/older-program.ts'

/** An account with one hold that was released again and one that stands. */
function branchWithHolds() {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const { must, currency } = branch
  must('officer', { type: 'savings.deposit', accountId, amountMinor: 250_000n, currency })
  const place = { type: 'hold.place', accountId, amountMinor: 30_000n, currency, reason: 'guarantee' } as const
  const { holdId = '' } = must('officer', place).created
  must('officer', { type: 'hold.release', holdId })
  must('officer', place)
  return branch
}

const holds = 'SELECT hold_id, resolved_position FROM hold ORDER BY placed_position'

test('[J13] records of a type that the program did not know are applied after the update, each in its own place', () => {
  const branch = branchWithHolds()
  const { db } = branch.books
  const before = db.prepare(holds).all()
  forgetHolds(db)
  expect(db.prepare(holds).all()).toEqual([])
  expect(admitWaiting(branch.books)).toBe(true)
  expect(db.prepare(holds).all()).toEqual(before)
  expect(db.prepare('SELECT count(*) FROM pending_record').pluck().get()).toBe(0)
  expectBooksToBalance(branch)
})

test('[J13] what is still unknown, or waits for another reason, goes on waiting and costs no rebuild', () => {
  const branch = branchWithHolds()
  const { db } = branch.books
  spoiledOnPurpose(branch, 'records wait that are not in the journal')
  db.exec(`INSERT INTO pending_record VALUES (1, 3, 3, 'future.invented', 1, 'unknown-type'), (1, 4, 4, 'hold.placed', 2, 'unknown-type'),
    (1, 5, 5, 'staff.added', 1, 'not-its-logs'), (1, 6, 6, 'hold.placed', 1, 'not-applicable')`)
  expect(admitWaiting(branch.books)).toBe(false)
  expect(db.prepare('SELECT count(*) FROM pending_record').pluck().get()).toBe(4)
})
