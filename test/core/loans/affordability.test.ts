import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { nothing } from '../../../core/loan-life/portions.ts'
import { affordability, paymentsOf } from '../../../core/loans/affordability.ts'
import { type Household, householdSchema } from '../../../core/loans/household.ts'
import { offeredLife } from '../../../core/loans/offered-life.ts'
import { type Rate, rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAffordabilityAnswer } from '../../../core/query/loan-security-answers.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions } = templateProduct('loan')

const family: Household = {
  lines: [
    { flow: 'income', kind: 'wages', amountMinor: 300_000n },
    { flow: 'income', kind: 'crops', amountMinor: 600_000n, months: [7, 8] },
    { flow: 'expense', kind: 'food', amountMinor: 90_000n },
    { flow: 'expense', kind: 'school', amountMinor: 120_000n, months: [5, 9] },
    { flow: 'debt', kind: 'shop', amountMinor: 10_000n },
  ],
}

/** So much is due on each of the days; what else an installment says plays no part. */
const planOf = (due: readonly (readonly [string, bigint])[]) =>
  due.map(([day, principal], place) => ({
    number: place + 1,
    kind: 'repayment' as const,
    from: businessDate('2026-03-02'),
    dueOn: businessDate(day),
    due: { ...nothing, principal },
    ...{ paid: nothing, inAdvance: nothing, late: nothing, waived: nothing, writtenOff: nothing, outstanding: nothing },
    ...{ metOn: null, insuranceMinor: 0n, lateFeeMinor: 0n, latePenaltyMinor: 0n, balanceAfterMinor: 0n },
  }))

test.each([
  //  due                                              ceiling  heaviest      percent      verdict
  [[['2026-04-02', 100_000n]], '50', '2026-04-02', '50.00', 'within'],
  [[['2026-04-02', 100_001n]], '50', '2026-04-02', '50.00', 'beyond'],
  [
    [
      ['2026-04-02', 60_000n],
      ['2026-05-02', 60_000n],
    ],
    '50',
    '2026-05-02',
    '75.00',
    'beyond',
  ],
  [
    [
      ['2026-07-02', 400_000n],
      ['2026-10-02', 100_000n],
    ],
    '50',
    '2026-07-02',
    '50.00',
    'within',
  ],
  [
    [
      ['2026-04-02', 30_000n],
      ['2026-04-09', 30_000n],
    ],
    '25',
    '2026-04-02',
    '30.00',
    'beyond',
  ],
  [[['2026-04-02', 900_000n]], undefined, '2026-04-02', '450.00', 'no-ceiling'],
] as const)(
  '[L52] due %o under a ceiling of %s: most in the month of %s, %s percent, %s',
  (due, ceiling, from, percent, verdict) => {
    const means = affordability(family, paymentsOf(planOf(due)), {
      ceiling: ceiling === undefined ? undefined : rate(ceiling),
      others: [],
    })
    expect(means).toMatchObject({ heaviest: { from, percent }, verdict })
  },
)

test('[L52] where nothing is left, anything is too much, and no percent is said', () => {
  const poor: Household = { lines: [{ flow: 'expense', kind: 'food', amountMinor: 1n }] }
  const means = affordability(poor, paymentsOf(planOf([['2026-04-02', 1n]])), { ceiling: rate('100'), others: [] })
  expect(means).toMatchObject({ verdict: 'beyond', heaviest: { disposableMinor: -1n } })
  expect(means?.heaviest).not.toHaveProperty('percent')
})

const asked = (branch: Branch, loanId: string): LoanAffordabilityAnswer => {
  const answer = answerQuery(branch.books, branch.desk('manager'), { type: 'loan-affordability', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAffordabilityAnswer
}

/** A draft of 10,000.00 in 12 installments of about 945 each, of a product with a ceiling. */
function drafted(ceiling: Rate) {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const product = { conditions: { ...conditions, affordabilityMaxPercent: ceiling } }
  const loanId = draftLoan(branch, clientId, { product })
  const { productId } = loanOf({ branch, loanId }).product
  const draft = { type: 'loan.draft', loanId, clientId, productId, principalMinor: 1_000_000n } as const
  return { branch, loanId, draft, submit: { type: 'loan.submit', loanId } as const }
}

test('[L52] an application asks for the household, keeps what was said of it, and says how it weighs', () => {
  const { branch, loanId, draft, submit } = drafted(rate('100'))
  const { field, rule } = expectRefusal(branch.execute('officer', submit), 'field-invalid')
  expect([field, rule]).toEqual(['household', 'missing'])
  branch.must('officer', { ...draft, household: family })
  branch.must('officer', { ...draft, principalMinor: 900_000n })
  expect(asked(branch, loanId)).toMatchObject({ household: family, ceilingPercent: '100', beyondMeans: [] })
  expect(asked(branch, loanId).means).toMatchObject({ verdict: 'beyond', heaviest: { from: '2026-05-02' } })
  expectBooksToBalance(branch)
})

test('[L52] beyond the ceiling it goes on for a reason that each person gives, which is sealed and stays to be seen', () => {
  const { branch, loanId, draft, submit } = drafted(rate('40'))
  branch.must('officer', { ...draft, household: family })
  const refused = expectRefusal(branch.execute('officer', submit), 'loan-beyond-means')
  expect(refused).toMatchObject({ disposableMinor: 80_000n, ceiling: '40', currency: 'KES' })
  branch.must('officer', { ...submit, beyondMeans: 'Sells a cow in May' })
  const approve = { type: 'loan.approve', loanId } as const
  expectRefusal(branch.execute('manager', approve), 'loan-beyond-means')
  const { record } = branch.must('manager', { ...approve, beyondMeans: 'Seen the cow', note: 'after the harvest' })
  const reasons = asked(branch, loanId).beyondMeans.map(({ type, actorName, beyondMeans }) => [
    type,
    actorName,
    beyondMeans,
  ])
  expect(reasons).toEqual([
    ['loan.submitted', 'Amina Yusuf', 'Sells a cow in May'],
    ['loan.approved', 'Daniel Otieno', 'Seen the cow'],
  ])
  const { body } = recordAt(branch.books.db, record)?.record ?? {}
  expect(body).toMatchObject({ beyondMeans: true })
  expect(JSON.stringify(body)).not.toContain('cow')
  expectBooksToBalance(branch)
})

test('[L52] a reason is not kept where the household bears the loan', () => {
  const { branch, loanId, draft, submit } = drafted(rate('100'))
  const rich: Household = { lines: [{ flow: 'income', kind: 'wages', amountMinor: 900_000n }] }
  branch.must('officer', { ...draft, household: rich })
  branch.must('officer', { ...submit, beyondMeans: 'to be sure' })
  expect(asked(branch, loanId)).toMatchObject({ means: { verdict: 'within' }, beyondMeans: [] })
  expectBooksToBalance(branch)
})

test('[L52] what the borrower’s other loans ask for in a month is not left for this one, running or approved, and so is what is overdue', () => {
  const { branch, loanId, draft, submit } = drafted(rate('100'))
  const rich: Household = { lines: [{ flow: 'income', kind: 'wages', amountMinor: 250_000n }] }
  branch.must('officer', { ...draft, household: rich })
  expect(asked(branch, loanId).means).toMatchObject({ verdict: 'within', heaviest: { othersMinor: 0n } })
  const { clientId } = loanOf({ branch, loanId })
  const other = draftLoan(branch, clientId, { principalMinor: 1_000_000n, installments: 6 })
  branch.must('officer', { type: 'loan.submit', loanId: other })
  expect(asked(branch, loanId).means).toMatchObject({ heaviest: { othersMinor: 0n } })
  branch.must('manager', { type: 'loan.approve', loanId: other })
  const [{ dueMinor: othersMinor } = { dueMinor: 0n }] = paymentsOf(
    offeredLife(loanOf({ branch, loanId: other }), everyDayWorks).installments,
  )
  expect(asked(branch, loanId).means?.heaviest).toMatchObject({ othersMinor, disposableMinor: 250_000n - othersMinor })
  const disbursed = { amountMinor: 1_000_000n, currency: 'KES', to: { kind: 'drawer' } } as const
  branch.must('officer', { type: 'loan.disburse', loanId: other, ...disbursed })
  expect(asked(branch, loanId).means?.heaviest).toMatchObject({ othersMinor })
  expect(asked(branch, loanId).means).toMatchObject({ verdict: 'beyond' })
  expectRefusal(branch.execute('officer', submit), 'loan-beyond-means')
  expectBooksToBalance(branch)
})

test.each([
  [{ flow: 'income', kind: 'food', amountMinor: 1n }],
  [{ flow: 'income', kind: 'wages', amountMinor: -1n }],
  [{ flow: 'income', kind: 'wages', amountMinor: 1n, months: [13] }],
  [{ flow: 'income', kind: 'wages', amountMinor: 1n, months: [1, 1] }],
])('[L52] a line of a household is of a kind, positive and in months there are: %o', line => {
  expect(householdSchema.safeParse({ lines: [line] }).success).toBe(false)
})
