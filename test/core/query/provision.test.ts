import { expect, test } from 'vitest'
import { businessDate, daysBetween } from '../../../core/calendar/business-date.ts'
import { period } from '../../../core/calendar/period.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { ChecklistAnswer } from '../../../core/query/period-answers.ts'
import type { PortfolioLoansAnswer, ProvisionAnswer } from '../../../core/query/portfolio-answers.ts'
import type { Branch } from '../../support/branch.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { nextDay } from '../../support/lent-books.ts'
import { livePortfolio } from '../../support/lent-portfolio.ts'
import { paidOutLoan } from '../../support/loans.ts'

function provision({ books, desk }: Branch, asOf: string): ProvisionAnswer {
  const answer = answerQuery(books, desk('accountant'), { type: 'provision', asOf: businessDate(asOf) }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as ProvisionAnswer
}

const rowsOf = (branch: Branch, asOf: string) =>
  provision(branch, asOf).provisions.flatMap(({ rows }) =>
    rows.map(({ fromDays, stage, percent, requiredMinor }) => [fromDays, stage, percent, requiredMinor]),
  )

test('[L61] principal is provided for by the row of the product’s table that the days past due reach', () => {
  const { branch } = paidOutLoan(makeBranch(), { installments: 3 })
  expect(rowsOf(branch, '2026-04-02')).toEqual([[0, 1, '1', 10_000n]])
  expect(rowsOf(branch, '2026-04-03')).toEqual([[1, 1, '5', 50_000n]])
  expect(rowsOf(branch, '2026-05-02')).toEqual([[1, 1, '5', 50_000n]])
  expect(rowsOf(branch, '2026-05-03')).toEqual([[31, 2, '25', 250_000n]])
  expect(rowsOf(branch, '2026-07-01')).toEqual([[31, 2, '25', 250_000n]])
  expect(rowsOf(branch, '2026-07-02')).toEqual([[91, 3, '50', 500_000n]])
  expect(rowsOf(branch, '2026-12-31')).toEqual([[181, 3, '100', 1_000_000n]])
  expectBooksToBalance(branch)
})

test('[L61] a loan whose dates were moved counts as no less than 31 days past due', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-20')
  const [from, to] = [businessDate('2026-04-02'), businessDate('2026-04-30')]
  branch.must('manager', { type: 'loan.reschedule', loanId, from, to }, 'head-office')
  expect(rowsOf(branch, '2026-03-19')).toEqual([[0, 1, '1', 10_000n]])
  expect(rowsOf(branch, '2026-03-20')).toEqual([[31, 2, '25', 250_000n]])
  expectBooksToBalance(branch)
})

test('[L61] what a manual journal added stands too, until it is reversed, and a write-off draws on what stands', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-05-03')
  const standing = (asOf: string) =>
    provision(branch, asOf).provisions.map(({ requiredMinor, standingMinor, differenceMinor }) => [
      requiredMinor,
      standingMinor,
      differenceMinor,
    ])
  expect(standing('2026-04-30')).toEqual([[50_000n, 0n, 50_000n]])
  const [one] = provision(branch, '2026-04-30').provisions
  const line = { amountMinor: 50_000n, currency: branch.currency }
  const posted = branch.must(
    'accountant',
    {
      type: 'journal.post',
      purpose: 'provision',
      valueDate: businessDate('2026-04-30'),
      lines: [
        { account: one?.expense ?? '', side: 'debit', ...line },
        { account: one?.allowance ?? '', side: 'credit', ...line },
      ],
    },
    'head-office',
  )
  expect(standing('2026-04-30')).toEqual([[50_000n, 50_000n, 0n]])
  expect(standing('2026-05-03')).toEqual([[250_000n, 50_000n, 200_000n]])
  const writeOff = branch.must('manager', { type: 'loan.write-off', loanId, note: 'gone' }, 'head-office')
  expect(standing('2026-05-03')).toEqual([[0n, -950_000n, 950_000n]])
  branch.must('manager', { type: 'operation.reverse', record: writeOff.record, reason: 'other' }, 'head-office')
  expect(standing('2026-05-03')).toEqual([[250_000n, 50_000n, 200_000n]])
  const undo = { type: 'operation.reverse', record: posted.record, reason: 'other', valueOn: 'original' } as const
  branch.must('accountant', undo, 'head-office')
  expect(standing('2026-04-30')).toEqual([[50_000n, 0n, 50_000n]])
  expectBooksToBalance(branch)
})

test('[L61] the provision of a lived portfolio is what its loans come to one by one', () => {
  const percents = [
    [181, 100n],
    [91, 50n],
    [31, 25n],
    [1, 5n],
    [0, 1n],
  ] as const
  const branch = livePortfolio({ seed: 3, loans: 8, days: 12 }, (at, asOf) => {
    const answer = answerQuery(
      at.books,
      at.desk('accountant'),
      { type: 'portfolio-loans', asOf, of: {}, which: { kind: 'open' }, page: 0 },
      [],
    )
    if (!answer.ok) throw new Error(answer.refusal.type)
    const sums = new Map<string, bigint>()
    for (const { oldestDueOn, principalMinor, isRestructured, productName, loanId } of (
      answer.value as PortfolioLoansAnswer
    ).rows) {
      const late = oldestDueOn && oldestDueOn < asOf ? daysBetween(oldestDueOn, asOf) : 0
      const days = isRestructured && late < 31 ? 31 : late
      const [, percent] = percents.find(([fromDays]) => fromDays <= days) ?? [0, 0n]
      const key = `${productName} ${loanId} ${percent}`
      sums.set(key, (sums.get(key) ?? 0n) + principalMinor * percent)
    }
    const exact = [...sums.values()].reduce((sum, hundredths) => sum + hundredths, 0n)
    const required = provision(at, asOf).provisions.reduce((sum, one) => sum + one.requiredMinor, 0n)
    const off = required * 100n - exact
    expect(off >= -50n * BigInt(sums.size) && off <= 50n * BigInt(sums.size)).toBe(true)
  })
  expectBooksToBalance(branch)
})

test('[L63][G13] the month’s checklist shows what is not provided for, until it is, and closes without it', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch } = lending
  nextDay(lending, '2026-04-01')
  const item = () => {
    const query = { type: 'period-checklist', period: period('2026-03') } as const
    const answer = answerQuery(branch.books, branch.desk('accountant'), query, [])
    if (!answer.ok) throw new Error(answer.refusal.type)
    return (answer.value as ChecklistAnswer).items.find(one => one.item === 'provision')
  }
  expect(item()).toMatchObject({ state: 'attention', amounts: [{ amountMinor: 10_000n, currency: 'KES' }] })
  const posting = { asOf: businessDate('2026-03-31'), currency: branch.currency, allowance: '1290' } as const
  branch.must('accountant', { type: 'provision.post', ...posting, differenceMinor: 10_000n }, 'head-office')
  expect(item()).toMatchObject({ state: 'done', amounts: [] })
  expectBooksToBalance(branch)
})
