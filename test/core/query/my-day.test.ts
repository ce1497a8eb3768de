import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { rate } from '../../../core/money/rate.ts'
import { myDayAnswer } from '../../../core/query/my-day-answer.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

test("[M4] the day's figures keep currencies apart, and leave out what was reversed", () => {
  const branch = makeBranch()
  const rates = { buy: rate('128.5'), mid: rate('129'), sell: rate('129.5') }
  branch.must('head-office', { type: 'rate.publish', currency: 'USD', from: businessDate('2026-03-02'), ...rates })
  const { accountId, clientId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.open', currency: 'USD', counted: [] })
  const dollars = openUnder(branch, clientId, plainCurrent({ currency: 'USD' }))
  const today = () => myDayAnswer(branch.books.db, loadContext(branch.books, branch.desk('officer'))).today
  expect([today().deposits, today().deposited, today().withdrawn]).toEqual([0, [], []])
  branch.must('officer', { type: 'savings.deposit', accountId: dollars, amountMinor: 40_000n, currency: 'USD' })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 70_000n, currency: 'KES' })
  const again = { type: 'savings.deposit', accountId, amountMinor: 90_000n, currency: 'KES' } as const
  const { record } = branch.must('officer', again)
  branch.must('officer', { type: 'operation.reverse', record, reason: 'entered-twice' })
  branch.must('officer', { type: 'savings.withdraw', accountId: dollars, amountMinor: 1_000n, currency: 'USD' })
  expect(today()).toEqual({
    deposits: 2,
    deposited: [
      { amountMinor: 70_000n, currency: 'KES' },
      { amountMinor: 40_000n, currency: 'USD' },
    ],
    withdrawals: 1,
    withdrawn: [{ amountMinor: 1_000n, currency: 'USD' }],
    newClients: 1,
  })
  expectBooksToBalance(branch)
})
