import { z } from 'zod'
import { assert } from '../../assert.ts'
import { type AllocationRules, allocationOrders, type FutureRule } from '../../loan-life/allocation-rules.ts'
import type { LoanTerms, Recalculation } from '../../loan-life/loan-terms.ts'
import type { Component } from '../../loan-life/portions.ts'
import type { Tranche } from '../../schedule/schedule-terms.ts'
import { inUnits } from './decimal-figure.ts'
import { loanTermsSchema, scheduleTermsOf } from './loan-schedule-vectors.ts'

const futureRules = {
  next_installment: 'next-installment',
  last_installment: 'last-installment',
  reamortization: 'even-parts',
} as const satisfies Readonly<Record<string, FutureRule>>

const futureSchema = z
  .enum(['next_installment', 'last_installment', 'reamortization'])
  .transform(name => futureRules[name])

const advanceRules = {
  'reduce-emi': 'reduce-installment',
  'reduce-number-of-installments': 'reduce-number',
  'reschedule-next-repayments': 'reschedule-next',
  'adjust-last-unpaid-period': 'adjust-last-unpaid',
} as const satisfies Readonly<Record<string, Recalculation['advance']>>

const recalculationSchema = z.strictObject({
  preClose: z.enum(['till-pre-close-date', 'till-rest-date']),
  advancePayment: z
    .enum(['reduce-emi', 'reduce-number-of-installments', 'reschedule-next-repayments', 'adjust-last-unpaid-period'])
    .transform(name => advanceRules[name]),
  compounding: z.enum(['none', 'interest']),
  rest: z.enum(['daily', 'same-as-repayment']),
  restInterval: z.int(),
  compoundingFrequency: z.literal('monthly').optional(),
})

const named = 'penalty-fee-interest-principal'
const allocationSchema = z.enum([
  named,
  'due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest',
  'due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee',
  'advanced',
])

export const lifeTermsSchema = loanTermsSchema.extend({
  charges: z.array(z.never()),
  allocationOrder: allocationSchema,
  scheduleProcessing: z.enum(['horizontal', 'vertical']).default('horizontal'),
  allocationRules: z
    .strictObject({
      order: z.array(z.string()),
      futureInstallments: z.strictObject({
        default: futureSchema,
        goodwill_credit: futureSchema.optional(),
        merchant_issued_refund: futureSchema.optional(),
        payout_refund: futureSchema.optional(),
      }),
    })
    .optional(),
  recalculation: recalculationSchema.nullable(),
})
export type LifeTerms = z.output<typeof lifeTermsSchema>

const componentNamed: Readonly<Record<string, Component>> = {
  PENALTY: 'penalties',
  FEE: 'fees',
  INTEREST: 'interest',
  PRINCIPAL: 'principal',
}

const orderOf = (order: readonly string[], when: string): readonly Component[] =>
  order.flatMap(step => (step.startsWith(`${when}_`) ? (componentNamed[step.slice(when.length + 1)] ?? []) : []))

function allocationOf({ allocationOrder, allocationRules, scheduleProcessing }: LifeTerms): AllocationRules {
  if (allocationOrder !== 'advanced') return allocationOrders[allocationOrder]
  assert(allocationRules, 'advanced allocation has its rules')
  const { order, futureInstallments: future } = allocationRules
  return {
    pastDue: orderOf(order, 'PAST_DUE'),
    due: orderOf(order, 'DUE'),
    inAdvance: orderOf(order, 'IN_ADVANCE'),
    dueChargesFirst: false,
    direction: scheduleProcessing,
    future: {
      default: future.default,
      'goodwill-credit': future.goodwill_credit ?? future.default,
      'merchant-issued-refund': future.merchant_issued_refund ?? future.default,
      'payout-refund': future.payout_refund ?? future.default,
    },
  }
}

/** Its cumulative loans are recalculated when something is entered, its progressive ones every night. */
const recalculationOf = ({ recalculation, scheduleType }: LifeTerms): Recalculation | null =>
  recalculation && {
    rest: recalculation.rest,
    advance: recalculation.advancePayment,
    compounding: recalculation.compounding,
    lateInterest: scheduleType === 'cumulative' ? 'periods-with-an-entry' : 'every-period',
    payoff: recalculation.preClose === 'till-rest-date' ? 'to-the-rest' : 'to-the-day',
  }

/** The schedule begins with the earliest of the tranches that were paid out so far. */
export function lifeTermsOf(given: LifeTerms, tranches: readonly Tranche[]): LoanTerms {
  const disbursements = tranches.map(({ date, amountMinor }) => ({
    date,
    amount: inUnits(amountMinor, given.decimals),
  }))
  return {
    schedule: scheduleTermsOf(tranches.length === 0 ? given : { ...given, disbursements }),
    charges: [],
    allocation: allocationOf(given),
    recalculation: recalculationOf(given),
    late: null,
  }
}
