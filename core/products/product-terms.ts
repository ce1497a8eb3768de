import type { BusinessDate } from '../calendar/business-date.ts'
import type { InterestTerms, RateVersion } from '../interest/interest-terms.ts'
import type { RateTable } from '../interest/rate-table.ts'
import { rate } from '../money/rate.ts'
import type { DepositProduct } from './deposit-product.ts'
import type { ProductInterest } from './product-interest.ts'

const noCredit: RateTable = { type: 'whole', tiers: [{ fromMinor: 0n, annualPercent: rate('0') }] }

/** How a product's overdraft is charged where its deposits earn nothing. */
const withoutInterest: Pick<
  ProductInterest,
  'rates' | 'balanceMethod' | 'dayCount' | 'compounding' | 'posting' | 'minimumBalanceMinor' | 'rounding'
> = {
  rates: noCredit,
  balanceMethod: 'daily',
  dayCount: 'ACT/365F',
  compounding: 'at-posting',
  posting: 'monthly',
  minimumBalanceMinor: 0n,
  rounding: 'half-up',
}

interface AccountTerms {
  readonly openedOn: BusinessDate
  readonly overdraftLimitMinor?: bigint
  /** Of the institution's fiscal year. */
  readonly yearStartMonth: number
}

/**
 * The terms under which the interest engine counts an account of a product, from the day it was opened; null when nothing is earned or
 * owed. Deposits with a maturity count their periods from the opening, the others by the institution's fiscal year. Beyond the arranged
 * overdraft the same rate holds. `overdraftLimitMinor` is the account's own limit, where it differs from the product's. Rule: I6.
 */
export function interestTermsOf(
  product: DepositProduct,
  { openedOn, overdraftLimitMinor, yearStartMonth }: AccountTerms,
): InterestTerms | null {
  const overdraft = product.kind === 'current' ? product.overdraft : undefined
  if (!product.interest && !overdraft) return null
  const interest = product.interest ?? withoutInterest
  const { rates, balanceMethod, dayCount, compounding, posting, minimumBalanceMinor } = interest
  const rounding = { mode: interest.rounding, multipleMinor: 1n }
  const version: RateVersion = {
    from: openedOn,
    credit: rates,
    ...(overdraft && {
      overdraft: {
        arrangedLimitMinor: overdraftLimitMinor ?? overdraft.limitMinor,
        annualPercent: overdraft.annualPercent,
        excessAnnualPercent: overdraft.annualPercent,
      },
    }),
  }
  return {
    rates: [version],
    balanceMethod,
    dayCount,
    compounding,
    posting,
    periods: product.kind === 'fixed' || product.kind === 'recurring' ? 'from-opening' : 'calendar',
    yearStartMonth,
    postAt: 'period-end',
    minimumBalanceMinor,
    rounding,
    ...(product.interest?.withholdingTaxPercent && {
      withholdingTax: { percent: product.interest.withholdingTaxPercent, rounding },
    }),
  }
}
