import { businessDate } from '../../core/calendar/business-date.ts'
import { type BalanceMovement, type DepositInterest, depositInterest } from '../../core/interest/deposit-interest.ts'
import { type InterestTerms, interestTermsSchema } from '../../core/interest/interest-terms.ts'

/** A flat rate on the daily balance, actual days over 365, posted and compounded monthly; a test names what it wants otherwise. */
export const termsWith = (unusual: Readonly<Record<string, unknown>> = {}): InterestTerms =>
  interestTermsSchema.parse({
    rates: [{ from: '2000-01-01', credit: flatRate('10') }],
    balanceMethod: 'daily',
    dayCount: 'ACT/365F',
    compounding: 'at-posting',
    posting: 'monthly',
    periods: 'calendar',
    yearStartMonth: 1,
    postAt: 'day-after-period-end',
    minimumBalanceMinor: '0',
    rounding: { mode: 'half-even', multipleMinor: '1' },
    ...unusual,
  })

export const flatRate = (annualPercent: string) => ({ type: 'whole', tiers: [{ fromMinor: '0', annualPercent }] })

export const movement = (date: string, amountMinor: bigint): BalanceMovement => ({
  date: businessDate(date),
  amountMinor,
})

/** Opened with the first movement. */
export function interestOn(
  movements: readonly BalanceMovement[],
  terms: InterestTerms,
  through: string,
  maturesOn: string | null = null,
): DepositInterest {
  const [openedOn = businessDate(through)] = movements.map(({ date }) => date).toSorted()
  const account = { openedOn, maturesOn: maturesOn === null ? null : businessDate(maturesOn) }
  return depositInterest(account, movements, terms, businessDate(through))
}

/** `date type amount` of each posting. */
export const postingsIn = ({ postings }: DepositInterest): readonly string[] =>
  postings.map(({ postingDate, type, amountMinor }) => `${postingDate} ${type} ${amountMinor}`)
