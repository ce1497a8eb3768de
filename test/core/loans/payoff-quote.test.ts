import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import type { PayoffQuote } from '../../../core/loans/payoff-quote.ts'
import { rate } from '../../../core/money/rate.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { approvedLoan, draftLoan, type Lending, loanOf, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const quoteOf = ({ branch: { books, desk }, loanId }: Lending): PayoffQuote | Refusal => {
  const answer = answerQuery(books, desk('officer'), { type: 'loan-payoff', loanId }, [])
  return answer.ok ? (answer.value as PayoffQuote) : answer.refusal
}

function quoted(lending: Lending): PayoffQuote {
  const quote = quoteOf(lending)
  if ('type' in quote) throw new Error(quote.type)
  return quote
}

/** One loan for each of ten days, of the same terms and paid out on the same day. */
function tenLoans(branch: Branch, product: Partial<LoanProduct>): readonly Lending[] {
  const opened = openForBusiness(branch)
  return Array.from({ length: 10 }, (): Lending => {
    const asked = { product, installments: 3, principalMinor: 100_000n }
    const loanId = draftLoan(branch, opened.clientId, asked)
    branch.must('teller', { type: 'loan.submit', loanId })
    branch.must('manager', { type: 'loan.approve', loanId })
    const amountMinor = asked.principalMinor
    branch.must('officer', { type: 'loan.disburse', loanId, amountMinor, currency: 'KES', to: { kind: 'drawer' } })
    return { branch, ...opened, loanId }
  })
}

const { repayment } = templateProduct('loan')
const recalculation = {
  rest: 'daily',
  advance: 'reduce-installment',
  compounding: 'none',
  lateInterest: 'every-period',
  payoff: 'to-the-day',
} as const
const processing = {
  chargeId: 'collecting',
  name: 'Collecting',
  kind: 'fee',
  amount: { type: 'fixed', amountMinor: 1_250n },
  when: { type: 'each-installment' },
} as const

const penalised = { type: 'allowed', penaltyPercent: rate('2.5') } as const

const kinds: readonly (readonly [string, Partial<LoanProduct>])[] = [
  ['whose schedule stands', {}],
  ['that costs something to pay early', { repayment: { ...repayment, recalculation, prepayment: penalised } }],
  ['that is recalculated to the day', { repayment: { ...repayment, recalculation } }],
  [
    'that is recalculated to the rest',
    {
      repayment: {
        ...repayment,
        recalculation: { ...recalculation, rest: 'same-as-repayment', payoff: 'to-the-rest' },
      },
    },
  ],
  ['with a fee in each installment', { charges: [processing], repayment: { ...repayment, recalculation } }],
]

test.each(kinds)('[D25] what is quoted for any of ten days leaves exactly nothing of a loan %s', (_kind, product) => {
  const branch = makeBranch()
  const loans = tenLoans(branch, product)
  const [first] = loans
  if (!first) throw new Error('no loan')
  nextDay(first, '2026-03-30')
  const quote = quoted(first)
  expect([quote.from, quote.validUntil, quote.days.length]).toEqual(['2026-03-30', '2026-04-08', 10])
  quote.days.forEach(({ on, amountMinor, parts }, place) => {
    const lending = loans[place]
    if (!lending) throw new Error('a loan for each day')
    expect(on).toBe(addDays(businessDate('2026-03-30'), place))
    expect(portionsTotal(parts)).toBe(amountMinor)
    if (place > 0) nextDay(lending, on)
    const { record } = repay(lending, amountMinor)
    expect(record).toBeDefined()
    expect(loanOf(lending)).toMatchObject({ state: 'paid-off', booked: { overpaid: 0n } })
    expectLoanBooked(lending)
  })
})

test('[D25] a loan on which nothing is owed has no payoff, and one that may not be prepaid has none before its time', () => {
  const approved = approvedLoan(makeBranch())
  expect(quoteOf(approved)).toMatchObject({ type: 'loan-state', state: 'approved' })
  const prepayment = { type: 'allowed', afterDays: 5 } as const
  const late = paidOutLoan(makeBranch(), { product: { repayment: { ...repayment, prepayment } } })
  expect(quoted(late).days.map(({ on }) => on)).toEqual(
    [7, 8, 9, 10, 11].map(day => `2026-03-${String(day).padStart(2, '0')}`),
  )
  const refused = paidOutLoan(makeBranch(), {
    product: { repayment: { ...repayment, prepayment: { type: 'refused' } } },
  })
  expect(quoteOf(refused)).toEqual({ type: 'prepayment-refused', dueMinor: 0n, currency: 'KES' })
})
