import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Context } from '../decision/context.ts'
import { openApprovals } from '../storage/approvals.ts'
import { lastBusinessDate } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import type { MyDayAnswer } from './counter-answers.ts'
import { ownDrawerAnswer } from './drawer-answer.ts'
import { journalAnswer } from './journal-answer.ts'
import { cashToReceive } from './transfer-ways.ts'
import { unsentAnswer } from './unsent.ts'

const byType = prepared<{ logNo: number; from: number }, { type: string; operations: number; amount_minor: bigint }>(
  (db, param) =>
    db
      .selectFrom('record')
      .leftJoin('line', join =>
        join.onRef('line.position', '=', 'record.position').on('line.entry_no', '=', 0).on('line.line_no', '=', 0),
      )
      .leftJoin('reversal', 'reversal.position', 'record.position')
      .select(eb => [
        'record.type',
        eb.fn.countAll<number>().as('operations'),
        eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('amount_minor'),
      ])
      .where(sql<number>`+record.log_no`, '=', param('logNo'))
      .where('record.position', '>=', param('from'))
      .where('reversal.reversed_by', 'is', null)
      .where('record.type', 'in', ['savings.deposited', 'savings.withdrawn', 'client.registered'])
      .groupBy('record.type'),
)
const openedAt = prepared<{ logNo: number }, { opened_position: number }>((db, param) =>
  db
    .selectFrom('business_day')
    .select('opened_position')
    .where('log_no', '=', param('logNo'))
    .orderBy('date', 'desc')
    .limit(1),
)

const recentCount = 8

/** What a person needs to know when they sit down: the day, the drawer, what waits, what was done, what is not sent. */
export function myDayAnswer(db: Database, context: Context): MyDayAnswer {
  const { businessDate, device } = context
  const drawer = ownDrawerAnswer(db, context)
  const last = lastBusinessDate(db, device.logNo)
  return {
    ...(businessDate ? { businessDate } : {}),
    ...(last && last !== businessDate ? { lastClosedDate: last } : {}),
    ...(drawer ? { drawer } : {}),
    approvals: openApprovals(db).length,
    cashToReceive: cashToReceive(db, context),
    unsent: unsentAnswer(db),
    today: today(db, device.logNo, businessDate !== null),
    recent: journalAnswer(db, { limit: recentCount }).rows,
  }
}

/** The open day's operations that stand: what was reversed does not count. */
function today(db: Database, logNo: number, isOpen: boolean): MyDayAnswer['today'] {
  const from = isOpen ? openedAt.get(db, { logNo })?.openedPosition : undefined
  const rows = from === undefined ? [] : byType.all(db, { logNo, from })
  const of = (type: string) => rows.find(row => row.type === type)
  return {
    deposits: of('savings.deposited')?.operations ?? 0,
    depositsMinor: of('savings.deposited')?.amountMinor ?? 0n,
    withdrawals: of('savings.withdrawn')?.operations ?? 0,
    withdrawalsMinor: of('savings.withdrawn')?.amountMinor ?? 0n,
    newClients: of('client.registered')?.operations ?? 0,
  }
}
