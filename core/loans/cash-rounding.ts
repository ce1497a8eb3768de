import { journalEntry, mirrorEntry } from '../journal/entry.ts'
import type { Entry } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { payableMinor } from '../money/cash-increments.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanMoney } from './loan-money.ts'

/** What changes hands for an amount of a loan that nobody chose: in cash what there are pieces for. Rules: F11, L45. */
export const changesHands = (money: LoanMoney, amountMinor: bigint, currency: CurrencyCode): bigint =>
  money.kind === 'drawer' ? payableMinor(amountMinor, currency) : amountMinor

/** What an amount in cash settles: exactly the whole, where it is what changes hands for the whole; else itself. */
export const settledBy = (money: LoanMoney, amountMinor: bigint, wholeMinor: bigint, currency: CurrencyCode): bigint =>
  wholeMinor > 0n && amountMinor === changesHands(money, wholeMinor, currency) ? wholeMinor : amountMinor

/** Brings the drawer from what the loan says came in to what did: no entry where they are the same. */
export function roundingEntries(money: LoanMoney, cameInMinor: bigint, saidMinor: bigint, currency: CurrencyCode) {
  const amountMinor = cameInMinor - saidMinor
  if (money.kind !== 'drawer' || amountMinor === 0n) return []
  const drawer = { account: postingAccounts.drawers, subAccount: money.drawerId }
  return [
    journalEntry('cash-rounding', [
      { ...drawer, amountMinor, currency },
      { account: postingAccounts.cashRounding, amountMinor: -amountMinor, currency },
    ]),
  ]
}

/** What rounding added comes back with the reversal, through the drawer that is open now. */
export const roundingUndone = (entries: readonly Entry[], money: LoanMoney | null): readonly Entry[] =>
  entries.flatMap(entry => {
    if (entry.description !== 'cash-rounding' || money?.kind !== 'drawer') return []
    const { drawerId } = money
    const lines = entry.lines.map(line => (line.subAccount === undefined ? line : { ...line, subAccount: drawerId }))
    return [mirrorEntry({ ...entry, lines })]
  })
