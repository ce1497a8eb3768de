import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { firstDayOf, lastDayOf, type Period } from '../calendar/period.ts'
import type { Context } from '../decision/context.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { UncountedCash } from '../ledger/uncounted-cash.ts'
import { rawBalance } from './balances.ts'
import { currenciesIn, hasMovedSinceCount, isCountedUpTo, lastCount } from './cash-counts.ts'
import { openTransfersOf } from './cash-transfers.ts'
import { deviceRows } from './devices.ts'
import { asDrawer, type DrawerRow, drawersOpenSince, openDrawers } from './drawers.ts'
import { branchRows, grantById } from './reference.ts'
import { currencyOf } from './savings-accounts.ts'
import { logsWithUncountedMoves } from './vault-counts.ts'

/** The drawers of this installation that are open, but for a field officer's that was counted today and has not moved since. Rule: B4. */
export const uncountedDrawers = (db: Database, { device }: Context, date: BusinessDate): readonly UncountedCash[] =>
  openDrawers(db, device.logNo).flatMap(row => uncountedDrawer(db, row, date))

/** How many drawers of the days up to one are open, but for a field officer's that was counted after its last move of those days. Rule: G13. */
export const drawersUncountedBy = (db: Database, lastDay: BusinessDate): number =>
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

/** Each currency of the vault that this installation moved and nobody has counted since; what another moved is that one's to count. Rule: B4. */
export function uncountedVault(db: Database, { branch, device }: Context): readonly UncountedCash[] {
  const { branchId, vaultId } = branch
  const name = branchRows(db).find(row => row.branchId === branchId)?.name ?? ''
  return currenciesIn(db, postingAccounts.vault, vaultId)
    .filter(currency => logsWithUncountedMoves(db, { vaultId, currency }).includes(device.logNo))
    .map(text => {
      const currency = currencyOf(text)
      const amountMinor = rawBalance(db, postingAccounts.vault, vaultId, currency)
      return { kind: 'vault', id: vaultId, name, currency, amountMinor, way: 'count' }
    })
}

/**
 * How many vaults moved in a month and were not counted since, in it or later; that of a branch whose devices are all
 * revoked is nobody's to count. Rule: G13.
 */
export const vaultsUncountedIn = (db: Database, month: Period): number =>
  branchesAtWork(db).filter(({ vaultId }) =>
    currenciesIn(db, postingAccounts.vault, vaultId).some(
      currency =>
        logsWithUncountedMoves(db, { vaultId, currency, from: firstDayOf(month), to: lastDayOf(month) }).length > 0,
    ),
  ).length

function branchesAtWork(db: Database) {
  const branches = new Set(deviceRows(db).flatMap(row => (row.revokedPosition === null ? [row.branchId] : [])))
  return branchRows(db).filter(({ branchId }) => branches.has(branchId))
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
