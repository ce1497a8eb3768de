import type { Database } from 'better-sqlite3'
import { isAllowed } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { UncountedCash } from '../ledger/uncounted-cash.ts'
import { rawBalance } from './balances.ts'
import { currenciesIn, hasMovedSinceCount, isCountedUpTo, lastCount } from './cash-counts.ts'
import { openTransfersOf } from './cash-transfers.ts'
import { asDrawer, type DrawerRow, drawersOpenSince, openDrawers } from './drawers.ts'
import { branchRows, grantById } from './reference.ts'
import { currencyOf } from './savings-accounts.ts'

/**
 * The cash that stands against closing the day here: drawers of this installation that are open, but for a field officer's that was
 * counted today and has not moved since; and, for who keeps the vault, each currency of it that moved since it was counted. Rule: B4.
 */
export function uncountedCash(
  db: Database,
  { actor, branch, device }: Context,
  date: BusinessDate,
): readonly UncountedCash[] {
  const drawers = openDrawers(db, device.logNo).flatMap(row => uncountedDrawer(db, row, date))
  const keepsVault = isAllowed(actor.role, 'vault')
  return keepsVault ? [...drawers, ...uncountedVault(db, branch)] : drawers
}

/** How many drawers of the days up to one are open, but for a field officer's that was counted after its last move of those days. Rule: G13. */
export const uncountedDrawers = (db: Database, lastDay: BusinessDate): number =>
  drawersOpenSince(db, lastDay).filter(
    ({ drawerId, currency, staffId }) =>
      grantById(db, staffId)?.role !== 'officer' || !isCountedUpTo(db, drawerId, currency, lastDay),
  ).length

function uncountedDrawer(db: Database, row: DrawerRow, date: BusinessDate): readonly UncountedCash[] {
  const { drawerId, currency, balanceMinor, staffId } = asDrawer(db, row)
  const keeper = grantById(db, staffId)
  const isKept = keeper?.role === 'officer'
  const isCounted = lastCount(db, drawerId, currency)?.date === date && !hasMovedSinceCount(db, drawerId, currency)
  if (isKept && isCounted) return []
  const way = isKept ? 'count' : 'close'
  return [{ kind: 'drawer', id: drawerId, name: keeper?.name ?? '', currency, amountMinor: balanceMinor, way }]
}

function uncountedVault(db: Database, { branchId, vaultId }: Context['branch']): readonly UncountedCash[] {
  const name = branchRows(db).find(row => row.branchId === branchId)?.name ?? ''
  return currenciesIn(db, postingAccounts.vault, vaultId)
    .filter(currency => hasMovedSinceCount(db, vaultId, currency))
    .map(text => {
      const currency = currencyOf(text)
      const amountMinor = rawBalance(db, postingAccounts.vault, vaultId, currency)
      return { kind: 'vault', id: vaultId, name, currency, amountMinor, way: 'count' }
    })
}

/** What was sent here on the day and has neither arrived nor been called back. */
export const cashOnItsWay = (db: Database, { device }: Context, date: BusinessDate): readonly UncountedCash[] =>
  openTransfersOf(db, device.logNo, date).map(({ transferId, sentBy, currency, amountMinor }) => ({
    kind: 'transfer',
    id: transferId,
    name: grantById(db, sentBy)?.name ?? '',
    currency: currencyOf(currency),
    amountMinor,
    way: 'receive',
  }))
