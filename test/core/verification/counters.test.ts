import { expect, test } from 'vitest'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { sql, unguarded } from './tamper.ts'

test.each(['quick', 'full'] as const)(
  '[V8] a %s check sees that the counters of debits and credits are not equal',
  depth => {
    const branch = makeBranch()
    liveThroughDay(branch)
    expectBooksToBalance(branch)
    unguarded(branch.books.db, sql("UPDATE balance SET debit_minor = debit_minor + 1 WHERE account = '1110'"))
    const types = verifyBooks(branch.books, { depth }).findings.map(({ type }) => type)
    expect(types).toContain('counters-unequal')
  },
)

test('[V8] a quick check sees a control account that is not its sub-accounts', () => {
  const branch = makeBranch()
  liveThroughDay(branch)
  unguarded(
    branch.books.db,
    sql("UPDATE balance SET credit_minor = credit_minor + 1 WHERE account = '2110' AND sub_account = ''"),
  )
  const types = verifyBooks(branch.books, { depth: 'quick' }).findings.map(({ type }) => type)
  expect(types).toContain('control-differs')
})
