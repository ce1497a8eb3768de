import type { OpenDayContext } from '../decision/context.ts'
import { fractionOf, productOf, roundFraction, wholeFraction } from '../money/fraction.ts'
import { rate } from '../money/rate.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Loan } from './loan.ts'

/** An account of the borrower alone, with what may be held on it; in the order in which they are used. */
export interface FreeSavings {
  readonly accountId: string
  readonly epoch: number
  readonly freeMinor: bigint
}

/** What is held on an account until the loan is settled. */
export interface HeldSavings {
  readonly holdId: string
  readonly accountId: string
  readonly amountMinor: bigint
}

const hundredth = fractionOf(rate('0.01'))

/** How much the product asks to be held for a loan, rounded up. */
export function savingsNeeded({ agreement, product }: Pick<Loan, 'agreement' | 'product'>): bigint {
  const { compulsorySavingsPercent: percent } = product.conditions
  if (percent === undefined) return 0n
  const share = productOf(productOf(wholeFraction(agreement.principalMinor), fractionOf(percent)), hundredth)
  return roundFraction(share, { mode: 'up', multipleMinor: 1n })
}

/** Holds what the product asks for on the borrower's own savings. Refuses savings-missing, with what may be held. Rule: L51. */
export function holdSavings(
  loan: Loan,
  savings: readonly FreeSavings[],
  { newId }: Pick<OpenDayContext, 'newId'>,
): Result<readonly HeldSavings[], Refusal> {
  const neededMinor = savingsNeeded(loan)
  let leftMinor = neededMinor
  const held: HeldSavings[] = []
  for (const { accountId, freeMinor } of savings) {
    const amountMinor = freeMinor < leftMinor ? freeMinor : leftMinor
    if (amountMinor <= 0n) continue
    held.push({ holdId: newId(), accountId, amountMinor })
    leftMinor -= amountMinor
  }
  const { currency } = loan
  return leftMinor > 0n
    ? refuse({ type: 'savings-missing', neededMinor, freeMinor: neededMinor - leftMinor, currency })
    : ok(held)
}
