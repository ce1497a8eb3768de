import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type AllocationRules, allocationOrders, type FutureRule } from '../../../core/loan-life/allocation-rules.ts'
import type { LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { LoanTerms } from '../../../core/loan-life/loan-terms.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { rate } from '../../../core/money/rate.ts'
import { fee, lifeTerms, paidOut, repaid, reversed, told } from './told-loan.ts'

const lifeOn = (terms: LoanTerms, events: readonly LoanEvent[], asOf: string) =>
  replayLoan(terms, events, businessDate(asOf))

const duesOf = (terms: LoanTerms, events: readonly LoanEvent[], asOf: string) =>
  lifeOn(terms, events, asOf).installments.map(({ due }) => portionsTotal(due))

const paidParts = (terms: LoanTerms, events: readonly LoanEvent[], asOf: string) =>
  lifeOn(terms, events, asOf).installments.map(({ paid }) => portionsTotal(paid))

const lent = ['2024-01-15', paidOut(100_000n)] as const

const rules = (changes: Partial<AllocationRules> & { readonly rule?: FutureRule }): AllocationRules => {
  const { rule = 'next-installment', ...given } = changes
  return { ...allocationOrders['penalty-fee-interest-principal'], future: { default: rule }, ...given }
}

test('[L11] a fee that is entered late is met by what was paid after its day, not by what was paid before its entry on that day', () => {
  const events = told(lent, ['2024-02-15', repaid(30_000n)], ['2024-03-01', repaid(10_000n)])
  const withFee = (dueOn: string) =>
    lifeOn(
      lifeTerms(),
      told(
        lent,
        ['2024-02-15', repaid(30_000n)],
        ['2024-03-01', repaid(10_000n)],
        ['2024-04-01', fee(500n, dueOn), '2024-04-01'],
      ),
      '2024-04-01',
    ).outcomes.map(({ portions }) => portions.fees)
  expect(lifeOn(lifeTerms(), events, '2024-04-01').outcomes.map(({ portions }) => portions.fees)).toEqual([0n, 0n, 0n])
  expect(withFee('2024-02-20')).toEqual([0n, 0n, 500n, 500n])
  expect(withFee('2024-03-01')).toEqual([0n, 0n, 0n, 500n])
})

test('[L12] the newest tranche is undone with all that was entered after it', () => {
  const before = told(lent, ['2024-02-15', repaid(25_000n)])
  const after = told(
    lent,
    ['2024-02-15', repaid(25_000n)],
    ['2024-02-20', paidOut(50_000n)],
    ['2024-02-21', repaid(9_000n)],
    ['2024-02-22', { type: 'last-tranche-undone' }],
  )
  expect(lifeOn(lifeTerms(), after, '2024-03-01')).toEqual(lifeOn(lifeTerms(), before, '2024-03-01'))
})

test('[L14] the terms say which component a payment meets first, and whether installments or components are finished first', () => {
  const events = told(
    lent,
    ['2024-01-20', fee(1_000n, '2024-02-10')],
    ['2024-01-20', fee(1_000n, '2024-03-10')],
    ['2024-04-01', repaid(26_500n)],
  )
  const fees = (allocation: AllocationRules) =>
    lifeOn(lifeTerms({ allocation }), events, '2024-04-01').installments.map(({ paid }) => [paid.principal, paid.fees])
  const none = [0n, 0n]
  expect(fees(rules({}))).toEqual([[25_000n, 1_000n], [0n, 500n], none, none])
  expect(fees(rules({ pastDue: ['principal', 'fees'] }))).toEqual([[25_000n, 1_000n], [500n, 0n], none, none])
  expect(fees(rules({ direction: 'vertical' }))).toEqual([[24_500n, 1_000n], [0n, 1_000n], none, none])
})

test('[L14] of what is not due yet, charges whose day has come may go first', () => {
  const allocation = allocationOrders['due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest']
  const feesPaidOn = (day: string) =>
    lifeOn(
      lifeTerms({ allocation }),
      told(lent, ['2024-01-16', fee(700n, '2024-01-25')], [day, repaid(10_000n)]),
      '2024-01-31',
    ).installments[0]?.paid.fees
  expect(feesPaidOn('2024-01-24')).toBe(0n)
  expect(feesPaidOn('2024-01-25')).toBe(700n)
})

test('[L15] money in advance goes to the next installments, to the last ones, or to all in even parts, by the kind of payment', () => {
  const parts = (rule: FutureRule) =>
    paidParts(lifeTerms({ allocation: rules({ rule }) }), told(lent, ['2024-02-15', repaid(55_001n)]), '2024-02-15')
  expect(parts('next-installment')).toEqual([25_000n, 25_000n, 5_001n, 0n])
  expect(parts('last-installment')).toEqual([25_000n, 0n, 5_001n, 25_000n])
  expect(parts('even-parts')).toEqual([25_000n, 10_001n, 10_000n, 10_000n])
  const allocation = rules({ future: { default: 'next-installment', 'goodwill-credit': 'last-installment' } })
  const goodwill = { type: 'repaid', kind: 'goodwill-credit', amountMinor: 30_000n } as const
  expect(paidParts(lifeTerms({ allocation }), told(lent, ['2024-02-01', goodwill]), '2024-02-01')).toEqual([
    0n,
    0n,
    5_000n,
    25_000n,
  ])
})

test('[L16] what is paid before the due date is in advance, what is paid after it is late, and the last of it meets the installment', () => {
  const { installments } = lifeOn(
    lifeTerms(),
    told(lent, ['2024-02-01', repaid(10_000n)], ['2024-02-15', repaid(5_000n)], ['2024-02-20', repaid(10_000n)]),
    '2024-03-01',
  )
  expect(installments[0]).toMatchObject({ inAdvance: { principal: 10_000n }, late: { principal: 10_000n } })
  expect(installments.map(({ metOn }) => metOn)).toEqual(['2024-02-20', null, null, null])
})

test('[L17] what is refunded beyond what was overpaid is owed again, by itself after the last installment', () => {
  const overpaid = told(lent, ['2024-02-15', repaid(100_000n)], ['2024-06-01', repaid(2_000n)])
  expect(lifeOn(lifeTerms(), overpaid, '2024-06-03')).toMatchObject({ overpaidMinor: 2_000n, status: 'overpaid' })
  const events = told(
    lent,
    ['2024-02-15', repaid(100_000n)],
    ['2024-06-01', repaid(2_000n)],
    ['2024-06-03', { type: 'refunded', amountMinor: 2_500n }],
  )
  const life = lifeOn(lifeTerms(), events, '2024-06-03')
  expect(life).toMatchObject({ overpaidMinor: 0n, outstanding: { principal: 500n }, status: 'active' })
  expect(life.outcomes.at(-1)).toMatchObject({ portions: { principal: 500n }, principalAfterMinor: 500n })
  expect(life.installments.at(-1)).toMatchObject({ kind: 'charge', dueOn: '2024-06-03', due: { principal: 500n } })
})

test('[L18] what is waived or written off is owed no more, what is charged off is owed all the same', () => {
  const events = told(lent, ['2024-01-20', fee(700n, '2024-02-10')], ['2024-03-01', { type: 'waived', charge: '2' }])
  expect(lifeOn(lifeTerms(), events, '2024-03-01')).toMatchObject({
    installments: [{ waived: { fees: 700n }, outstanding: { fees: 0n } }, {}, {}, {}],
    outstanding: { fees: 0n, principal: 100_000n },
  })
  const chargedOff = told(lent, ['2024-07-01', { type: 'charged-off' }], ['2024-07-05', repaid(40_000n)])
  expect(lifeOn(lifeTerms(), chargedOff, '2024-07-05')).toMatchObject({
    status: 'charged-off',
    outcomes: [{}, { portions: { principal: 100_000n } }, { portions: { principal: 40_000n } }],
    outstanding: { principal: 60_000n },
  })
  const writtenOff = told(
    lent,
    ['2024-07-01', repaid(40_000n)],
    ['2024-07-05', { type: 'written-off' }],
    ['2024-08-01', repaid(1_000n)],
  )
  expect(lifeOn(lifeTerms(), writtenOff, '2024-08-01')).toMatchObject({
    status: 'written-off',
    outstanding: { principal: 0n },
    overpaidMinor: 0n,
    recoveredMinor: 1_000n,
    outcomes: [{}, {}, { portions: { principal: 60_000n }, principalAfterMinor: 0n }, {}],
  })
})

test('[L19] a tranche is spread over the whole from the start, or over what is left from its day, and what was overpaid pays it', () => {
  const events = told(lent, ['2024-02-01', repaid(110_000n)], ['2024-03-20', paidOut(20_000n)])
  const life = (algorithm: 'cumulative' | 'progressive') => lifeOn(lifeTerms({ algorithm }), events, '2024-03-20')
  expect(life('cumulative').installments.map(({ due }) => due.principal)).toEqual([25_000n, 25_000n, 30_000n, 40_000n])
  expect(life('progressive').installments.map(({ due }) => due.principal)).toEqual([25_000n, 25_000n, 35_000n, 35_000n])
  for (const { overpaidMinor, outstanding } of [life('cumulative'), life('progressive')])
    expect([overpaidMinor, outstanding.principal]).toEqual([0n, 10_000n])
})

/** A thousandth a day. */
const daily = {
  percent: '36.5',
  amortization: 'equal-principal',
  share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
} as const

test('[L20] recalculated interest is on what is outstanding day by day: less after an early payment, more while principal is overdue', () => {
  const interest = (changes: object, events: readonly LoanEvent[], asOf: string) =>
    lifeOn(lifeTerms({ ...daily, recalculation: { advance: 'adjust-last-unpaid', ...changes } }), events, asOf)
      .installments.slice(0, 2)
      .map(({ due }) => due.interest)
  const early = told(lent, ['2024-01-25', repaid(20_000n)])
  expect(interest({}, told(lent), '2024-02-15')).toEqual([3_100n, 2_175n])
  expect(interest({}, early, '2024-02-15')[0]).toBe(1_000n + 1_680n)
  expect(interest({ rest: 'same-as-repayment' }, early, '2024-02-15')[0]).toBe(3_100n)
  expect(interest({}, told(lent), '2024-02-20')).toEqual([3_100n, 500n + 1_800n])
  expect(interest({ compounding: 'interest' }, told(lent), '2024-02-20')).toEqual([3_100n, 516n + 1_800n])
  expect(interest({ rest: 'same-as-repayment' }, told(lent), '2024-02-20')).toEqual([3_100n, 2_900n])
  const passedOver = { lateInterest: 'periods-with-an-entry' }
  expect(interest(passedOver, told(lent, ['2024-03-20', repaid(1_000n)]), '2024-03-20')).toEqual([3_100n, 2_175n])
})

test('[L20] what was late and is paid stops bearing interest on the day from which the payment counts', () => {
  const terms = lifeTerms({ ...daily, recalculation: {} })
  const paid = told(lent, ['2024-02-18', repaid(28_100n)])
  expect(lifeOn(terms, paid, '2024-03-10').installments[1]?.due.interest).toBe(300n + 26n * 75n)
})

test('[L21] money beyond what is due lowers the installments, ends them earlier, takes the place of the next, or meets them in advance', () => {
  const after = (advance: NonNullable<LoanTerms['recalculation']>['advance']) =>
    duesOf(lifeTerms({ recalculation: { advance } }), told(lent, ['2024-02-15', repaid(60_000n)]), '2024-02-15')
  expect(after('reduce-installment')).toEqual([60_000n, 13_333n, 13_333n, 13_334n])
  expect(after('reduce-number')).toEqual([60_000n, 25_000n, 15_000n])
  expect(after('reschedule-next')).toEqual([60_000n, 0n, 15_000n, 25_000n])
  expect(after('adjust-last-unpaid')).toEqual([25_000n, 25_000n, 25_000n, 25_000n])
})

test('[L22] a payoff takes interest to its day, or to the next day on which payments count, and nothing where the schedule stands', () => {
  const payoff = (recalculation: object) =>
    lifeOn(
      lifeTerms({ ...daily, recalculation: { rest: 'same-as-repayment', ...recalculation } }),
      told(lent),
      '2024-01-25',
    ).payoffMinor
  expect(payoff({ payoff: 'to-the-day' })).toBe(101_000n)
  expect(payoff({ payoff: 'to-the-rest' })).toBe(103_100n)
  const standing = lifeOn(lifeTerms(daily), told(lent), '2024-01-25')
  expect(standing.payoffMinor).toBe(portionsTotal(standing.outstanding))
})

test('[L23] a due date that is moved takes those after it along, and charges stay with their installment', () => {
  const { installments } = lifeOn(
    lifeTerms(),
    told(
      lent,
      ['2024-01-20', fee(300n, '2024-03-10')],
      ['2024-03-01', { type: 'rescheduled', from: businessDate('2024-03-15'), to: businessDate('2024-04-10') }],
    ),
    '2024-03-01',
  )
  expect(installments.map(({ dueOn, due }) => [dueOn, due.fees])).toEqual([
    ['2024-02-15', 0n],
    ['2024-04-10', 300n],
    ['2024-05-10', 0n],
    ['2024-06-10', 0n],
  ])
})

test('[L19] a down payment is met by what is kept back, in whatever order it is entered', () => {
  const terms = lifeTerms({ downPaymentPercent: rate('20') })
  const kept = { type: 'repaid', kind: 'down-payment', amountMinor: 20_000n } as const
  const life = lifeOn(terms, told(lent, ['2024-01-15', kept]), '2024-01-15')
  expect(life.installments.map(({ due, metOn }) => [due.principal, metOn])).toEqual([
    [20_000n, '2024-01-15'],
    [20_000n, null],
    [20_000n, null],
    [20_000n, null],
    [20_000n, null],
  ])
  expect(
    lifeOn(terms, told(lent, ['2024-01-15', kept], ['2024-01-16', reversed('2')]), '2024-01-16').outstanding.principal,
  ).toBe(100_000n)
})

test.each([
  // installments, percent, paid out, paid at once, and what is then outstanding of each: principal, interest
  [1, '1', 21_783n, 21_802n, [[1n, 0n]]],
  [
    2,
    '3',
    20_213n,
    20_289n,
    [
      [1n, 0n],
      [0n, 0n],
    ],
  ],
] as const)(
  '[L19] what was paid ahead of %i installments stays paid where a later tranche makes the plan anew',
  (count, percent, amountMinor, paidMinor, left) => {
    const share = { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false } as const
    const terms = lifeTerms({ algorithm: 'progressive', count, percent, share })
    const events = told(
      ['2024-01-15', paidOut(amountMinor)],
      ['2024-01-16', repaid(paidMinor)],
      ['2024-02-01', paidOut(1n)],
    )
    const { installments } = replayLoan(terms, events, businessDate('2024-02-01'))
    expect(installments.map(({ outstanding }) => [outstanding.principal, outstanding.interest])).toEqual(left)
  },
)
