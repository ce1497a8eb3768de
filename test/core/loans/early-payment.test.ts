import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { settling } from '../../../core/loans/early-payment.ts'
import { payoffQuote } from '../../../core/loans/payoff-quote.ts'
import { rate } from '../../../core/money/rate.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { draftLoan, type LoanAsked, loanOf, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const repayment = { ...template.repayment, prepayment: { type: 'allowed', penaltyPercent: rate('2') } as const }
const recalculated = {
  schedule: {
    ...template.schedule,
    algorithm: 'progressive',
    share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
  },
  repayment: {
    ...repayment,
    recalculation: {
      rest: 'daily',
      advance: 'reduce-installment',
      compounding: 'none',
      lateInterest: 'every-period',
      payoff: 'to-the-day',
    },
  },
} as const
const asked: LoanAsked = { installments: 3, product: { repayment } }

test('[L46] two installments that are paid early cost two percent, and the one due next costs nothing', () => {
  const lending = paidOutLoan(makeBranch(), asked)
  const { payoffMinor, earlyPenaltyMinor } = settling(loanOf(lending), businessDate('2026-03-02'))
  // 346,755 is due next; 2 % of the other two, 346,755 and 346,754.
  expect([payoffMinor, earlyPenaltyMinor]).toEqual([1_040_264n + 13_870n, 13_870n])
  repay(lending, 346_755n)
  expect(loanOf(lending).booked.paidPenalties).toBe(0n)
  expect(settling(loanOf(lending), businessDate('2026-03-02')).earlyPenaltyMinor).toBe(6_935n)
  expectLoanBooked(lending)
})

test.each([
  ['whose interest stands', asked],
  ['that is recalculated by the day', { installments: 3, product: recalculated }],
])(
  '[L46] what settles a loan %s holds the penalty, and paying it on any of ten days leaves nothing',
  (_what, terms) => {
    const days = Array.from({ length: 10 }, (_none, place) => `2026-03-${String(place + 5).padStart(2, '0')}`)
    for (const day of [days[0] ?? '', days[9] ?? '']) {
      const lending = paidOutLoan(makeBranch(), terms)
      nextDay(lending, '2026-03-05')
      const quote = payoffQuote(loanOf(lending), businessDate('2026-03-05'))
      if (!quote.ok) throw new Error(quote.refusal.type)
      const said = quote.value.days.find(({ on }) => on === day)
      if (!said) throw new Error('that day is quoted')
      if (day !== '2026-03-05') nextDay(lending, day)
      expect(said.earlyPenaltyMinor > 0n).toBe(true)
      expect(said.parts.penalties).toBe(said.earlyPenaltyMinor)
      const paid = repay(lending, said.amountMinor)
      const { state, booked } = loanOf(lending)
      expect([state, booked.overpaid, booked.paidPenalties]).toEqual(['paid-off', 0n, said.earlyPenaltyMinor])
      expectLoanBooked(lending)
      const reverse = { type: 'operation.reverse', record: paid.record, reason: 'other' } as const
      lending.branch.must('manager', reverse)
      expect(loanOf(lending)).toMatchObject({ state: 'active', booked: { recognisedPenalties: 0n } })
      expect(settling(loanOf(lending), said.on).payoffMinor).toBe(said.amountMinor)
      expectLoanBooked(lending)
    }
  },
)

test('[L46] of a part that is paid early the penalty is a part', () => {
  const lending = paidOutLoan(makeBranch(), asked)
  repay(lending, 346_755n + 102_000n)
  expect(loanOf(lending).booked.paidPenalties).toBe(2_000n)
  expect(loanOf(lending).booked.overpaid).toBe(0n)
  expectLoanBooked(lending)
})

test('[L46][L40] a loan that another one pays off is settled with its penalty', () => {
  const lending = paidOutLoan(makeBranch(), asked)
  const { branch, clientId } = lending
  const conditions = { ...template.conditions, approvalLevels: [{ people: 1 }] }
  const loanId = draftLoan(branch, clientId, { principalMinor: 1_500_000n, product: { conditions } })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const refinance = { type: 'loan.refinance', loanId, closes: lending.loanId, currency: 'KES' } as const
  branch.must('officer', { ...refinance, amountMinor: 1_500_000n, to: { kind: 'drawer' } })
  expect(loanOf(lending)).toMatchObject({ state: 'paid-off', booked: { paidPenalties: 13_870n } })
  for (const one of [lending, { branch, loanId }]) expectLoanBooked(one)
})
