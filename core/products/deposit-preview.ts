import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'
import { type Accrual, openAccrual } from '../interest/accrual.ts'
import { accrueThrough } from '../interest/accrue.ts'
import { accruedInterest } from '../interest/accrued-interest.ts'
import { balanceChangeOf } from '../interest/deposit-interest.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import { sumMinor } from '../money/amount.ts'
import { roundMinor } from '../money/rounding.ts'
import type { DepositProduct } from './deposit-product.ts'
import { installmentDate } from './installments.ts'
import { feesOfMonth, payableOf } from './monthly-fees.ts'
import { interestTermsOf } from './product-terms.ts'

/** What a client would do: put in so much on the first day (or so much each time), for so many months. */
export interface PreviewedUse {
  readonly openedOn: BusinessDate
  /** Of a recurring deposit, each installment. */
  readonly amountMinor: bigint
  /** Of a deposit with a term; the product's usual one when it is left out. */
  readonly termMonths?: number
  /** Of the institution's fiscal year; January when left out. */
  readonly yearStartMonth?: number
}

/** One of twelve months, counted from the opening; what was posted or charged in it, and what stands on the account after it. */
export interface PreviewedMonth {
  readonly endsOn: BusinessDate
  readonly paidInMinor: bigint
  readonly interestMinor: bigint
  readonly taxMinor: bigint
  readonly feesMinor: bigint
  readonly balanceMinor: bigint
}

export interface DepositPreview {
  readonly months: readonly PreviewedMonth[]
  readonly paidInMinor: bigint
  readonly interestMinor: bigint
  readonly taxMinor: bigint
  readonly feesMinor: bigint
  readonly balanceMinor: bigint
  /** Earned by the end of the year and not posted yet, before tax. */
  readonly accruedMinor: bigint
  /** What the client has more, or less, than was paid in: interest less tax and fees, with what is accrued. */
  readonly netMinor: bigint
}

const monthsInYear = 12

interface Running {
  readonly balanceMinor: bigint
  readonly accrual: Accrual | null
  readonly interestMinor: bigint
  readonly taxMinor: bigint
}

/** Counts the days through one on which nothing moves but what is posted; a deposit earns nothing from its maturity on. */
function countThrough(running: Running, through: BusinessDate, terms: InterestTerms | null): Running {
  let { balanceMinor, accrual, interestMinor, taxMinor } = running
  if (!terms || !accrual) return running
  const lastDay = accrual.maturesOn && addDays(accrual.maturesOn, -1)
  const last = lastDay && lastDay < through ? lastDay : through
  while (accrual.through < last) {
    const accrued = accrueThrough(accrual, { through: last, balanceMinor }, terms)
    accrual = accrued.accrual
    for (const posting of accrued.postings) {
      balanceMinor += balanceChangeOf(posting)
      interestMinor += posting.type === 'interest' ? posting.amountMinor : -posting.amountMinor
      taxMinor += posting.taxMinor
    }
  }
  return { balanceMinor, accrual, interestMinor, taxMinor }
}

/**
 * A year of an account under a product, whole months from its opening, counted by the interest engine day by day. Fees of a month are taken
 * on its last day, before the day is counted (E3); fees of single operations are not in it. Rule: P6.
 */
export function previewDeposit(
  product: DepositProduct,
  { openedOn, amountMinor, termMonths, yearStartMonth = 1 }: PreviewedUse,
): DepositPreview {
  const hasTerm = product.kind === 'fixed' || product.kind === 'recurring'
  const maturesOn = hasTerm ? addMonths(openedOn, termMonths ?? product.term.monthsDefault) : null
  const terms = interestTermsOf(product, { openedOn, yearStartMonth })
  let running: Running = {
    balanceMinor: 0n,
    accrual: terms && openAccrual(terms, { openedOn, maturesOn }),
    interestMinor: 0n,
    taxMinor: 0n,
  }
  let paidTimes = 0
  const nextPayment = (): BusinessDate | null => {
    if (product.kind !== 'recurring' || !maturesOn) return paidTimes === 0 ? openedOn : null
    const date = installmentDate({ product, openedOn, maturesOn }, paidTimes)
    return date < maturesOn ? date : null
  }
  const months: PreviewedMonth[] = []
  for (let month = 1; month <= monthsInYear; month++) {
    const endsOn = addDays(addMonths(openedOn, month), -1)
    const before = running
    let paidInMinor = 0n
    let lowestMinor: bigint | null = month === 1 ? null : running.balanceMinor
    for (let date = nextPayment(); date && date <= endsOn; date = nextPayment()) {
      running = countThrough(running, addDays(date, -1), terms)
      running = { ...running, balanceMinor: running.balanceMinor + amountMinor }
      paidInMinor += amountMinor
      lowestMinor ??= running.balanceMinor
      paidTimes++
    }
    running = countThrough(running, addDays(endsOn, -1), terms)
    const feesMinor = payableOf(feesOfMonth(product, lowestMinor ?? running.balanceMinor), running.balanceMinor)
    running = countThrough({ ...running, balanceMinor: running.balanceMinor - feesMinor }, endsOn, terms)
    months.push({
      endsOn,
      paidInMinor,
      interestMinor: running.interestMinor - before.interestMinor,
      taxMinor: running.taxMinor - before.taxMinor,
      feesMinor,
      balanceMinor: running.balanceMinor,
    })
  }
  return summed(months, running, terms)
}

function summed(months: readonly PreviewedMonth[], running: Running, terms: InterestTerms | null): DepositPreview {
  const { balanceMinor, accrual, interestMinor, taxMinor } = running
  const accruedMinor =
    terms && accrual ? roundMinor(accruedInterest(accrual, terms).interest, terms.rounding).amountMinor : 0n
  const paidInMinor = sumMinor(months.map(month => month.paidInMinor))
  const feesMinor = sumMinor(months.map(month => month.feesMinor))
  const netMinor = balanceMinor + accruedMinor - paidInMinor
  return { months, paidInMinor, interestMinor, taxMinor, feesMinor, balanceMinor, accruedMinor, netMinor }
}
