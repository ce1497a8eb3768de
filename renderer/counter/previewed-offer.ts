import type { BusinessDate } from '../../core/calendar/business-date.ts'
import type { Weekday } from '../../core/calendar/working-days.ts'
import { westernDigits } from '../../core/customers/fold-text.ts'
import { usualFirstDueOn } from '../../core/products/first-due-date.ts'
import { type LoanOffer, usualOffer } from '../../core/products/loan-offer.ts'
import type { LoanProduct } from '../../core/products/loan-product.ts'
import { dateAfterPeriods } from '../../core/schedule/due-dates.ts'
import { readAmountOrZero } from '../lib/read-amount.ts'
import { readPercent } from '../lib/read-percent.ts'

/** What is asked of a loan while its terms are typed; what is left empty is what the product usually has. */
export interface TypedOffer {
  readonly principal: string
  readonly installments: string
  readonly percent: string
  /** The place of the frequency among those that the product offers. */
  readonly frequency: string
}

export const nothingTyped: TypedOffer = { principal: '', installments: '', percent: '', frequency: '0' }

/** When it begins, and what is agreed about the first due date. */
export interface OfferDays {
  readonly startsOn: BusinessDate
  readonly firstDueOn?: BusinessDate | undefined
  /** When the borrower's centre meets. */
  readonly meetsOn?: Weekday | undefined
}

/** The offer that is meant, for a loan that begins on a day; what cannot be read is left as it usually is. */
export function previewedOffer(
  product: LoanProduct,
  typed: TypedOffer,
  { startsOn, firstDueOn: agreedOn, meetsOn, locale }: OfferDays & { readonly locale: string },
): LoanOffer {
  const usual = usualOffer(product, startsOn)
  const frequency = product.frequencies[Number(typed.frequency)] ?? product.frequencies[0]
  const count = westernDigits(typed.installments.trim())
  const usualOn = usualFirstDueOn(product, { startsOn, frequency: frequency ?? usual.frequency, meetsOn })
  const firstDueOn = agreedOn ?? usualOn
  const principalMinor = readAmountOrZero(typed.principal, product.currency, locale)
  return {
    ...usual,
    ...(frequency ? { frequency, installments: frequency.installments.default } : {}),
    ...(/^\d{1,3}$/.test(count) ? { installments: Number(count) } : {}),
    principalMinor: principalMinor || usual.principalMinor,
    annualPercent: readPercent(typed.percent, locale) ?? usual.annualPercent,
    // Counted from the start where it can be: months that are clipped then do not drift.
    ...(!agreedOn && firstDueOn === dateAfterPeriods(startsOn, 1, frequency ?? usual.frequency) ? {} : { firstDueOn }),
  }
}
