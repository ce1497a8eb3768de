import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { type LedgerAccountType, ledgerAccountTypes } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { chartRows } from './reference.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { LineTable } from './tables.ts'

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

export function accountType(text: string): LedgerAccountType {
  const type = ledgerAccountTypes.find(one => one === text)
  assert(type, 'a stored ledger account has one of the five types')
  return type
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

/** The chart by code. */
export const ledgerAccounts = (
  db: Database,
): ReadonlyMap<string, { readonly name: string; readonly type: LedgerAccountType }> =>
  new Map(chartRows(db).map(({ code, name, type }) => [code, { name, type: accountType(type) }]))
