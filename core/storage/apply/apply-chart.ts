import type { Database } from 'better-sqlite3'
import { ledgerAccountAdded, ledgerAccountChanged } from '../../chart/chart-records.ts'
import type { LedgerAccount } from '../../ledger/ledger-account.ts'
import { prepared } from '../run.ts'
import type { LedgerAccountTable, LedgerAccountVersionTable } from '../tables/ledger-tables.ts'
import type { Applied } from './applied.ts'

const insertAccount = prepared<{ readonly [K in keyof LedgerAccountTable & string]: LedgerAccountTable[K] }, unknown>(
  (db, param) =>
    db.insertInto('ledger_account').values({
      code: param('code'),
      name: param('name'),
      type: param('type'),
      parent: param('parent'),
      posting: param('posting'),
      control: param('control'),
      closed: param('closed'),
      version: param('version'),
    }),
)
const insertVersion = prepared<
  { readonly [K in keyof LedgerAccountVersionTable & string]: LedgerAccountVersionTable[K] },
  unknown
>((db, param) =>
  db.insertInto('ledger_account_version').values({
    code: param('code'),
    version: param('version'),
    name: param('name'),
    parent: param('parent'),
    closed: param('closed'),
    position: param('position'),
  }),
)
const changeAccount = prepared<
  { code: string; name: string; parent: string | null; closed: number; version: number },
  unknown
>((db, param) =>
  db
    .updateTable('ledger_account')
    .set({ name: param('name'), parent: param('parent'), closed: param('closed'), version: param('version') })
    .where('code', '=', param('code')),
)

/** Puts an account into the chart, as its own first version. */
export function addLedgerAccount(db: Database, position: number, account: LedgerAccount): void {
  const { code, name, type, posting } = account
  const parent = account.parent ?? null
  const first = { code, name, parent, closed: 0, version: 1 }
  insertAccount.run(db, { ...first, type, posting: posting ? 1 : 0, control: account.control ?? null })
  insertVersion.run(db, { ...first, position })
}

export const chartAppliers = {
  'chart.account-added': (db: Database, { position, record }: Applied) =>
    addLedgerAccount(db, position, ledgerAccountAdded.parse(record.body)),
  'chart.account-changed': (db: Database, { position, record }: Applied) => {
    const { code, name, parent = null, isClosed, version } = ledgerAccountChanged.parse(record.body)
    const changed = { code, name, parent, closed: isClosed ? 1 : 0, version }
    changeAccount.run(db, changed)
    insertVersion.run(db, { ...changed, position })
  },
}
