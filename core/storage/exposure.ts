import type { Database } from 'better-sqlite3'
import type { Loan } from '../loans/loan.ts'
import { settledStates } from '../loans/loan-states.ts'
import { standingEntries } from '../loans/standing-entries.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import { stillCovered } from './loan-security.ts'
import { loadLoan } from './loans.ts'
import { prepared } from './run.ts'

/** What a client owes on a loan, and what may still be paid out on it. */
export interface LoanExposure {
  readonly loanId: string
  readonly number: string
  readonly state: LoanState
  readonly currency: CurrencyCode
  readonly owedMinor: bigint
  readonly undrawnMinor: bigint
}

const owingOf = prepared<{ clientId: string }, { loan_id: string }>((db, param) =>
  db
    .selectFrom('loan')
    .select('loan_id')
    .where('client_id', '=', param('clientId'))
    .where('status', 'in', ['approved', 'active', 'written-off', 'paid-off', 'overpaid'])
    .orderBy('drafted_position'),
)

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n)

/** Principal, and what is due besides; of a loan that is written off, what has not come in after it. */
function owedMinor({ booked }: Loan): bigint {
  const besides = (['Interest', 'Fees', 'Penalties'] as const).map(kind =>
    positive(
      booked[`recognised${kind}`] - booked[`paid${kind}`] - booked[`waived${kind}`] - booked[`writtenOff${kind}`],
    ),
  )
  const principal = booked.paidOut - booked.paidPrincipal - booked.recovered
  return positive(principal) + besides.reduce((sum, minor) => sum + minor, 0n)
}

/** What is approved and not paid out; after the first part, as long as the product allows another one. */
function undrawnMinor({ state, agreement, product, entries }: Loan): bigint {
  if (state === 'approved') return agreement.principalMinor
  if (state === 'written-off') return 0n
  const parts = standingEntries(entries).flatMap(one => (one.type === 'paid-out' ? [one.amountMinor] : []))
  const isMore = parts.length < product.schedule.tranchesMax
  return isMore ? agreement.principalMinor - parts.reduce((sum, minor) => sum + minor, 0n) : 0n
}

/** The loans on which a client owes or may still be paid something, the oldest first. Rule: L50. */
export const exposuresOf = (db: Database, clientId: string): readonly LoanExposure[] =>
  owingOf.all(db, { clientId }).flatMap(({ loanId }) => {
    const loan = loadLoan(db, loanId)
    if (!loan) return []
    const { number, state, currency } = loan
    const exposure = { loanId, number, state, currency, owedMinor: owedMinor(loan), undrawnMinor: undrawnMinor(loan) }
    return exposure.owedMinor + exposure.undrawnMinor > 0n ? [exposure] : []
  })

const standingBy = prepared<
  { clientId: string },
  {
    guarantee_id: string
    loan_id: string
    number: string
    name: string
    client_number: string
    currency: string
    covers_minor: bigint
    captured_minor: bigint | null
    paid_minor: bigint
  }
>((db, param) =>
  db
    .selectFrom('loan_guarantee as g')
    .innerJoin('loan as l', 'l.loan_id', 'g.loan_id')
    .innerJoin('client as c', 'c.client_id', 'l.client_id')
    .leftJoin('hold as h', 'h.hold_id', 'g.hold_id')
    .select([
      'g.guarantee_id',
      'l.loan_id',
      'l.number',
      'c.name',
      'c.number as client_number',
      'l.currency',
      'g.covers_minor',
      'h.captured_minor',
      'g.paid_minor',
    ])
    .where('g.guarantor_id', '=', param('clientId'))
    .where('g.released_position', 'is', null)
    .where('l.status', 'not in', [...settledStates, 'draft'])
    .orderBy('g.position'),
)

/** What a client still stands for on loans of others that are handed in and not settled. */
export const guaranteesBy = (db: Database, clientId: string) =>
  standingBy.all(db, { clientId }).map(({ coversMinor, capturedMinor, paidMinor, ...said }) => ({
    ...said,
    coversMinor: stillCovered(coversMinor, (capturedMinor ?? 0n) + paidMinor),
  }))
