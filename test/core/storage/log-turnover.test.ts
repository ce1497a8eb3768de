import { expect, test } from 'vitest'
import { transferEntry } from '../../../core/journal/entry.ts'
import { turnoverAfter } from '../../../core/storage/log-turnover.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

/** 300 records, of which every fifth moves nothing and every seventh another currency. */
function busyLog(): Branch {
  const branch = makeBranch()
  for (let n = 1; n <= 300; n++) {
    const currency = n % 7 === 0 ? 'USD' : 'KES'
    const amountMinor = BigInt(n)
    const entry = transferEntry('bank-transfer', {
      debit: { account: '1130' },
      credit: { account: '4200' },
      amountMinor,
      currency,
    })
    appendCrafted(branch, { entries: n % 5 === 0 ? [] : [entry] })
  }
  return branch
}

test.each(['KES', 'USD', 'EUR'])(
  '[Q7] the turnover of %s after each record of a log is the sum of the later debits',
  currency => {
    const branch = busyLog()
    const { db } = branch.books
    const sum = db
      .prepare(
        `SELECT coalesce(sum(amount_minor), 0) FROM line JOIN record USING (position)
       WHERE log_no = 1 AND seq > ? AND currency = ? AND amount_minor > 0`,
      )
      .pluck()
      .safeIntegers(true)
    const last = db.prepare('SELECT max(seq) FROM record').pluck().get() as number
    for (let seq = 0; seq <= last; seq++) expect(turnoverAfter(db, 1, seq, currency)).toBe(sum.get(seq, currency))
    expectBooksToBalance(branch)
  },
)
