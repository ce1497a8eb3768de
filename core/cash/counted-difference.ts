import { transferEntry } from '../journal/entry.ts'
import type { Entry } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { countedMinor, type DenominationCount } from '../money/denominations.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { overShortMinor } from './over-short.ts'

/** Where cash lies, with what the books say about it. */
export interface CashPlace {
  readonly account: string
  readonly subAccount: string
  readonly currency: CurrencyCode
  readonly balanceMinor: bigint
}

export interface CountResult {
  readonly foundMinor: bigint
  /** Positive is over, negative is short. */
  readonly differenceMinor: bigint
  /** What brings the books to the count; nothing when they agree. */
  readonly entries: readonly Entry[]
}

/** Holds a count against the books: what is over or short is booked, and needs a note (difference-needs-note). Rules: C2, C3. */
export function countedAgainst(
  place: CashPlace,
  counted: DenominationCount,
  note: string | undefined,
): Result<CountResult, Refusal> {
  const { account, subAccount, balanceMinor, currency } = place
  const differenceMinor = overShortMinor(counted, balanceMinor)
  if (differenceMinor !== 0n && note === undefined)
    return refuse({ type: 'difference-needs-note', differenceMinor, currency })
  const entries = differenceMinor === 0n ? [] : [differenceEntry({ account, subAccount }, currency, differenceMinor)]
  return ok({ foundMinor: countedMinor(counted), differenceMinor, entries })
}

export function differenceEntry(
  cash: { readonly account: string; readonly subAccount?: string },
  currency: CurrencyCode,
  differenceMinor: bigint,
): Entry {
  const sides =
    differenceMinor > 0n
      ? { debit: cash, credit: { account: postingAccounts.cashOver } }
      : { debit: { account: postingAccounts.cashShort }, credit: cash }
  return transferEntry(differenceMinor > 0n ? 'cash-over' : 'cash-short', {
    ...sides,
    amountMinor: absoluteMinor(differenceMinor),
    currency,
  })
}
