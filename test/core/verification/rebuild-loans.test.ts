import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { compareProjections, rebuildProjections } from '../../../core/storage/rebuild.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { nextDay } from '../../support/lent-books.ts'
import { type Lending, loanOf, paidOutLoan, repay } from '../../support/loans.ts'

const tables = ['loan', 'loan_event', 'loan_installment', 'loan_approval']

const rowsOf = ({ branch }: Lending) => tables.map(table => branch.books.db.prepare(`SELECT * FROM ${table}`).all())

test('[L64] a loan that is replayed once, after everything, stands as one that was replayed at each of its records', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 6 })
  const { branch, loanId } = lending
  const { currency } = branch
  nextDay(lending, '2026-04-02')
  repay(lending, 150_000n)
  branch.must('manager', { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 5_000n, currency })
  const charge = loanOf(lending).entries.at(-1)
  const what = { kind: 'charge', event: charge?.id ?? '' } as const
  branch.must('manager', { type: 'loan.waive', loanId, what })
  nextDay(lending, '2026-05-04')
  repay(lending, 40_000n, { valueDate: '2026-04-20' })
  const wrong = repay(lending, 60_000n)
  const reversal = { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' } as const
  branch.must('manager', reversal, 'head-office')
  const to = businessDate('2026-06-20')
  branch.must('manager', { type: 'loan.reschedule', loanId, from: businessDate('2026-06-02'), to })
  nextDay(lending, '2026-06-22')
  repay(lending, 90_000n)
  const stored = rowsOf(lending)
  expect(compareProjections(branch.books)).toEqual([])
  rebuildProjections(branch.books)
  expect(rowsOf(lending)).toEqual(stored)
  repay(lending, 10_000n)
  expectBooksToBalance(branch)
})
