import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Money } from '../money/amount.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { HoldTable } from './tables/savings-tables.ts'

const byId = prepared<{ holdId: string }, HoldTable>((db, param) =>
  db.selectFrom('hold').selectAll().where('hold_id', '=', param('holdId')),
)
const activeOf = prepared<{ accountId: string }, HoldTable>((db, param) =>
  db
    .selectFrom('hold')
    .selectAll()
    .where('account_id', '=', param('accountId'))
    .where('resolved_position', 'is', null)
    .orderBy('placed_position', 'desc'),
)
const ofRecord = prepared<{ position: number }, { amount_minor: bigint; currency: string }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('hold', join =>
      join.on('hold.hold_id', '=', sql<string>`json_extract(CAST(record.bytes AS TEXT), '$.body.holdId')`),
    )
    .innerJoin('savings_account', 'savings_account.account_id', 'hold.account_id')
    .select(['hold.amount_minor', 'savings_account.currency'])
    .where('record.position', '=', param('position')),
)

/** How much the hold is that a record placed or ended; null for any other record. */
export function heldBy(db: Database, position: number): Money | null {
  const hold = ofRecord.get(db, { position })
  return hold ? { amountMinor: hold.amountMinor, currency: currencyOf(hold.currency) } : null
}

const activeFor = prepared<
  { loanId: string },
  { hold_id: string; account_id: string; account_number: string; amount_minor: bigint; reason: string }
>((db, param) =>
  db
    .selectFrom('hold as h')
    .innerJoin('savings_account as a', 'a.account_id', 'h.account_id')
    .select(['h.hold_id', 'h.account_id', 'a.number as account_number', 'h.amount_minor', 'h.reason'])
    .where('h.loan_id', '=', param('loanId'))
    .where('h.resolved_position', 'is', null)
    .orderBy('h.placed_position')
    .orderBy('h.hold_id'),
)

/** What is held for a loan now. */
export const heldFor = (db: Database, loanId: string) => activeFor.all(db, { loanId })

export const holdById = (db: Database, holdId: string) => byId.get(db, { holdId }) ?? null
export const activeHolds = (db: Database, accountId: string) => activeOf.all(db, { accountId })
