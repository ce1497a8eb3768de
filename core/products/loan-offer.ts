import { assert } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type Rate, rate } from '../money/rate.ts'
import { isChosenDay } from '../schedule/due-dates.ts'
import { percentOf } from '../schedule/round-schedule.ts'
import type { Frequency, ScheduleTerms } from '../schedule/schedule-terms.ts'
import { firstDueBounds, frequencyOf } from './first-due-date.ts'
import type { LoanProduct } from './loan-product.ts'
import type { OfferedFrequency } from './loan-ranges.ts'
import { type Check, faultsOf, isAbove, type ProductFault } from './product-check.ts'

/** What is agreed with one borrower; the product says the rest. */
export interface LoanOffer {
  readonly principalMinor: bigint
  readonly annualPercent: Rate
  readonly frequency: Frequency
  readonly installments: number
  readonly startsOn: BusinessDate
  /** Left out, a period after the start. */
  readonly firstDueOn?: BusinessDate
}

/** What the product offers where nothing is said. */
export function usualOffer({ principal, annualPercent, frequencies }: LoanProduct, startsOn: BusinessDate): LoanOffer {
  const [frequency] = frequencies
  assert(frequency, 'a loan has a frequency')
  return {
    principalMinor: principal.defaultMinor,
    annualPercent: annualPercent.default,
    frequency,
    installments: frequency.installments.default,
    startsOn,
  }
}

/** The frequency as the product offers it, with how often at least and at most; none where it does not. */
export const offeredFrequency = (
  { frequencies }: LoanProduct,
  { every, unit }: Frequency,
): OfferedFrequency | undefined => frequencies.find(offered => offered.every === every && offered.unit === unit)

/** What the product does not offer, by the field of the offer. Rule: P11. */
export function offerFaults(product: LoanProduct, offer: LoanOffer): readonly ProductFault[] {
  const { principal, annualPercent } = product
  const { principalMinor, frequency, installments, startsOn, firstDueOn } = offer
  const offered = offeredFrequency(product, frequency)
  const { onDays } = frequencyOf(product, frequency)
  const [earliest, latest] = firstDueBounds(product, startsOn)
  const checks: readonly Check[] = [
    [principalMinor < principal.minMinor, 'principalMinor', 'below-minimum'],
    [principalMinor > principal.maxMinor, 'principalMinor', 'above-maximum'],
    [isAbove(annualPercent.min, offer.annualPercent), 'annualPercent', 'below-minimum'],
    [isAbove(offer.annualPercent, annualPercent.max), 'annualPercent', 'above-maximum'],
    [offered === undefined, 'frequency', 'not-offered'],
    [offered !== undefined && installments < offered.installments.min, 'installments', 'below-minimum'],
    [offered !== undefined && installments > offered.installments.max, 'installments', 'above-maximum'],
    [firstDueOn !== undefined && firstDueOn <= startsOn, 'firstDueOn', 'not-after-start'],
    [firstDueOn !== undefined && firstDueOn < earliest, 'firstDueOn', 'too-early'],
    [firstDueOn !== undefined && firstDueOn > latest, 'firstDueOn', 'too-late'],
    [
      firstDueOn !== undefined && onDays !== undefined && !isChosenDay(firstDueOn, onDays),
      'firstDueOn',
      'not-a-chosen-day',
    ],
  ]
  return faultsOf(checks)
}

const noPercent = rate('0')

/** The terms under which an offer is counted, with its installments due on these days. Rule: P11. */
export function offeredTerms(product: LoanProduct, offer: LoanOffer, dueDates: readonly BusinessDate[]): ScheduleTerms {
  const { schedule } = product
  const { balloonPercent, downPaymentPercent, tranchesMax: _, ...counted } = schedule
  const { annualPercent, frequency, startsOn } = offer
  return {
    ...counted,
    balloonMinor: percentOf(balloonPercent ?? noPercent, offer.principalMinor, schedule.rounding),
    annualPercent,
    frequency: frequencyOf(product, frequency),
    downPaymentPercent: downPaymentPercent ?? noPercent,
    startsOn,
    dueDates,
  }
}
