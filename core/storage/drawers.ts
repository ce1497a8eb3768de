import type { Database } from 'better-sqlite3'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { rawBalance } from './balances.ts'
import { prepared, type Row } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { DrawerTable } from './tables/cash-tables.ts'

const openOfStaff = prepared<{ logNo: number; staffId: string; currency: string }, DrawerTable>((db, param) =>
  db
    .selectFrom('drawer')
    .selectAll()
    .where('log_no', '=', param('logNo'))
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

const ofLastDay = prepared<{ logNo: number }, DrawerTable>((db, param) =>
  db
    .selectFrom('drawer')
    .selectAll()
    .where('log_no', '=', param('logNo'))
    .where('date', '=', eb =>
      eb
        .selectFrom('business_day')
        .select(inner => inner.fn.max('date').as('date'))
        .where('log_no', '=', param('logNo')),
    )
    .orderBy('opened_position'),
)

const leftTo = prepared<{ log: string }, DrawerTable>((db, param) =>
  db
    .selectFrom('drawer')
    .selectAll()
    .where('log_no', 'in', eb =>
      eb
        .selectFrom('log')
        .innerJoin('device', 'device.log_id', 'log.log_id')
        .select('log.log_no')
        .where('device.successor', '=', param('log')),
    )
    .where('closed_position', 'is', null)
    .orderBy('opened_position'),
)

const openOfDays = prepared<{ lastDay: string }, DrawerTable>((db, param) =>
  db.selectFrom('drawer').selectAll().where('date', '<=', param('lastDay')).where('closed_position', 'is', null),
)

const openInBranch = prepared<{ branchId: string; date: string }, DrawerTable>((db, param) =>
  db
    .selectFrom('drawer')
    .selectAll()
    .where('branch_id', '=', param('branchId'))
    .where('closed_position', 'is', null)
    .where('date', '<=', param('date'))
    .orderBy('opened_position'),
)
const countedSince = prepared<{ branchId: string; date: string }, DrawerTable>((db, param) =>
  db
    .selectFrom('cash_count')
    .innerJoin('drawer', 'drawer.drawer_id', 'cash_count.place')
    .selectAll('drawer')
    .distinct()
    .where('cash_count.date', '>=', param('date'))
    .where('drawer.date', '<=', param('date'))
    .where('drawer.branch_id', '=', param('branchId'))
    .where('drawer.closed_position', 'is not', null)
    .orderBy('drawer.opened_position'),
)
const isClosedBy = prepared<{ position: number; date: string }, { position: number }>((db, param) =>
  db
    .selectFrom('record')
    .select('position')
    .where('position', '=', param('position'))
    .where('business_date', '<=', param('date')),
)

export type DrawerRow = Row<DrawerTable>

/** The drawer with what the books say lies in it. */
export const asDrawer = (db: Database, { drawerId, staffId, currency }: DrawerRow): Drawer => ({
  drawerId,
  staffId,
  currency: currencyOf(currency),
  balanceMinor: rawBalance(db, postingAccounts.drawers, drawerId, currencyOf(currency)),
})

/** The drawer that a person has open at one installation: cash lies in one place, so another device's drawer is not at hand. */
export function openDrawerOf(db: Database, logNo: number, staffId: string, currency: string): Drawer | null {
  const row = openOfStaff.get(db, { logNo, staffId, currency })
  return row ? asDrawer(db, row) : null
}

export const drawerRow = (db: Database, drawerId: string): DrawerRow | null => byId.get(db, { drawerId }) ?? null

export const openDrawerRow = (db: Database, logNo: number, staffId: string, currency: string): DrawerRow | null =>
  openOfStaff.get(db, { logNo, staffId, currency }) ?? null

/** The drawers, open and closed, of a log's newest business day in the order of their opening. */
export const drawersOn = (db: Database, logNo: number): readonly DrawerRow[] => ofLastDay.all(db, { logNo })

/** The drawers that revoked devices left open, and that this one, which keeps what they kept, is to close. Rule: Y34. */
export const drawersLeftTo = (db: Database, log: string): readonly DrawerRow[] => leftTo.all(db, { log })

/** The drawers that are open in one log, in no order. */
export const openDrawers = (db: Database, logNo: number): readonly DrawerRow[] => openOfLog.all(db, { logNo })

/** The drawers of all logs that were opened by a day and are open, in no order. */
export const drawersOpenSince = (db: Database, lastDay: string): readonly DrawerRow[] => openOfDays.all(db, { lastDay })

/** Whether a drawer was open at the end of a day. */
export const wasOpen = (db: Database, { closedPosition }: DrawerRow, date: string): boolean =>
  closedPosition === null || isClosedBy.get(db, { position: closedPosition, date }) === undefined

/** The drawers of a branch that were open on a day: those that still are, and those that were closed, which is a count, on it or later. */
export const drawersOfDay = (db: Database, branchId: string, date: string): readonly DrawerRow[] =>
  [...openInBranch.all(db, { branchId, date }), ...countedSince.all(db, { branchId, date })].sort(
    (one, other) => one.openedPosition - other.openedPosition,
  )
