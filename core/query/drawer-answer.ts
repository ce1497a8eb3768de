import type { Database } from 'better-sqlite3'
import { businessDate } from '../calendar/business-date.ts'
import { drawerCounted } from '../cash/cash-records.ts'
import type { Context } from '../decision/context.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { counters } from '../storage/balances.ts'
import { type DrawerRow, drawersLeftTo, drawersOn, openDrawerRow } from '../storage/drawers.ts'
import { grantById } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { DrawerAnswer } from './cash-answers.ts'

const countedPieces = drawerCounted.shape.counted

/** A drawer with all that went in and out; once it is closed, `expectedMinor` is what the books said before the count. */
export function drawerAnswer(db: Database, row: DrawerRow): DrawerAnswer {
  const currency = currencyOf(row.currency)
  const { debitMinor, creditMinor } = counters(db, postingAccounts.drawers, row.drawerId, currency)
  const isOpen = row.closedPosition === null
  const counted = row.counted === null ? null : countedPieces.parse(JSON.parse(row.counted))
  const countedMinor = (counted ?? []).reduce((sum, { faceMinor, pieces }) => sum + faceMinor * BigInt(pieces), 0n)
  const differenceMinor = row.differenceMinor ?? 0n
  const overMinor = differenceMinor > 0n ? differenceMinor : 0n
  const shortMinor = differenceMinor < 0n ? -differenceMinor : 0n
  return {
    drawerId: row.drawerId,
    staffId: row.staffId,
    staffName: grantById(db, row.staffId)?.name ?? '',
    currency,
    businessDate: businessDate(row.date),
    status: isOpen ? 'open' : 'closed',
    floatMinor: row.floatMinor,
    inMinor: debitMinor - row.floatMinor - overMinor,
    outMinor: isOpen ? creditMinor : creditMinor - countedMinor - shortMinor,
    expectedMinor: isOpen ? debitMinor - creditMinor : countedMinor - differenceMinor,
    ...(counted ? { counted, differenceMinor } : {}),
  }
}

/** The drawer that the person at the desk has open, in the institution's currency. */
export function ownDrawerAnswer(db: Database, { actor, device, institution }: Context): DrawerAnswer | null {
  const row = openDrawerRow(db, device.logNo, actor.staffId, institution.currency)
  return row && drawerAnswer(db, row)
}

/** The drawers of this installation's open business day, or of its last one, and those that others left to it. */
export const drawersAnswer = (db: Database, { device }: Context): readonly DrawerAnswer[] =>
  [...drawersLeftTo(db, device.logId), ...drawersOn(db, device.logNo)].map(row => drawerAnswer(db, row))
