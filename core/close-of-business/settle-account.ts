import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { type Accrual, nothingRunning, nothingTakenOver } from '../interest/accrual.ts'
import { type BookedInterest, rounded, taxOn } from '../interest/accrue.ts'
import { accruedInterest } from '../interest/accrued-interest.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import { annualPercentAmount } from '../interest/rate-table.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate, rate } from '../money/rate.ts'
import type { EarlyClosure } from '../products/deposit-product.ts'
import { payableOf } from '../products/monthly-fees.ts'
import { feeDescriptions, feePosting } from '../savings/account-fees.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import { accrualOf, bookedPostings, countInterest, postedPostings, termsOf } from './accrue-account.ts'
import { closeFeeDescriptions } from './charge-fees.ts'
import type { ClosePosting } from './close-posting.ts'
import type { ClosingAccount } from './closing-account.ts'

/** What is done to an account before it is closed, and what is left of it then; below zero where the client owes it. */
export interface Settlement {
  readonly postings: readonly ClosePosting[]
  readonly interestMinor: bigint
  readonly taxMinor: bigint
  /** Of the interest accrued: what an early closing loses. */
  readonly forfeitedMinor: bigint
  readonly feesMinor: bigint
  readonly leftMinor: bigint
}

/** Interest through yesterday: what is booked, what of it is posted and what is lost. */
interface LastInterest {
  readonly booked: BookedInterest
  readonly interestMinor: bigint
  readonly overdraftInterestMinor: bigint
  readonly taxMinor: bigint
  readonly forfeitedMinor: bigint
}

const nothing: LastInterest = {
  booked: { interestMinor: 0n, overdraftInterestMinor: 0n },
  interestMinor: 0n,
  overdraftInterestMinor: 0n,
  taxMinor: 0n,
  forfeitedMinor: 0n,
}

function reducedRate(annualPercent: Rate, points: Rate): Rate {
  const left = decimalOf(annualPercent).minus(decimalOf(points))
  return rate(left.isNegative() ? '0' : left.toString())
}

const reducedTerms = (terms: InterestTerms, points: Rate): InterestTerms => ({
  ...terms,
  rates: terms.rates.map(version => ({
    ...version,
    credit: {
      ...version.credit,
      tiers: version.credit.tiers.map(tier => ({ ...tier, annualPercent: reducedRate(tier.annualPercent, points) })),
    },
  })),
})

/** The state at the beginning of the posting period that is running. */
const periodAnew = (accrual: Accrual, terms: InterestTerms): Accrual => ({
  ...accrual,
  through: addDays(accrual.periodStart, -1),
  compounded: '0',
  running: nothingRunning(terms),
  overdrawn: '0',
  ...nothingTakenOver(accrual),
})

/** Of interest from the books of before what it would have been at the rates of an early closing, on what is there now. */
function keptTakenOver(
  { account }: ClosingAccount,
  { takenOver = '0' }: Accrual,
  [terms, reduced]: readonly [InterestTerms, InterestTerms],
): Decimal {
  const [full, less] = [terms, reduced].map(({ rates }) => {
    const version = rates.at(-1)
    return version ? annualPercentAmount(new Decimal(account.balanceMinor), version.credit) : new Decimal(0)
  })
  return !full || !less || full.isZero() ? new Decimal(0) : new Decimal(takenOver).times(less).div(full)
}

/** What an early closing leaves of the interest accrued since the last posting: what was posted before stays the client's. */
function keptMinor(
  at: ClosingAccount,
  { accrual, terms, loss }: { readonly accrual: Accrual; readonly terms: InterestTerms; readonly loss: EarlyClosure },
): bigint {
  const { interest } = accruedInterest(accrual, terms)
  if (loss.type === 'interest-forfeited')
    return rounded(interest.times(new Decimal(100).minus(decimalOf(loss.percent))).div(100), terms)
  const reduced = reducedTerms(terms, loss.points)
  const before = keptTakenOver(at, accrual, [terms, reduced])
  if (accrual.through < accrual.periodStart) return rounded(before, reduced)
  const counted = countInterest(at, reduced, { from: periodAnew(accrual, terms), through: accrual.through })
  return rounded(counted ? accruedInterest(counted.accrual, reduced).interest.plus(before) : before, reduced)
}

const lossOf = ({ product, maturesOn }: SavingsAccount, date: BusinessDate): EarlyClosure | null =>
  (product.kind === 'fixed' || product.kind === 'recurring') && maturesOn !== null && date < maturesOn
    ? product.earlyClosure
    : null

function lastInterest(at: ClosingAccount, date: BusinessDate): LastInterest {
  const { account } = at
  const terms = termsOf(at)
  if (!terms) return nothing
  const from = accrualOf(at, terms)
  const counted = countInterest(at, terms, { from, through: addDays(date, -1) })
  const accrual = counted?.accrual ?? from
  const { interest, overdraftInterest } = accruedInterest(accrual, terms)
  const accruedMinor = rounded(interest, terms)
  const loss = lossOf(account, date)
  const kept = loss ? keptMinor(at, { accrual, terms, loss }) : accruedMinor
  const earlier = counted?.postings ?? []
  const sumOf = (type: string, of: 'amountMinor' | 'taxMinor'): bigint =>
    earlier.filter(one => one.type === type).reduce((sum, one) => sum + one[of], 0n)
  return {
    booked: counted?.booked ?? nothing.booked,
    interestMinor: sumOf('interest', 'amountMinor') + kept,
    overdraftInterestMinor: sumOf('overdraft-interest', 'amountMinor') + rounded(overdraftInterest, terms),
    taxMinor: sumOf('interest', 'taxMinor') + taxOn(kept, terms),
    forfeitedMinor: accruedMinor - kept,
  }
}

function interestPostings(account: SavingsAccount, last: LastInterest): readonly ClosePosting[] {
  const { booked, interestMinor, overdraftInterestMinor, taxMinor, forfeitedMinor } = last
  return [
    ...bookedPostings(account, booked),
    ...bookedPostings(account, { interestMinor: -forfeitedMinor, overdraftInterestMinor: 0n }).map(
      (posting): ClosePosting => ({ ...posting, description: 'interest-forfeited' }),
    ),
    ...(interestMinor > 0n ? postedPostings(account, { type: 'interest', amountMinor: interestMinor, taxMinor }) : []),
    ...(overdraftInterestMinor > 0n
      ? postedPostings(account, { type: 'overdraft-interest', amountMinor: overdraftInterestMinor, taxMinor: 0n })
      : []),
  ]
}

/**
 * Ends an account's interest with yesterday, posts it, and takes what is owed of fees and the fee for closing as far as there is money.
 * Pure; where its close of business is behind, it is made up for here. Rules: S21, S22.
 */
export function settleAccount(at: ClosingAccount, date: BusinessDate): Settlement {
  const { account } = at
  const last = lastInterest(at, date)
  const { product, feesOwedMinor } = account
  const beforeFees = account.balanceMinor + last.interestMinor - last.taxMinor - last.overdraftInterestMinor
  const owedMinor = payableOf(feesOwedMinor, beforeFees)
  const closingFeeMinor = payableOf(product.fees.closingMinor ?? 0n, beforeFees - owedMinor)
  const fee = (description: EntryDescription, amountMinor: bigint): readonly ClosePosting[] =>
    amountMinor > 0n ? [{ description, ...feePosting(account, amountMinor) }] : []
  return {
    postings: [
      ...interestPostings(account, last),
      ...fee(closeFeeDescriptions.owed, owedMinor),
      ...fee(feeDescriptions.closing, closingFeeMinor),
    ],
    interestMinor: last.interestMinor,
    taxMinor: last.taxMinor,
    forfeitedMinor: last.forfeitedMinor,
    feesMinor: owedMinor + closingFeeMinor,
    leftMinor: beforeFees - owedMinor - closingFeeMinor,
  }
}
