import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import { prepared } from './run.ts'

type Asked = {
  readonly cash: string
  readonly currency: string
  readonly branch: string
  readonly from: string
  readonly to: string
}

type Way = 'booked' | 'booked-as-valued' | 'valued-otherwise'

const wayOf: Readonly<Record<Way, ReturnType<typeof sql<boolean>>>> = {
  booked: sql<boolean>`TRUE`,
  'booked-as-valued': sql<boolean>`cash.value_date = cash.booking_date`,
  'valued-otherwise': sql<boolean>`cash.value_date <> cash.booking_date`,
}

const flows = (way: Way) =>
  prepared<Asked, { account: string; flow_minor: bigint }>((db, param) => {
    const day = sql.ref(way === 'valued-otherwise' ? 'cash.value_date' : 'cash.booking_date')
    const entries = sql<{ position: number; entry_no: number }>`(
      SELECT DISTINCT cash.position, cash.entry_no FROM line AS cash
      WHERE cash.account IN (SELECT value FROM json_each(${param('cash')})) AND cash.currency = ${param('currency')}
        AND ${day} BETWEEN ${param('from')} AND ${param('to')} AND ${wayOf[way]})`
    return db
      .selectFrom(entries.as('entry'))
      .innerJoin('record', 'record.position', 'entry.position')
      .innerJoin('line', join =>
        join.onRef('line.position', '=', 'entry.position').onRef('line.entry_no', '=', 'entry.entry_no'),
      )
      .select(['line.account', sql<bigint>`sum(-line.amount_minor)`.as('flow_minor')])
      .where('line.currency', '=', param('currency'))
      .where(sql<boolean>`line.account NOT IN (SELECT value FROM json_each(${param('cash')}))`)
      .where(sql<boolean>`(${param('branch')} = '' OR record.branch = ${param('branch')})`)
      .groupBy('line.account')
  })

const booked = flows('booked')
const bookedAsValued = flows('booked-as-valued')
const valuedOtherwise = flows('valued-otherwise')

/** Which entries: those that moved a cash account in a currency, in one branch or all, within days by one of a line's two dates. */
export interface CashFlowRange {
  readonly cashAccounts: readonly string[]
  readonly currency: string
  readonly branchId: string | undefined
  readonly basis: DateBasis
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate
}

/** What came in (positive) or went out against each account that is no cash, over all entries that moved cash. Rule: T6. */
export function cashFlowsBetween(
  db: Database,
  { cashAccounts, currency, branchId, basis, from, to }: CashFlowRange,
): ReadonlyMap<string, bigint> {
  const asked = { cash: JSON.stringify(cashAccounts), currency, branch: branchId ?? '', from: from ?? '', to }
  const parts = basis === 'booking' ? [booked] : [bookedAsValued, valuedOtherwise]
  const sums = new Map<string, bigint>()
  for (const part of parts)
    for (const { account, flowMinor } of part.all(db, asked)) sums.set(account, (sums.get(account) ?? 0n) + flowMinor)
  return sums
}
