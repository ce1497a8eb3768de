import type { Database } from 'better-sqlite3'
import type { Drawer } from '../cash/drawer.ts'
import { postingAccounts } from '../institution/chart-template.ts'
import { rawBalance } from './balances.ts'
import { prepared, type Row } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { DrawerTable } from './tables.ts'

const openOfStaff = prepared<{ staffId: string; currency: string }, DrawerTable>((db, param) =>
  db
    .selectFrom('drawer')
    .selectAll()
    .where('staff_id', '=', param('staffId'))
    .where('currency', '=', param('currency'))
    .where('closed_position', 'is', null),
)
const openOfLog = prepared<{ logNo: number }, DrawerTable>((db, param) =>
  db.selectFrom('drawer').selectAll().where('log_no', '=', param('logNo')).where('closed_position', 'is', null),
)
const byId = prepared<{ drawerId: string }, DrawerTable>((db, param) =>
  db.selectFrom('drawer').selectAll().where('drawer_id', '=', param('drawerId')),
)

export type DrawerRow = Row<DrawerTable>

/** The drawer with what the books say lies in it. */
export const asDrawer = (db: Database, { drawerId, staffId, currency }: DrawerRow): Drawer => ({
  drawerId,
  staffId,
  currency: currencyOf(currency),
  balanceMinor: rawBalance(db, postingAccounts.drawers, drawerId, currencyOf(currency)),
})

export function openDrawerOf(db: Database, staffId: string, currency: string): Drawer | null {
  const row = openOfStaff.get(db, { staffId, currency })
  return row ? asDrawer(db, row) : null
}

export const drawerRow = (db: Database, drawerId: string): DrawerRow | null => byId.get(db, { drawerId }) ?? null

/** The drawers that are open in one log, in no order. */
export const openDrawers = (db: Database, logNo: number): readonly DrawerRow[] => openOfLog.all(db, { logNo })
