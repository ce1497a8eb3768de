import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { trialBalanceAnswer } from '../../../core/query/trial-balance-answer.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const trialBalance = ({ books, desk }: Branch, asOf?: string, basis: DateBasis = 'booking') =>
  trialBalanceAnswer(books.db, loadContext(books, desk('accountant')), {
    asOf: asOf === undefined ? undefined : businessDate(asOf),
    basis,
  })

const feeOf = (branch: Branch, amountMinor: bigint, credit: string) => [
  transferEntry('income', {
    debit: { account: '1130' },
    credit: { account: credit },
    amountMinor,
    currency: branch.currency,
  }),
]

test('[Q1] the trial balance shows what was booked by a day, or what counted by it', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const valueDate = businessDate('2026-02-10')
  appendCrafted(branch, { businessDate: businessDate('2026-03-05'), valueDate, entries: feeOf(branch, 700n, '4200') })
  const feesAsOf = (asOf?: string, basis?: DateBasis) =>
    trialBalance(branch, asOf, basis).rows.find(({ account }) => account === '4200')?.creditBalanceMinor
  expect([feesAsOf(), feesAsOf('2026-03-05'), feesAsOf('2026-03-04')]).toEqual([700n, 700n, undefined])
  expect([feesAsOf('2026-02-10', 'value'), feesAsOf('2026-02-09', 'value')]).toEqual([700n, undefined])
  for (const asOf of ['2026-02-10', '2026-03-04', '2026-03-05'])
    for (const { debitMinor, creditMinor } of trialBalance(branch, asOf, 'value').totals)
      expect(debitMinor).toBe(creditMinor)
  expectBooksToBalance(branch)
})

test('[Q2] an account that is not in the chart is listed, and the columns still agree', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  appendCrafted(branch, { entries: feeOf(branch, 900n, '9999') })
  const { rows, totals } = trialBalance(branch)
  expect(rows.at(-1)).toEqual({
    account: '9999',
    name: '9999',
    currency: 'KES',
    debitMinor: 0n,
    creditMinor: 900n,
    debitBalanceMinor: 0n,
    creditBalanceMinor: 900n,
  })
  for (const { debitMinor, creditMinor } of totals) expect(debitMinor).toBe(creditMinor)
})
