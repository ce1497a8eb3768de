import type { HolidayCalendar } from '../calendar/working-days.ts'
import { type CreditRates, creditRates } from '../disclosure/credit-rates.ts'
import { sumMinor } from '../money/amount.ts'
import { type Installment, installmentTotalMinor } from '../schedule/installment.ts'
import { makeSchedule } from '../schedule/make-schedule.ts'
import { frequencyOf, usualFirstDueOn } from './first-due-date.ts'
import { type LoanOffer, offeredTerms } from './loan-offer.ts'
import type { LoanProduct } from './loan-product.ts'
import { disbursementCharges, laterCharges } from './offered-charges.ts'
import { repaymentDates } from './repayment-dates.ts'

/** What a loan would come to for a borrower who pays every installment on its day. */
export interface LoanPreview {
  readonly installments: readonly Installment[]
  /** In hand on the first day, once what is due that day is paid or kept back. */
  readonly receivedMinor: bigint
  readonly interestMinor: bigint
  /** With what is paid on the first day; insurance is part of it. */
  readonly feesMinor: bigint
  /** All that the borrower pays beyond what was lent. */
  readonly costMinor: bigint
  readonly rates: CreditRates
}

/** On chosen days of the month the first installment is due on the first of them that the product takes. */
function repaying(product: LoanProduct, offer: LoanOffer): LoanOffer {
  const frequency = frequencyOf(product, offer.frequency)
  const { startsOn } = offer
  return frequency.onDays
    ? { firstDueOn: usualFirstDueOn(product, { startsOn, frequency }), ...offer, frequency }
    : { ...offer, frequency }
}

/** Counts an offer to the end. Asserts that the product is without faults and offers it. Rules: P10, P11. */
export function previewLoan(product: LoanProduct, offer: LoanOffer, calendar: HolidayCalendar): LoanPreview {
  const { principalMinor, startsOn, frequency } = offer
  const tranche = { date: startsOn, amountMinor: principalMinor }
  const terms = offeredTerms(
    product,
    offer,
    repaymentDates(repaying(product, offer), product.dueDates.restDays, calendar),
  )
  const installments = makeSchedule(terms, [tranche], laterCharges(product, startsOn))
  const paidAtOnceMinor = sumMinor(disbursementCharges(product, principalMinor).map(({ amountMinor }) => amountMinor))
  const receivedMinor = principalMinor - paidAtOnceMinor
  const interestMinor = sumMinor(installments.map(installment => installment.interestMinor))
  const feesMinor = paidAtOnceMinor + sumMinor(installments.map(installment => installment.feesMinor))
  const payments = installments.map(installment => ({
    date: installment.dueOn,
    amountMinor: installmentTotalMinor(installment),
  }))
  return {
    installments,
    receivedMinor,
    interestMinor,
    feesMinor,
    costMinor: interestMinor + feesMinor,
    rates: creditRates([{ date: startsOn, amountMinor: -receivedMinor }, ...payments], frequency),
  }
}
