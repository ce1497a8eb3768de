import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import { type CreditRates, creditRates } from '../disclosure/credit-rates.ts'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanCharge } from '../products/loan-charge.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { disbursementCharges } from '../products/offered-charges.ts'
import type { Loan } from './loan.ts'
import { offeredLife } from './offered-life.ts'

type Offered = Pick<Loan, 'product' | 'agreement' | 'dates'>

/** A charge with all that it comes to over the life of a loan. */
export interface OfferedCharge extends Pick<LoanCharge, 'name' | 'kind' | 'when'> {
  readonly amountMinor: bigint
}

/** What a loan is offered with, for a borrower who pays every installment on its day. */
export interface OfferFigures {
  readonly startsOn: BusinessDate
  readonly installments: readonly LoanInstallment[]
  readonly charges: readonly OfferedCharge[]
  /** In hand, once what is due the first day is kept back. */
  readonly receivedMinor: bigint
  readonly interestMinor: bigint
  /** With what is kept back on the first day. */
  readonly feesMinor: bigint
  /** Interest and fees. */
  readonly costMinor: bigint
  /** All installments. */
  readonly toPayMinor: bigint
  readonly rates: CreditRates
}

const feesOf = (installments: readonly LoanInstallment[]): bigint => sumMinor(installments.map(({ due }) => due.fees))

/** Each charge by itself, in the product's order. */
function chargesOf(offered: Offered, calendar: HolidayCalendar): readonly OfferedCharge[] {
  const { product, agreement } = offered
  const alone = (charge: LoanCharge): LoanProduct => ({ ...product, charges: [charge] })
  return product.charges.map(charge => {
    const { name, kind, when } = charge
    const [atOnce] = disbursementCharges(alone(charge), agreement.principalMinor)
    const byItself = { ...offered, product: alone(charge) }
    const amountMinor = atOnce?.amountMinor ?? feesOf(offeredLife(byItself, calendar).installments)
    return { name, kind, when, amountMinor }
  })
}

/** Counts what is agreed to the end. Rule: D26. */
export function offerFigures(offered: Offered, calendar: HolidayCalendar): OfferFigures {
  const { product, agreement, dates } = offered
  const startsOn = dates?.startsOn ?? agreement.plannedOn
  const { installments } = offeredLife(offered, calendar)
  const atOnceMinor = sumMinor(
    disbursementCharges(product, agreement.principalMinor).map(({ amountMinor }) => amountMinor),
  )
  const receivedMinor = agreement.principalMinor - atOnceMinor
  const interestMinor = sumMinor(installments.map(({ due }) => due.interest))
  const feesMinor = atOnceMinor + feesOf(installments)
  const payments = installments.map(({ dueOn, due }) => ({ date: dueOn, amountMinor: portionsTotal(due) }))
  return {
    startsOn,
    installments,
    charges: chargesOf(offered, calendar),
    receivedMinor,
    interestMinor,
    feesMinor,
    costMinor: interestMinor + feesMinor,
    toPayMinor: sumMinor(payments.map(({ amountMinor }) => amountMinor)),
    rates: creditRates([{ date: startsOn, amountMinor: -receivedMinor }, ...payments], agreement.frequency),
  }
}
