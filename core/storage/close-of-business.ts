import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { BalanceMovement } from '../interest/deposit-interest.ts'
import { spellingsOf } from '../journal/entry-description.ts'
import { accountsOf } from './account-places.ts'
import { prepared } from './run.ts'
import { entryDescription } from './statement-lines.ts'
import type { CloseOfBusinessTable, StandingInstructionTable } from './tables/savings-tables.ts'

const newest = prepared<{ logNo: number }, CloseOfBusinessTable>((db, param) =>
  db
    .selectFrom('close_of_business')
    .selectAll()
    .where('log_no', '=', param('logNo'))
    .orderBy('position', 'desc')
    .limit(1),
)
const chunksOf = prepared<{ logNo: number; date: string; step: string }, { chunks: number }>((db, param) =>
  db
    .selectFrom('close_of_business')
    .select(eb => eb.fn.countAll<number>().as('chunks'))
    .where('log_no', '=', param('logNo'))
    .where('date', '=', param('date'))
    .where('step', '=', param('step')),
)
const days = prepared<{ logNo: number }, { date: string; closed_position: number | null }>((db, param) =>
  db
    .selectFrom('business_day')
    .select(['date', 'closed_position'])
    .where('log_no', '=', param('logNo'))
    .orderBy('date', 'desc')
    .limit(1),
)
const firstOpened = prepared<{ log: string }, { date: string | null }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select(eb => eb.fn.min('opened_on').as('date'))
    .where('custodian_log', '=', param('log'))
    .where('status', '<>', 'closed'),
)
const instructionDue = prepared<{ log: string; date: string }, StandingInstructionTable>((db, param) =>
  db
    .selectFrom('standing_instruction')
    .innerJoin('savings_account', 'savings_account.account_id', 'standing_instruction.account_id')
    .selectAll('standing_instruction')
    .where('next_on', '<=', param('date'))
    .where('custodian_log', '=', param('log'))
    .orderBy('next_on')
    .orderBy('placed_position')
    .limit(1),
)
const depositDue = prepared<{ log: string; date: string }, { account_id: string }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select('account_id')
    .where('mature_on', '<=', param('date'))
    .where('custodian_log', '=', param('log'))
    .where('status', '<>', 'closed')
    .orderBy('mature_on')
    .orderBy('account_id')
    .limit(1),
)
const accountsAfter = prepared<
  { log: string; after: string; date: string; limit: number },
  { account_id: string; state: string | null; through: string | null }
>((db, param) =>
  db
    .selectFrom('savings_account')
    .leftJoin('account_accrual', 'account_accrual.account_id', 'savings_account.account_id')
    .select(['savings_account.account_id', 'state', 'through'])
    .where('custodian_log', '=', param('log'))
    .where('savings_account.account_id', '>', param('after'))
    .where('opened_on', '<=', param('date'))
    .where('status', '<>', 'closed')
    .orderBy('savings_account.account_id')
    .limit(param('limit')),
)
const accountCount = prepared<{ log: string; date: string }, { accounts: number }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select(eb => eb.fn.countAll<number>().as('accounts'))
    .where('custodian_log', '=', param('log'))
    .where('opened_on', '<=', param('date'))
    .where('status', '<>', 'closed'),
)
const movements = prepared<{ accountId: string; from: string }, { date: string; amount_minor: bigint }>((db, param) =>
  db
    .selectFrom('line')
    .select(eb => ['booking_date as date', eb.fn.sum<bigint>('amount_minor').as('amount_minor')])
    .where('sub_account', '=', param('accountId'))
    .where(sql<boolean>`account IN ${accountsOf(param('accountId'))}`)
    .where('booking_date', '>=', param('from'))
    .groupBy('booking_date')
    .orderBy('booking_date'),
)
const paidIn = prepared<
  { accountId: string; controlAccount: string; from: string },
  { date: string; amount_minor: bigint }
>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select(eb => ['line.booking_date as date', eb.fn.sum<bigint>('line.amount_minor').as('amount_minor')])
    .where('line.sub_account', '=', param('accountId'))
    .where('line.account', '=', param('controlAccount'))
    .where('line.booking_date', '>=', param('from'))
    .where(
      entryDescription,
      'in',
      (['savings-deposit', 'savings-transfer', 'balance-paid-out', 'installments-taken-over'] as const).flatMap(
        spellingsOf,
      ),
    )
    .groupBy('line.booking_date')
    .orderBy('line.booking_date'),
)
const accrualRow = prepared<{ accountId: string }, { through: string; state: string }>((db, param) =>
  db.selectFrom('account_accrual').select(['through', 'state']).where('account_id', '=', param('accountId')),
)
const clientsSavings = prepared<{ accountId: string; log: string }, { account_id: string }>((db, param) =>
  db
    .selectFrom('savings_account as term')
    .innerJoin('savings_account as own', join =>
      join.onRef('own.client_id', '=', 'term.client_id').onRef('own.currency', '=', 'term.currency'),
    )
    .select('own.account_id')
    .where('term.account_id', '=', param('accountId'))
    .where('own.custodian_log', '=', param('log'))
    .where('own.status', 'in', ['active', 'inactive'])
    .where('own.matures_on', 'is', null)
    .orderBy('own.opened_position'),
)
const ranOn = prepared<{ logNo: number; date: string }, CloseOfBusinessTable>((db, param) =>
  db
    .selectFrom('close_of_business')
    .selectAll()
    .where('log_no', '=', param('logNo'))
    .where('date', '=', param('date'))
    .orderBy('position'),
)
const datesRun = prepared<
  { logNo: number; limit: number },
  { date: string; accounts: number; failed: number; is_last: number }
>((db, param) =>
  db
    .selectFrom('close_of_business')
    .select(eb => [
      'date',
      eb.fn.sum<number>('accounts').as('accounts'),
      eb.fn.sum<number>('failed').as('failed'),
      eb.fn.max('is_last').as('is_last'),
    ])
    .where('log_no', '=', param('logNo'))
    .groupBy('date')
    .orderBy('date', 'desc')
    .limit(param('limit')),
)

/** The newest piece of the close of business of a log; null before the first. */
export const newestClose = (db: Database, logNo: number) => newest.get(db, { logNo }) ?? null

export const closeChunks = (db: Database, at: { logNo: number; date: string; step: string }): number =>
  chunksOf.get(db, at)?.chunks ?? 0

/** The newest business day of a log, and whether it is open; null before the first. */
export function newestDay(db: Database, logNo: number): { date: BusinessDate; isOpen: boolean } | null {
  const row = days.get(db, { logNo })
  return row ? { date: businessDate(row.date), isOpen: row.closedPosition === null } : null
}

/** The day on which the first of the accounts that a log keeps was opened. */
export function firstAccountOn(db: Database, log: string): BusinessDate | null {
  const date = firstOpened.get(db, { log })?.date
  return date ? businessDate(date) : null
}

export const dueInstruction = (db: Database, at: { log: string; date: string }) => instructionDue.get(db, at) ?? null
export const dueDeposit = (db: Database, at: { log: string; date: string }): string | null =>
  depositDue.get(db, at)?.accountId ?? null

/** Accounts that a log keeps and that were open by a date, in the order of their ids, with how far their interest is counted. */
export const accountsToClose = (db: Database, at: { log: string; after: string | null; date: string; limit: number }) =>
  accountsAfter.all(db, { ...at, after: at.after ?? '' })

export const accountsToCloseCount = (db: Database, at: { log: string; date: string }): number =>
  accountCount.get(db, at)?.accounts ?? 0

/** What was booked to an account from a day on, by booking date, on the client's side. */
export const movementsFrom = (db: Database, at: { accountId: string; from: string }): readonly BalanceMovement[] =>
  movements.all(db, at).map(({ date, amountMinor }) => ({ date: businessDate(date), amountMinor: -amountMinor }))

/** What was paid into an account from a day on, less what was taken back, by booking date: neither interest nor fees. */
export const paidInFrom = (
  db: Database,
  at: { accountId: string; controlAccount: string; from: string },
): readonly BalanceMovement[] =>
  paidIn.all(db, at).map(({ date, amountMinor }) => ({ date: businessDate(date), amountMinor: -amountMinor }))

export const accrualRowOf = (db: Database, accountId: string) => accrualRow.get(db, { accountId }) ?? null

/** Accounts of the client whose deposit it is from which money can be paid out any time, the first one first. */
export const savingsBeside = (db: Database, accountId: string, log: string): readonly string[] =>
  clientsSavings.all(db, { accountId, log }).map(row => row.accountId)

/** Every piece of the close of a date, in its order. */
export const closesOn = (db: Database, logNo: number, date: string) => ranOn.all(db, { logNo, date })

/** The newest dates that were closed or begun, the newest first. */
export const newestDatesClosed = (db: Database, logNo: number, limit: number) => datesRun.all(db, { logNo, limit })
