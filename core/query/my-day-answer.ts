import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { isAllowed } from '../authority/roles.ts'
import type { Context } from '../decision/context.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { openApprovals } from '../storage/approvals.ts'
import { undecidedBy } from '../storage/loan-worklists.ts'
import { lastBusinessDate } from '../storage/reference.ts'
import { prepared, type Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { MyDayAnswer } from './counter-answers.ts'
import { ownDrawerAnswer } from './drawer-answer.ts'
import { journalAnswer } from './journal-answer.ts'
import { loansToSee } from './loan-worklist-answer.ts'
import { cashToReceive } from './transfer-ways.ts'
import { unsentAnswer } from './unsent.ts'

interface Done {
  type: string
  currency: string | null
  operations: number
  amount_minor: bigint
}

const byType = prepared<{ logNo: number; from: number }, Done>((db, param) =>
  db
    .selectFrom('record')
    .leftJoin('line', join =>
      join.onRef('line.position', '=', 'record.position').on('line.entry_no', '=', 0).on('line.line_no', '=', 0),
    )
    .leftJoin('reversal', 'reversal.position', 'record.position')
    .select(eb => [
      'record.type',
      'line.currency',
      eb.fn.countAll<number>().as('operations'),
      eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('amount_minor'),
    ])
    .where(sql<number>`+record.log_no`, '=', param('logNo'))
    .where('record.position', '>=', param('from'))
    .where('reversal.reversed_by', 'is', null)
    .where('record.type', 'in', ['savings.deposited', 'savings.withdrawn', 'client.registered'])
    .groupBy(['record.type', 'line.currency'])
    .orderBy('line.currency'),
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

/** The last things that people did; what the program itself writes down between them is nobody's operation. */
const recentlyDone = (db: Database): MyDayAnswer['recent'] =>
  journalAnswer(db, { limit: 2 * recentCount })
    .rows.filter(({ type }) => type !== 'audit.sealed')
    .slice(0, recentCount)

/** What a person needs to know when they sit down: the day, the drawer, what waits, what was done, what is not sent. */
export function myDayAnswer(db: Database, context: Context): MyDayAnswer {
  const { businessDate, device, institution } = context
  const drawer = ownDrawerAnswer(db, context)
  const last = lastBusinessDate(db, device.logNo)
  return {
    ...(businessDate ? { businessDate } : {}),
    ...(last && last !== businessDate ? { lastClosedDate: last } : {}),
    ...(drawer ? { drawer } : {}),
    approvals: openApprovals(db).length,
    applications: isAllowed(context.actor.role, 'approve') ? undecidedBy(db, device.logId, context.actor.staffId) : 0,
    loans: loansToSee(db, context),
    cashToReceive: cashToReceive(db, context),
    unsent: unsentAnswer(db),
    today: today(businessDate === null ? [] : doneToday(db, device.logNo), institution.currency),
    recent: recentlyDone(db),
  }
}

/** The open day's operations that stand: what was reversed does not count. */
function doneToday(db: Database, logNo: number): readonly Row<Done>[] {
  const from = openedAt.get(db, { logNo })?.openedPosition
  return from === undefined ? [] : byType.all(db, { logNo, from })
}

function today(done: readonly Row<Done>[], own: CurrencyCode): MyDayAnswer['today'] {
  const of = (type: string) => done.filter(row => row.type === type)
  const count = (type: string) => of(type).reduce((sum, { operations }) => sum + operations, 0)
  const moved = (type: string): readonly Money[] =>
    of(type)
      .flatMap(({ currency, amountMinor }) =>
        currency === null ? [] : [{ amountMinor, currency: currencyOf(currency) }],
      )
      .toSorted((a, b) => Number(b.currency === own) - Number(a.currency === own))
  return {
    deposits: count('savings.deposited'),
    deposited: moved('savings.deposited'),
    withdrawals: count('savings.withdrawn'),
    withdrawn: moved('savings.withdrawn'),
    newClients: count('client.registered'),
  }
}
