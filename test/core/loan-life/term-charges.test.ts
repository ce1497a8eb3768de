import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { allocationOrders } from '../../../core/loan-life/allocation-rules.ts'
import type { Happening, LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { LoanTerms } from '../../../core/loan-life/loan-terms.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { rate } from '../../../core/money/rate.ts'
import { lifeTerms, paidOut, repaid, told } from './told-loan.ts'

const lent = ['2024-01-15', paidOut(100_000n)] as const
const cover = { kind: 'fee', amount: { type: 'fixed', amountMinor: 300n } } as const
const service = { kind: 'fee', amount: { type: 'percent', of: 'principal', percent: rate('2') } } as const
const late = { kind: 'penalty', amount: { type: 'percent', of: 'paid-out', percent: rate('0.1') } } as const

const lifeOn = (terms: LoanTerms, events: readonly LoanEvent[], asOf: string) =>
  replayLoan(terms, events, businessDate(asOf))

const feesOf = (terms: LoanTerms, events: readonly LoanEvent[], asOf: string) =>
  lifeOn(terms, events, asOf).installments.map(({ due }) => due.fees)

test('[L25] what the terms charge is due with each installment, in fixed amounts or percentages, and is paid like any charge', () => {
  const { installments, payoffMinor } = lifeOn(
    lifeTerms({ charges: [cover, service, late] }),
    told(lent, ['2024-02-15', repaid(900n)]),
    '2024-02-15',
  )
  expect(installments.map(({ due }) => [due.fees, due.penalties])).toEqual(Array(4).fill([800n, 100n]))
  expect(installments[0]?.paid).toMatchObject({ fees: 800n, penalties: 100n, principal: 0n })
  expect(payoffMinor).toBe(103_600n - 900n)
})

test('[L25] where a loan is recalculated, charges follow what is outstanding when their period begins, and fall away where that is nothing', () => {
  const prepaid = told(lent, ['2024-02-15', repaid(60_800n)])
  const terms = (advance: 'reduce-installment' | 'reduce-number') =>
    lifeTerms({ charges: [service, cover], recalculation: { advance } })
  expect(feesOf(terms('reduce-installment'), told(lent), '2024-01-15')).toEqual([800n, 800n, 800n, 800n])
  const lowered = lifeOn(terms('reduce-installment'), prepaid, '2024-02-15').installments
  expect(lowered.map(({ due }) => due.principal)).toEqual([60_000n, 13_333n, 13_333n, 13_334n])
  expect(lowered.map(({ due }) => due.fees)).toEqual([800n, 567n, 567n, 567n])
  const ended = lifeOn(terms('reduce-number'), prepaid, '2024-02-15').installments
  expect(ended.map(({ due }) => [due.principal, due.fees])).toEqual([
    [60_000n, 800n],
    [25_000n, 800n],
    [15_000n, 600n],
  ])
})

test('[L25] whoever pays a recalculated loan off owes no charge of a period that has not begun', () => {
  for (const advance of ['reduce-installment', 'adjust-last-unpaid'] as const) {
    const terms = lifeTerms({ charges: [cover], recalculation: { advance } })
    const { payoffMinor } = lifeOn(terms, told(lent), '2024-03-01')
    expect(payoffMinor).toBe(100_600n)
    const settled = lifeOn(terms, told(lent, ['2024-03-01', repaid(100_600n)]), '2024-06-01')
    expect(settled).toMatchObject({ status: 'settled', overpaidMinor: 0n, payoffMinor: 0n })
  }
})

test('[L25] a charge of the period in which the principal is paid off is owed all the same', () => {
  const allocation = { ...allocationOrders['principal-interest-penalty-fee'], direction: 'vertical' } as const
  const terms = lifeTerms({ charges: [cover], allocation, recalculation: { advance: 'adjust-last-unpaid' } })
  const { installments, payoffMinor } = lifeOn(terms, told(lent, ['2024-02-01', repaid(100_000n)]), '2024-02-01')
  expect(installments.map(({ outstanding }) => outstanding.fees)).toEqual([300n, 0n, 0n, 0n])
  expect(payoffMinor).toBe(300n)
})

test('[L26] interest is waived of one installment or of the oldest, as far as it is outstanding, and what was reversed is owed again', () => {
  const terms = lifeTerms({ percent: '12', interestMethod: 'flat' })
  const waived = (amountMinor: bigint, dueOn: string | null) =>
    ({ type: 'interest-waived', amountMinor, dueOn: dueOn === null ? null : businessDate(dueOn) }) as const
  const life = (...events: readonly (readonly [string, Happening])[]) =>
    lifeOn(terms, told(lent, ...events), '2024-03-01')
  const given = (...events: readonly (readonly [string, Happening])[]) =>
    life(...events).installments.map(each => each.waived.interest)
  expect(given(['2024-03-01', waived(1_500n, null)])).toEqual([1_000n, 500n, 0n, 0n])
  const one = life(['2024-03-01', waived(1_500n, '2024-04-15')])
  expect(one.installments.map(each => each.waived.interest)).toEqual([0n, 0n, 1_000n, 0n])
  expect(one.outcomes.at(-1)?.portions.interest).toBe(1_000n)
  expect(one.outstanding.interest).toBe(3_000n)
  expect(given(['2024-03-01', waived(1_500n, null)], ['2024-03-01', { type: 'reversed', event: '2' }])).toEqual([
    0n,
    0n,
    0n,
    0n,
  ])
})

test('[L26] waived interest of a recalculated loan stays given up, and bears no interest where overdue interest does', () => {
  const terms = lifeTerms({
    percent: '36.5',
    amortization: 'equal-principal',
    share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
    recalculation: { compounding: 'interest' },
  })
  const second = (events: readonly LoanEvent[]) => lifeOn(terms, events, '2024-02-25').installments[1]?.due.interest
  expect(second(told(lent))).toBe(1_031n + 1_425n)
  const waived = { type: 'interest-waived', amountMinor: 3_100n, dueOn: null } as const
  expect(second(told(lent, ['2024-02-15', waived]))).toBe(1_000n + 1_425n)
  const [first] = lifeOn(terms, told(lent, ['2024-02-15', waived]), '2024-02-25').installments
  expect(first).toMatchObject({ due: { interest: 3_100n }, outstanding: { interest: 0n } })
})
