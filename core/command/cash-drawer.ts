import type { CashWay } from '../corrections/cash-way.ts'
import type { Context } from '../decision/context.ts'
import { isOverseen } from '../decision/oversees.ts'
import type { Books } from '../storage/books.ts'
import { drawerRow, openDrawerOf } from '../storage/drawers.ts'

/**
 * The drawer that the cash came through, while it is open here and the person's own, or an overseer is at hand; otherwise the
 * person's own open one: nobody moves cash in a colleague's drawer.
 */
export function cashDrawer({ db }: Books, original: string, currency: string, context: Context): CashWay | null {
  const { actor, device } = context
  const row = drawerRow(db, original)
  const isOpenHere = row?.closedPosition === null && row.logNo === device.logNo
  if (isOpenHere && (row.staffId === actor.staffId || isOverseen(context))) return { original, current: original }
  const own = openDrawerOf(db, device.logNo, actor.staffId, currency)
  return own && { original, current: own.drawerId }
}
