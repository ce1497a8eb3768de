import type { Database } from 'better-sqlite3'
import { prepared } from '../run.ts'

const addWithdrawn = prepared<{ accountId: string; date: string; amountMinor: bigint }, unknown>((db, param) =>
  db
    .insertInto('withdrawal_day')
    .values({
      account_id: param('accountId'),
      date: param('date'),
      amount_minor: param('amountMinor'),
    })
    .onConflict(conflict =>
      conflict.columns(['account_id', 'date']).doUpdateSet(eb => ({
        amount_minor: eb('withdrawal_day.amount_minor', '+', eb.ref('excluded.amount_minor')),
      })),
    ),
)

/** Moves what has been paid out of the account on a business date; a reversal gives it back to its original date. */
export const moveWithdrawnOn = (db: Database, accountId: string, date: string, amountMinor: bigint): void => {
  addWithdrawn.run(db, { accountId, date, amountMinor })
}
