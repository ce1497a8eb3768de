import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { assert, present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { prepared, type Row } from './run.ts'

/** Where and when an amount is booked. */
export interface Booking {
  readonly account: string
  readonly currency: CurrencyCode
  readonly branch: string
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
}

/** Debits and credits, never netted. */
export interface Moved {
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

type Counters = { debit_minor: bigint; credit_minor: bigint; moved_on: string }

const move = prepared<
  {
    account: string
    subAccount: string
    currency: string
    branch: string
    bookingDate: string
    debitMinor: bigint
    creditMinor: bigint
  },
  Counters
>((db, param) =>
  db
    .insertInto('balance')
    .values({
      sub_account: param('subAccount'),
      account: param('account'),
      currency: param('currency'),
      branch: param('branch'),
      debit_minor: param('debitMinor'),
      credit_minor: param('creditMinor'),
      pending_debit_minor: 0n,
      pending_credit_minor: 0n,
      moved_on: param('bookingDate'),
    })
    .onConflict(conflict =>
      conflict.columns(['sub_account', 'account', 'currency', 'branch']).doUpdateSet(eb => ({
        debit_minor: eb('balance.debit_minor', '+', eb.ref('excluded.debit_minor')),
        credit_minor: eb('balance.credit_minor', '+', eb.ref('excluded.credit_minor')),
        moved_on: sql<string>`max(balance.moved_on, excluded.moved_on)`,
      })),
    )
    .returning(['debit_minor', 'credit_minor', 'moved_on']),
)

const movePending = prepared<
  { account: string; subAccount: string; currency: string; branch: string; debitMinor: bigint; creditMinor: bigint },
  unknown
>((db, param) =>
  db
    .updateTable('balance')
    .set(eb => ({
      pending_debit_minor: eb('pending_debit_minor', '+', param('debitMinor')),
      pending_credit_minor: eb('pending_credit_minor', '+', param('creditMinor')),
    }))
    .where('sub_account', 'in', [sql<string>`''`, param('subAccount')])
    .where('account', '=', param('account'))
    .where('currency', '=', param('currency'))
    .where('branch', '=', param('branch')),
)

const one = prepared<
  { account: string; subAccount: string; currency: string },
  { debit_minor: bigint; credit_minor: bigint }
>((db, param) =>
  db
    .selectFrom('balance')
    .select(eb => [
      eb.fn.coalesce(eb.fn.sum<bigint>('debit_minor'), eb.val(0n)).as('debit_minor'),
      eb.fn.coalesce(eb.fn.sum<bigint>('credit_minor'), eb.val(0n)).as('credit_minor'),
    ])
    .where('sub_account', '=', param('subAccount'))
    .where('account', '=', param('account'))
    .where('currency', '=', param('currency')),
)

/** What an amount, positive for a debit, moves. */
export const movedBy = (amountMinor: bigint): Moved => ({
  debitMinor: amountMinor > 0n ? amountMinor : 0n,
  creditMinor: amountMinor < 0n ? -amountMinor : 0n,
})

/** Adds to the counters of a sub-account, or to the ledger account's own for the empty one; returns them after it. */
export function addToBalance(
  db: Database,
  { account, currency, branch, bookingDate }: Booking,
  subAccount: string,
  { debitMinor, creditMinor }: Moved,
): Row<Counters> {
  const [after] = move.all(db, { account, subAccount, currency, branch, bookingDate, debitMinor, creditMinor })
  return present(after, 'a movement returns its counters')
}

/**
 * What waits to be debited or credited to a sub-account and to its ledger account: kept beside what was posted, never netted with it,
 * nor one side with the other. Asserts that both have lines, since nothing waits to leave where nothing is. Rule: G9.
 */
export function addPending(
  db: Database,
  at: { readonly account: string; readonly subAccount: string; readonly currency: string; readonly branch: string },
  { debitMinor = 0n, creditMinor = 0n }: { readonly debitMinor?: bigint; readonly creditMinor?: bigint },
): void {
  assert(movePending.run(db, { ...at, debitMinor, creditMinor }) === 2, 'what waits to leave lies somewhere')
}

/** All that was ever debited and credited to a sub-account, never netted. */
export const counters = (db: Database, account: string, subAccount: string, currency: CurrencyCode) =>
  one.get(db, { account, subAccount, currency }) ?? { debitMinor: 0n, creditMinor: 0n }

/** The raw balance (debits minus credits) of a sub-account in one ledger account; zero when nothing was ever posted. */
export function rawBalance(db: Database, account: string, subAccount: string, currency: CurrencyCode): bigint {
  const row = one.get(db, { account, subAccount, currency })
  return row ? row.debitMinor - row.creditMinor : 0n
}
