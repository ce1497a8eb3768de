import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { dayMarks } from '../storage/business-days.ts'
import { recordByPosition } from '../storage/records.ts'
import { secondPersonOf } from './cashier-of.ts'
import type { CashSheetModel, DayStanding } from './document-model.ts'
import { staffName } from './letterhead.ts'

/** Whether a log's day is closed, by whom, and over what: its sheet says so. Rule: D19. */
export function dayStanding(
  db: Database,
  logNo: number,
  { businessDate, places, transfers }: Pick<CashSheetModel, 'businessDate' | 'places' | 'transfers'>,
): DayStanding {
  const marks = dayMarks(db, logNo, businessDate)
  if (!marks) return { state: 'no-day' }
  if (marks.closedPosition === null) return { state: 'open' }
  const { record } = present(recordByPosition(db, marks.closedPosition), 'a day is closed by a record')
  const second = secondPersonOf(db, record)
  return {
    state: 'closed',
    closedBy: staffName(db, record.actor),
    ...(second === null ? {} : { secondPersonName: staffName(db, second) }),
    isOverUncounted:
      places.some(({ kind, isUncounted }) => kind === 'vault' && isUncounted) ||
      transfers.some(({ sentOn }) => sentOn === businessDate),
  }
}
