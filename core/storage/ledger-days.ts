import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { addToBalance, type Booking, type Moved } from './balances.ts'
import { prepared } from './run.ts'

type At = { account: string; currency: string; branch: string; bookingDate: string }
type Amounts = { debitMinor: bigint; creditMinor: bigint }

/** The counters of the newest day so far become that day's closing ones, once a line of a later day comes. */
const keepNewestDay = prepared<At, unknown>((db, param) =>
  db
    .insertInto('ledger_day')
    .columns(['account', 'currency', 'branch', 'booking_date', 'debit_minor', 'credit_minor'])
    .expression(
      db
        .selectFrom('balance')
        .select(['account', 'currency', 'branch', 'moved_on', 'debit_minor', 'credit_minor'])
        .where('sub_account', '=', '')
        .where('account', '=', param('account'))
        .where('currency', '=', param('currency'))
        .where('branch', '=', param('branch'))
        .where('moved_on', '<', param('bookingDate')),
    ),
)

/** A past day on which the account had not moved yet begins with what the day before it closed with. */
const makePastDay = prepared<At, unknown>((db, param) => {
  const before = (column: 'debit_minor' | 'credit_minor') =>
    db.fn.coalesce(
      db
        .selectFrom('ledger_day')
        .select(column)
        .where('account', '=', param('account'))
        .where('currency', '=', param('currency'))
        .where('branch', '=', param('branch'))
        .where('booking_date', '<', param('bookingDate'))
        .orderBy('booking_date', 'desc')
        .limit(1),
      sql<bigint>`0`,
    )
  return db
    .insertInto('ledger_day')
    .values({
      account: param('account'),
      currency: param('currency'),
      branch: param('branch'),
      booking_date: param('bookingDate'),
      debit_minor: before('debit_minor'),
      credit_minor: before('credit_minor'),
    })
    .onConflict(conflict => conflict.doNothing())
})
const addToPastDays = prepared<At & Amounts, unknown>((db, param) =>
  db
    .updateTable('ledger_day')
    .set(eb => ({
      debit_minor: eb('debit_minor', '+', param('debitMinor')),
      credit_minor: eb('credit_minor', '+', param('creditMinor')),
    }))
    .where('account', '=', param('account'))
    .where('currency', '=', param('currency'))
    .where('branch', '=', param('branch'))
    .where('booking_date', '>=', param('bookingDate')),
)

const addValueDated = prepared<At & Amounts & { valueDate: string }, unknown>((db, param) =>
  db
    .insertInto('value_dated')
    .values({
      account: param('account'),
      currency: param('currency'),
      branch: param('branch'),
      booking_date: param('bookingDate'),
      value_date: param('valueDate'),
      debit_minor: param('debitMinor'),
      credit_minor: param('creditMinor'),
    })
    .onConflict(conflict =>
      conflict.doUpdateSet(eb => ({
        debit_minor: eb('value_dated.debit_minor', '+', eb.ref('excluded.debit_minor')),
        credit_minor: eb('value_dated.credit_minor', '+', eb.ref('excluded.credit_minor')),
      })),
    ),
)

/**
 * Moves a ledger account's own counters and keeps them for each day. In the order of the days this writes one row a day and account;
 * a record of another log that comes late also corrects the days after its own. The rows depend on the lines alone, never on the
 * order in which they came. Rule: Q1.
 */
export function addToLedger(db: Database, at: Booking, moved: Moved): void {
  const { account, currency, branch, bookingDate, valueDate } = at
  const { debitMinor, creditMinor } = moved
  const place = { account, currency, branch, bookingDate }
  keepNewestDay.run(db, place)
  const { movedOn } = addToBalance(db, at, '', moved)
  if (bookingDate < movedOn) {
    makePastDay.run(db, place)
    addToPastDays.run(db, { ...place, debitMinor, creditMinor })
  }
  if (valueDate !== bookingDate) addValueDated.run(db, { ...place, valueDate, debitMinor, creditMinor })
}
