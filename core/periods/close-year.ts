import { type FiscalYear, lastDayOfYear } from '../calendar/fiscal-year.ts'
import type { Period } from '../calendar/period.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { journalEntry, mirrorEntry } from '../journal/entry.ts'
import type { Entry, JournalRecord, Line } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseYear, ReopenYear } from './period-commands.ts'

/** What an account of income or expenses still has at the end of the year; debits are positive. */
export interface Earned {
  readonly account: string
  readonly currency: CurrencyCode
  readonly rawMinor: bigint
}

/** A record has at most 200 lines; a year with more accounts is closed in several. */
const accountsMax = 150

export interface YearEnd {
  readonly fiscalYear: FiscalYear
  readonly branchId: string
  /** The oldest period that is open. */
  readonly nextPeriod: Period
  readonly isClosed: boolean
  /** A later year that is closed in this branch. */
  readonly laterClosed: number | null
  readonly earned: readonly Earned[]
}

/**
 * Carries what a branch earned and spent in a year into retained earnings, in each currency, as of the year's last day: the one kind of
 * entry that is booked into a closed period. What came late is carried by closing again. Refuses year-periods-open, year-closed (this one with
 * nothing left, or a later one). Rule: G14.
 */
export function closeYear(
  { fiscalYear, branchId, nextPeriod, isClosed, laterClosed, earned }: YearEnd,
  { year }: CloseYear,
  _context: OpenDayContext,
): Result<Decision, Refusal> {
  if (nextPeriod <= fiscalYear.lastPeriod) return refuse({ type: 'year-periods-open', next: nextPeriod })
  if (laterClosed !== null) return refuse({ type: 'year-closed', year: laterClosed })
  if (isClosed && earned.length === 0) return refuse({ type: 'year-closed', year })
  return ok({
    type: 'year.closed',
    class: 'decision',
    entries: closingEntries(earned.slice(0, accountsMax)),
    body: { year, branchId },
    branch: branchId,
    valueDate: lastDayOfYear(fiscalYear),
  })
}

function closingEntries(earned: readonly Earned[]): readonly Entry[] {
  const currencies = [...new Set(earned.map(({ currency }) => currency))]
  return currencies.map(currency => {
    const lines: Line[] = earned
      .filter(one => one.currency === currency)
      .map(({ account, rawMinor }) => ({ account, amountMinor: -rawMinor, currency }))
    const resultMinor = -sumMinor(lines.map(({ amountMinor }) => amountMinor))
    const kept = { account: postingAccounts.retainedEarnings, amountMinor: resultMinor, currency }
    return journalEntry('closing-of-the-year', resultMinor === 0n ? lines : [...lines, kept])
  })
}

export interface ClosedYear {
  readonly branchId: string
  /** The newest closing of the year in the branch that stands; null when there is none. */
  readonly closing: JournalRecord | null
  readonly laterClosed: number | null
}

/** Undoes the newest closing of a year in a branch by its mirror of the same day. Refuses year-not-closed, year-closed (a later one goes first). Rule: G14. */
export function reopenYear(
  { branchId, closing, laterClosed }: ClosedYear,
  { year, reason, note }: ReopenYear,
  _context: OpenDayContext,
): Result<Decision, Refusal> {
  if (!closing) return refuse({ type: 'year-not-closed', year })
  if (laterClosed !== null) return refuse({ type: 'year-closed', year: laterClosed })
  const record = { log: closing.log, seq: closing.seq }
  return ok({
    type: 'year.reopened',
    class: 'decision',
    entries: closing.entries.map(mirrorEntry),
    body: { year, branchId, record, reason },
    branch: branchId,
    valueDate: closing.valueDate,
    cause: [record],
    ...noteBlob(note, branchId),
  })
}
