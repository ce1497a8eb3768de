import type { Database } from 'better-sqlite3'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { accountType } from './chart.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { LineTable } from './tables/journal-tables.ts'

const byPosition = prepared<{ position: number }, LineTable & { name: string; type: string }>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('ledger_account', 'ledger_account.code', 'line.account')
    .selectAll('line')
    .select(['ledger_account.name', 'ledger_account.type'])
    .where('position', '=', param('position'))
    .orderBy('entry_no')
    .orderBy('line_no'),
)

/** A booked line with its ledger account's name and type. */
export interface BookedLine {
  readonly entryNo: number
  readonly account: string
  readonly accountName: string
  readonly type: LedgerAccountType
  readonly subAccount: string | null
  readonly currency: CurrencyCode
  readonly amountMinor: bigint
  readonly balanceMinor: bigint | null
}

export const linesOf = (db: Database, position: number): readonly BookedLine[] =>
  byPosition.all(db, { position }).map(row => ({
    entryNo: row.entryNo,
    account: row.account,
    accountName: row.name,
    type: accountType(row.type),
    subAccount: row.subAccount,
    currency: currencyOf(row.currency),
    amountMinor: row.amountMinor,
    balanceMinor: row.balanceMinor,
  }))
