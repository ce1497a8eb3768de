import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Books } from '../storage/books.ts'
import { cashPositions, transfersOnTheirWay } from '../storage/cash-position.ts'
import { logById } from '../storage/records.ts'
import { branchRows, deviceRow } from '../storage/reference.ts'
import { dayStanding } from './day-standing.ts'
import type { CashSheetModel } from './document-model.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'

/** The cash of this device's branch on a day, place by place, with room for two signatures on each. Rule: D19. */
export function cashSheetModel({ db }: Books, desk: DocumentDesk, date: BusinessDate, locale: string): CashSheetModel {
  const { branchId } = present(deviceRow(db, desk.log.logId), 'the log is a device of the institution')
  const branch = present(
    branchRows(db).find(row => row.branchId === branchId),
    'a device belongs to a branch',
  )
  const { logNo } = present(logById(db, desk.log.logId), 'the log is known to its own file')
  const cash = {
    businessDate: date,
    places: cashPositions(db, branch, date),
    transfers: transfersOnTheirWay(db, branchId, date),
  }
  return {
    ...letterhead(db, desk, branchId, locale),
    kind: 'cash-sheet',
    ...cash,
    standing: dayStanding(db, logNo, cash),
  }
}
