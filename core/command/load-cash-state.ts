import type { DayEnd } from '../business-day/close-day.ts'
import type { DayStart } from '../business-day/open-day.ts'
import type { CashPlace } from '../cash/counted-difference.ts'
import type { OpenDrawerState } from '../cash/open-drawer.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { asDrawer, drawerRow, drawersLeftTo, openDrawerOf } from '../storage/drawers.ts'
import { lastBusinessDate, lastDayOpenedOn } from '../storage/reference.ts'
import { cashOnItsWay, uncountedCash } from '../storage/uncounted-cash.ts'
import type { CommandOf } from './command.ts'

export const loadDayStart = (
  { db }: Books,
  _command: CommandOf<'day.open'>,
  { device }: Context,
): Result<DayStart, Refusal> =>
  ok({ lastDate: lastBusinessDate(db, device.logNo), openedOn: lastDayOpenedOn(db, device.logNo) })

export const loadDayEnd = (
  { db }: Books,
  _command: CommandOf<'day.close'>,
  context: OpenDayContext,
): Result<DayEnd, Refusal> =>
  ok({
    uncounted: uncountedCash(db, context, context.businessDate),
    onItsWay: cashOnItsWay(db, context, context.businessDate),
  })

export const loadVault = (
  { db }: Books,
  { currency }: Pick<CommandOf<'vault.count'>, 'currency'>,
  { branch }: Context,
): Result<CashPlace, Refusal> => {
  const account = postingAccounts.vault
  const balanceMinor = rawBalance(db, account, branch.vaultId, currency)
  return ok({ account, subAccount: branch.vaultId, currency, balanceMinor })
}

export const loadOpenDrawer = (
  { db }: Books,
  { currency }: CommandOf<'drawer.open'>,
  { actor, branch, device }: Context,
): Result<OpenDrawerState, Refusal> =>
  ok({
    vaultMinor: rawBalance(db, postingAccounts.vault, branch.vaultId, currency),
    openDrawer: openDrawerOf(db, device.logNo, actor.staffId, currency),
  })

/** Refuses drawer-not-open for a drawer that is unknown, closed, or of an installation that has not left it to this one. */
export function loadCountedDrawer(
  { db }: Books,
  { drawerId }: CommandOf<'drawer.close' | 'drawer.count'>,
  { device }: Context,
): Result<Drawer, Refusal> {
  const row = drawerRow(db, drawerId)
  const isHere = row?.logNo === device.logNo || drawersLeftTo(db, device.logId).some(left => left.drawerId === drawerId)
  if (!row || row.closedPosition !== null || !isHere) return refuse({ type: 'drawer-not-open' })
  return ok(asDrawer(db, row))
}
