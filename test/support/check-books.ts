import { expect } from 'vitest'
import type { Books } from '../../core/storage/books.ts'
import { describeFinding } from '../../core/verification/describe-finding.ts'
import type { Verification } from '../../core/verification/verification.ts'
import { verifyBooks } from '../../core/verification/verify-books.ts'

/** How many rows a connection had changed when its books were proved last. */
const provedAt = new WeakMap<Books['db'], number>()
const changesOf = ({ db }: Books): number => Number(db.prepare('SELECT total_changes()').pluck().get())

/** The same, for books that a test left unproved: nothing where no row has changed since. */
export function expectUnprovedToBalance({ books }: { readonly books: Books }): void {
  if (books.db.open && provedAt.get(books.db) !== changesOf(books)) expectBooksToBalance({ books })
}

/**
 * Done after every test by itself (`prove-books.ts`), and to be called where the books are closed before: the journal is whole and signed, every entry balances, lines and balances are what the
 * signed bytes say, control accounts equal their sub-accounts, the projections are those that a rebuild makes, and the trial
 * balance is zero in every currency.
 */
export function expectBooksToBalance({ books }: { readonly books: Books }): Verification {
  const verification = verifyBooks(books)
  expect(verification.findings.map(describeFinding)).toEqual([])
  for (const [currency, sumMinor] of trialBalanceSums(verification))
    expect({ currency, sumMinor }).toEqual({ currency, sumMinor: 0n })
  provedAt.set(books.db, changesOf(books))
  return verification
}

export function trialBalanceSums({ trialBalance }: Verification): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { currency, debitMinor, creditMinor } of trialBalance)
    sums.set(currency, (sums.get(currency) ?? 0n) + debitMinor - creditMinor)
  return sums
}
