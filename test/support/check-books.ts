import { expect } from 'vitest'
import type { Books } from '../../core/storage/books.ts'
import { describeFinding } from '../../core/verification/describe-finding.ts'
import type { Verification } from '../../core/verification/verification.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'

/**
 * To be called after every test that posts: the journal is whole and signed, every entry balances, lines and balances are what the
 * signed bytes say, control accounts equal their sub-accounts, the projections are those that a rebuild makes, and the trial
 * balance is zero in every currency.
 */
export function expectBooksToBalance({ books }: { readonly books: Books }): Verification {
  const verification = verifyBooks(books)
  expect(verification.findings.map(describeFinding)).toEqual([])
  for (const [currency, sumMinor] of trialBalanceSums(verification))
    expect({ currency, sumMinor }).toEqual({ currency, sumMinor: 0n })
  return verification
}

export function trialBalanceSums({ trialBalance }: Verification): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { currency, debitMinor, creditMinor } of trialBalance)
    sums.set(currency, (sums.get(currency) ?? 0n) + debitMinor - creditMinor)
  return sums
}
