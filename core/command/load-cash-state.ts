import { present } from '../assert.ts'
import type { DayEnd } from '../business-day/close-day.ts'
import type { DayStart } from '../business-day/open-day.ts'
import { businessDate, isBusinessDate } from '../calendar/business-date.ts'
import type { CashPlace } from '../cash/counted-difference.ts'
import type { OpenDrawerState } from '../cash/open-drawer.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { cashLimitFor } from '../storage/cash-limits.ts'
import { asDrawer, drawerRow, drawersLeftTo, openDrawerOf } from '../storage/drawers.ts'
import { rateOn } from '../storage/exchange-rates.ts'
import { institutionRow, lastBusinessDate, lastDayOpenedOn } from '../storage/reference.ts'
import { referenceCurrentAt } from '../storage/sync-state.ts'
import { cashOnItsWay, uncountedDrawers, uncountedVault } from '../storage/uncounted-cash.ts'
import type { CommandOf } from './command.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'

export const loadDayStart = (
  { db }: Books,
  _command: CommandOf<'day.open'>,
  { device }: Context,
): Result<DayStart, Refusal> => {
  const { foundedOn } = present(institutionRow(db), 'the institution is founded')
  const heardOn = referenceCurrentAt(db)?.slice(0, 10) ?? ''
  return ok({
    foundedOn: businessDate(foundedOn.slice(0, 10)),
    lastDate: lastBusinessDate(db, device.logNo),
    openedOn: lastDayOpenedOn(db, device.logNo),
    heardOn: isBusinessDate(heardOn) ? heardOn : null,
  })
}

export const loadDayEnd = (
  { db }: Books,
  _command: CommandOf<'day.close'>,
  context: OpenDayContext,
): Result<DayEnd, Refusal> =>
  ok({
    uncounted: uncountedDrawers(db, context, context.businessDate),
    vault: uncountedVault(db, context),
    onItsWay: cashOnItsWay(db, context, context.businessDate),
  })

export const loadVault = (
  { db }: Books,
  { currency }: Pick<CommandOf<'vault.count'>, 'currency'>,
  context: OpenDayContext,
): Result<CashPlace & Rated, Refusal> => {
  const { vaultId } = context.branch
  const account = postingAccounts.vault
  const balanceMinor = rawBalance(db, account, vaultId, currency)
  return ok({ account, subAccount: vaultId, currency, balanceMinor, rate: foreignRate(db, currency, context) })
}

export const loadOpenDrawer = (
  { db }: Books,
  { currency }: CommandOf<'drawer.open'>,
  { actor, branch, businessDate, device, institution }: OpenDayContext,
): Result<OpenDrawerState, Refusal> =>
  ok({
    vaultMinor: rawBalance(db, postingAccounts.vault, branch.vaultId, currency),
    openDrawer: openDrawerOf(db, device.logNo, actor.staffId, currency),
    hasRate: rateOn(db, currency, institution.currency, businessDate) !== null,
    maxMinor: cashLimitFor(db, branch.branchId, actor.role, currency)?.maxMinor ?? null,
  })

/** Refuses drawer-not-open for a drawer that is unknown, closed, or of an installation that has not left it to this one. */
export function loadCountedDrawer(
  { db }: Books,
  { drawerId }: CommandOf<'drawer.close' | 'drawer.count'>,
  context: OpenDayContext,
): Result<Drawer & Rated, Refusal> {
  const { device } = context
  const row = drawerRow(db, drawerId)
  const isHere = row?.logNo === device.logNo || drawersLeftTo(db, device.logId).some(left => left.drawerId === drawerId)
  if (!row || row.closedPosition !== null || !isHere) return refuse({ type: 'drawer-not-open' })
  const drawer = asDrawer(db, row)
  return ok({ ...drawer, rate: foreignRate(db, drawer.currency, context) })
}
