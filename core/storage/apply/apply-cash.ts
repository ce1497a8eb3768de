import type { Database } from 'better-sqlite3'
import { drawerClosed, drawerOpened } from '../../cash/cash-records.ts'
import { jsonText } from '../json-text.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'

const insertDrawer = prepared<
  {
    drawerId: string
    logNo: number
    staffId: string
    branchId: string
    currency: string
    date: string
    floatMinor: bigint
    position: number
  },
  unknown
>((db, param) =>
  db.insertInto('drawer').values({
    drawer_id: param('drawerId'),
    log_no: param('logNo'),
    staff_id: param('staffId'),
    branch_id: param('branchId'),
    currency: param('currency'),
    date: param('date'),
    float_minor: param('floatMinor'),
    opened_position: param('position'),
    closed_position: null,
    counted: null,
    difference_minor: null,
  }),
)
const closeDrawer = prepared<
  {
    drawerId: string
    position: number
    counted: string
    differenceMinor: bigint
  },
  unknown
>((db, param) =>
  db
    .updateTable('drawer')
    .set({
      closed_position: param('position'),
      counted: param('counted'),
      difference_minor: param('differenceMinor'),
    })
    .where('drawer_id', '=', param('drawerId')),
)

export const cashAppliers = {
  'drawer.opened': (db: Database, { logNo, position, record }: Applied) => {
    const { drawerId, staffId, currency, floatMinor } = drawerOpened.parse(record.body)
    const { branch: branchId, businessDate: date } = record
    insertDrawer.run(db, {
      drawerId,
      logNo,
      staffId,
      branchId,
      currency,
      date,
      floatMinor,
      position,
    })
  },
  'drawer.closed': (db: Database, { position, record }: Applied) => {
    const { drawerId, counted, differenceMinor } = drawerClosed.parse(record.body)
    closeDrawer.run(db, {
      drawerId,
      position,
      counted: jsonText(counted),
      differenceMinor,
    })
  },
}
