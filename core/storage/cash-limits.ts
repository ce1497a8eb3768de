import type { Database } from 'better-sqlite3'
import { type CashLimit, type LimitedPlace, limitedPlaces } from '../cash/cash-limit.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { drawerRow } from './drawers.ts'
import { branchRows, grantById } from './reference.ts'
import { prepared, type Row } from './run.ts'
import type { CashLimitTable } from './tables/cash-tables.ts'

const one = prepared<{ branchId: string; place: string; currency: string }, CashLimitTable>((db, param) =>
  db
    .selectFrom('cash_limit')
    .selectAll()
    .where('branch_id', '=', param('branchId'))
    .where('place', '=', param('place'))
    .where('currency', '=', param('currency')),
)
const all = prepared<Record<never, never>, CashLimitTable>(db =>
  db.selectFrom('cash_limit').selectAll().orderBy('branch_id').orderBy('place').orderBy('currency'),
)

export const cashLimitRows = (db: Database): readonly Row<CashLimitTable>[] => all.all(db, {})

export const limitedPlaceOf = (text: string): LimitedPlace | undefined => limitedPlaces.find(place => place === text)

/** What head office said of the vault of a branch, or of the drawers of a role there; null where nothing was said. */
export function cashLimitFor(db: Database, branchId: string, place: string, currency: CurrencyCode): CashLimit | null {
  const row = one.get(db, { branchId, place, currency })
  return row ? { maxMinor: row.maxMinor, minMinor: row.minMinor } : null
}

/** The limit of a vault, or of a drawer by the role of its keeper. */
export function cashLimitAt(db: Database, place: string, currency: CurrencyCode): CashLimit | null {
  const drawer = drawerRow(db, place)
  if (drawer) return cashLimitFor(db, drawer.branchId, grantById(db, drawer.staffId)?.role ?? '', currency)
  const branch = branchRows(db).find(({ vaultId }) => vaultId === place)
  return branch ? cashLimitFor(db, branch.branchId, 'vault', currency) : null
}
