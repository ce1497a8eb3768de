import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { present } from '../../assert.ts'
import { drawerCounted, drawerOpened, vaultCounted } from '../../cash/cash-records.ts'
import { jsonText } from '../../journal/json-text.ts'
import { drawerRow } from '../drawers.ts'
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

const insertCount = prepared<
  {
    place: string
    currency: string
    position: number
    date: string
    counted: string
    expectedMinor: bigint
    differenceMinor: bigint
  },
  unknown
>((db, param) =>
  db.insertInto('cash_count').values({
    place: param('place'),
    currency: param('currency'),
    position: param('position'),
    date: param('date'),
    counted: param('counted'),
    expected_minor: param('expectedMinor'),
    difference_minor: param('differenceMinor'),
  }),
)

type Count = Omit<z.infer<typeof vaultCounted>, 'vaultId' | 'currency'>

function keepCount(
  db: Database,
  { position, record }: Applied,
  place: { readonly place: string; readonly currency: string },
  { counted, expectedMinor, differenceMinor }: Count,
): void {
  const date = record.businessDate
  insertCount.run(db, { ...place, position, date, counted: jsonText(counted), expectedMinor, differenceMinor })
}

/** A drawer's currency; the drawer of a foreign record that is not here makes the record wait. */
const currencyOfDrawer = (db: Database, drawerId: string): string =>
  present(drawerRow(db, drawerId), 'a drawer that is counted was opened').currency

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
  'drawer.closed': (db: Database, applied: Applied) => {
    const { position, record } = applied
    const count = drawerCounted.parse(record.body)
    const { drawerId, counted, differenceMinor } = count
    closeDrawer.run(db, {
      drawerId,
      position,
      counted: jsonText(counted),
      differenceMinor,
    })
    keepCount(db, applied, { place: drawerId, currency: currencyOfDrawer(db, drawerId) }, count)
  },
  'drawer.counted': (db: Database, applied: Applied) => {
    const count = drawerCounted.parse(applied.record.body)
    const { drawerId } = count
    keepCount(db, applied, { place: drawerId, currency: currencyOfDrawer(db, drawerId) }, count)
  },
  'vault.counted': (db: Database, applied: Applied) => {
    const { vaultId, currency, ...count } = vaultCounted.parse(applied.record.body)
    keepCount(db, applied, { place: vaultId, currency }, count)
  },
}
