import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import type { Chart } from '../ledger/chart.ts'
import { controlKinds, type LedgerAccountType, ledgerAccountTypes } from '../ledger/ledger-account.ts'
import { prepared } from './run.ts'
import type { BalanceTable, LedgerAccountTable } from './tables/ledger-tables.ts'

const accounts = prepared<Record<never, never>, LedgerAccountTable>(db =>
  db.selectFrom('ledger_account').selectAll().orderBy('code'),
)

const posting = prepared<{ code: string }, { closed: number }>((db, param) =>
  db.selectFrom('ledger_account').select('closed').where('code', '=', param('code')).where('posting', '=', 1),
)

interface VersionRow {
  version: number
  name: string
  parent: string | null
  closed: number
  log_id: string
  seq: number
  recorded_at: string
  actor_name: string | null
}

const versions = prepared<{ code: string }, VersionRow>((db, param) =>
  db
    .selectFrom('ledger_account_version')
    .innerJoin('record', 'record.position', 'ledger_account_version.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .leftJoin('staff', 'staff.staff_id', 'record.actor')
    .select([
      'ledger_account_version.version',
      'ledger_account_version.name',
      'ledger_account_version.parent',
      'ledger_account_version.closed',
      'log.log_id',
      'record.seq',
      'record.recorded_at',
      'staff.name as actor_name',
    ])
    .where('ledger_account_version.code', '=', param('code'))
    .orderBy('ledger_account_version.version', 'desc'),
)
const balances = prepared<{ code: string }, BalanceTable>((db, param) =>
  db
    .selectFrom('balance')
    .selectAll()
    .where('sub_account', '=', '')
    .where('account', '=', param('code'))
    .orderBy('currency')
    .orderBy('branch'),
)

export function accountType(text: string): LedgerAccountType {
  const type = ledgerAccountTypes.find(one => one === text)
  assert(type, 'a stored ledger account has one of the five types')
  return type
}

/** Whether a posting account takes lines; null when it is not in the chart or is a header. */
export function postingState(db: Database, code: string): 'open' | 'closed' | null {
  const row = posting.get(db, { code })
  if (!row) return null
  return row.closed === 1 ? 'closed' : 'open'
}

/** The chart of accounts as it is now. */
export const chartOf = (db: Database): Chart =>
  new Map(
    accounts.all(db, {}).map(({ code, name, type, parent, posting, control, closed, version }) => {
      const kind = controlKinds.find(one => one === control)
      return [
        code,
        {
          code,
          name,
          type: accountType(type),
          posting: posting === 1,
          isClosed: closed === 1,
          version,
          ...(parent === null ? {} : { parent }),
          ...(kind ? { control: kind } : {}),
        },
      ]
    }),
  )

/** The account's own counters in each currency and branch. */
export const ledgerBalances = (db: Database, code: string) => balances.all(db, { code })

/** What the account was before, newest first, with who changed it and when. */
export const accountVersions = (db: Database, code: string) => versions.all(db, { code })
