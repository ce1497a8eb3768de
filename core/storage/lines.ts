import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { overdraftPlaces } from './account-places.ts'
import { accountType, chartOf } from './chart.ts'
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

/** The same, in which what an entry did to an account with an overdraft is one line of its control account: its balance, and nothing else. */
export function accountLinesOf(db: Database, position: number): readonly BookedLine[] {
  const lines = linesOf(db, position).map(line => onControlAccount(db, line))
  return lines.flatMap((line, place) => {
    const alike = lines.filter(other => isAlike(line, other))
    if (alike.length === 1) return [line]
    const sumOf = (name: 'amountMinor' | 'balanceMinor') => sumMinor(alike.map(one => one[name] ?? 0n))
    return lines.findIndex(other => isAlike(line, other)) === place
      ? [{ ...line, amountMinor: sumOf('amountMinor'), balanceMinor: sumOf('balanceMinor') }]
      : []
  })
}

const isAlike = (one: BookedLine, other: BookedLine): boolean =>
  one === other ||
  (one.subAccount !== null &&
    one.entryNo === other.entryNo &&
    one.account === other.account &&
    one.subAccount === other.subAccount)

function onControlAccount(db: Database, line: BookedLine): BookedLine {
  const places = line.subAccount === null ? null : overdraftPlaces(db, line.subAccount)
  if (line.account !== places?.principalAccount) return line
  const control = present(chartOf(db).get(places.controlAccount), 'a control account is in the chart')
  return { ...line, account: places.controlAccount, accountName: control.name, type: control.type }
}
