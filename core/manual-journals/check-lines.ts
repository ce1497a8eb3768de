import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import { sumsByCurrency } from '../journal/entry.ts'
import type { Line } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { JournalLine } from './journal-commands.ts'

const asLine = ({ account, side, amountMinor, currency }: JournalLine): Line => ({
  account,
  amountMinor: side === 'debit' ? amountMinor : -amountMinor,
  currency,
})

/** The same line as it was written. */
export const asWritten = ({ account, amountMinor, currency }: Line): JournalLine => ({
  account,
  side: amountMinor > 0n ? 'debit' : 'credit',
  amountMinor: absoluteMinor(amountMinor),
  currency,
})

/**
 * Whether a person may book these lines by hand. The first line that may not stand there is named by its place: refuses
 * ledger-account-unknown, ledger-account-is-header, ledger-account-closed, ledger-account-controlled (it moves by its own verbs only,
 * or it would no longer equal its sub-ledger, or the position of a currency), then entry-unbalanced in the first currency that is. Rules: G4, G5.
 */
export function checkLines(chart: Chart, lines: readonly JournalLine[]): Result<readonly Line[], Refusal> {
  for (const [line, { account }] of lines.entries()) {
    const bookable = checkLedgerAccount(chart, account, line)
    if (!bookable.ok) return bookable
  }
  return checkBalanced(lines)
}

/** The lines as they are booked. Refuses entry-unbalanced in the first currency in which debits and credits differ. */
export function checkBalanced(lines: readonly JournalLine[]): Result<readonly Line[], Refusal> {
  const booked = lines.map(asLine)
  const [unbalanced] = [...sumsByCurrency(booked)].filter(([, sumMinor]) => sumMinor !== 0n)
  if (!unbalanced) return ok(booked)
  const [currency, differenceMinor] = unbalanced
  return refuse({ type: 'entry-unbalanced', differenceMinor, currency })
}
