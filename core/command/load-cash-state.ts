import type { BusinessDate } from '../calendar/business-date.ts'
import type { OpenDrawerState } from '../cash/open-drawer.ts'
import type { Context } from '../decision/context.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { asDrawer, drawerRow, openDrawerOf, openDrawers } from '../storage/drawers.ts'
import { lastBusinessDate } from '../storage/reference.ts'
import type { CommandOf } from './command.ts'

export const loadDayStart = (
  { db }: Books,
  _command: CommandOf<'day.open'>,
  { device }: Context,
): Result<{ readonly lastDate: BusinessDate | null }, Refusal> => ok({ lastDate: lastBusinessDate(db, device.logNo) })

export const loadDayEnd = (
  { db }: Books,
  _command: CommandOf<'day.close'>,
  { device }: Context,
): Result<{ readonly openDrawers: number }, Refusal> => ok({ openDrawers: openDrawers(db, device.logNo).length })

export const loadOpenDrawer = (
  { db }: Books,
  { currency }: CommandOf<'drawer.open'>,
  { actor, branch }: Context,
): Result<OpenDrawerState, Refusal> =>
  ok({
    vaultMinor: rawBalance(db, postingAccounts.vault, branch.vaultId, currency),
    openDrawer: openDrawerOf(db, actor.staffId, currency),
  })

/** Refuses drawer-not-open for a drawer that is unknown, closed, or of another installation. */
export function loadClosingDrawer(
  { db }: Books,
  { drawerId }: CommandOf<'drawer.close'>,
  { device }: Context,
): Result<Drawer, Refusal> {
  const row = drawerRow(db, drawerId)
  if (!row || row.closedPosition !== null || row.logNo !== device.logNo) return refuse({ type: 'drawer-not-open' })
  return ok(asDrawer(db, row))
}
