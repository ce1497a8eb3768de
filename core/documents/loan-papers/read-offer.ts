import type { HolidayCalendar } from '../../calendar/working-days.ts'
import type { CreditRates } from '../../disclosure/credit-rates.ts'
import { disclosedRateIn } from '../../disclosure/disclosed-rate.ts'
import { allocationOrders } from '../../loan-life/allocation-rules.ts'
import type { Component } from '../../loan-life/portions.ts'
import type { Loan } from '../../loans/loan.ts'
import { offerFigures } from '../../loans/offer-figures.ts'
import type { Decimal } from '../../money/decimal.ts'
import { amountInWords } from '../amount-in-words.ts'
import type { DisclosedRates, LoanOfferFacts, LoanPaperHead } from './loan-paper-model.ts'

const twoDecimals = (name: 'apr' | 'aprc' | 'effective', rate: Decimal | null) =>
  rate ? { [name]: rate.toDecimalPlaces(2).toString() } : {}

function ratesOf({ annual, ofCharge, effective }: CreditRates, country: string): DisclosedRates {
  const first = disclosedRateIn(country)
  return {
    first,
    ...twoDecimals('apr', annual),
    ...twoDecimals('aprc', ofCharge),
    ...twoDecimals('effective', effective),
  }
}

/** What is offered or agreed, counted to the end. */
export function readOffer(
  { product, agreement, dates }: Loan,
  country: string,
  calendar: HolidayCalendar,
): LoanOfferFacts {
  const { rates, ...figures } = offerFigures({ product, agreement, dates }, calendar)
  const { name, schedule, repayment, conditions } = product
  return { agreement, product: { name, schedule, repayment, conditions }, figures, rates: ratesOf(rates, country) }
}

export const offerInWords = (
  { agreement, figures }: LoanOfferFacts,
  { locale, currency }: Pick<LoanPaperHead, 'locale' | 'currency'>,
) => ({
  lentInWords: amountInWords({ amountMinor: agreement.principalMinor, currency }, locale),
  receivedInWords: amountInWords({ amountMinor: figures.receivedMinor, currency }, locale),
})

/** Of what is overdue, what a payment pays first. */
export function overdueOrder({ product }: Loan): readonly Component[] {
  const { allocation } = product.repayment
  return allocation.type === 'named' ? allocationOrders[allocation.order].pastDue : allocation.pastDue
}
