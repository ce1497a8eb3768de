import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import { sumMinor } from '../money/amount.ts'
import { type DateWay, dateOnWay, isOnWay, onEachWay, waysBy } from './date-ways.ts'
import { prepared } from './run.ts'

type Asked = {
  readonly cash: string
  readonly currency: string
  readonly branch: string
  readonly from: string
  readonly to: string
}
type Flow = { account: string; flow_minor: bigint }

/** A record is large, and is looked at for its branch only where one is meant. */
type Scope = 'all-branches' | 'one-branch'

/** Every entry that moved cash, and against which accounts. */
const flows = (way: DateWay, scope: Scope) =>
  prepared<Asked, Flow>((db, param) => {
    const entries = sql<{ position: number; entry_no: number }>`(
      SELECT DISTINCT cash.position, cash.entry_no FROM line AS cash
      WHERE cash.account IN (SELECT value FROM json_each(${param('cash')})) AND cash.currency = ${param('currency')}
        AND ${dateOnWay(way, 'cash')} BETWEEN ${param('from')} AND ${param('to')} AND ${isOnWay(way, 'cash')})`
    return db
      .selectFrom(entries.as('entry'))
      .innerJoin('line', join =>
        join.onRef('line.position', '=', 'entry.position').onRef('line.entry_no', '=', 'entry.entry_no'),
      )
      .select(['line.account', sql<bigint>`sum(-line.amount_minor)`.as('flow_minor')])
      .where('line.currency', '=', param('currency'))
      .where(sql<boolean>`line.account NOT IN (SELECT value FROM json_each(${param('cash')}))`)
      .$if(scope === 'one-branch', query =>
        query.where(
          sql<boolean>`(SELECT branch FROM record WHERE record.position = entry.position) = ${param('branch')}`,
        ),
      )
      .groupBy('line.account')
  })

/** The same against one account, by way of its own lines alone. */
const flowAgainst = (way: DateWay, scope: Scope) =>
  prepared<Asked & { readonly account: string }, Flow>((db, param) =>
    db
      .selectFrom('line')
      .select(['line.account', sql<bigint>`sum(-line.amount_minor)`.as('flow_minor')])
      .where('line.account', '=', param('account'))
      .where('line.currency', '=', param('currency'))
      .where(sql<boolean>`${dateOnWay(way, 'line')} BETWEEN ${param('from')} AND ${param('to')}`)
      .where(isOnWay(way, 'line'))
      .where(sql<boolean>`EXISTS (
        SELECT 1 FROM line AS cash WHERE cash.position = line.position AND cash.entry_no = line.entry_no
          AND cash.currency = line.currency AND cash.account IN (SELECT value FROM json_each(${param('cash')})))`)
      .$if(scope === 'one-branch', query =>
        query.where(
          sql<boolean>`(SELECT branch FROM record WHERE record.position = line.position) = ${param('branch')}`,
        ),
      )
      .groupBy('line.account'),
  )

const inScopes = <S>(statement: (way: DateWay, scope: Scope) => S) => ({
  'all-branches': onEachWay(way => statement(way, 'all-branches')),
  'one-branch': onEachWay(way => statement(way, 'one-branch')),
})
const ofAll = inScopes(flows)
const ofOne = inScopes(flowAgainst)

/** Which entries: those that moved a cash account in a currency, in one branch or all, within days by one of a line's two dates. */
export interface CashFlowRange {
  readonly cashAccounts: readonly string[]
  readonly currency: string
  readonly branchId: string | undefined
  readonly basis: DateBasis
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate
}

const askedOf = ({ cashAccounts, currency, branchId, from, to }: CashFlowRange): Asked => ({
  cash: JSON.stringify(cashAccounts),
  currency,
  branch: branchId ?? '',
  from: from ?? '',
  to,
})

const scopeOf = ({ branchId }: CashFlowRange): Scope => (branchId === undefined ? 'all-branches' : 'one-branch')

/** What came in (positive) or went out against each account that is no cash, over all entries that moved cash. Rule: T6. */
export function cashFlowsBetween(db: Database, range: CashFlowRange): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const way of waysBy[range.basis])
    for (const { account, flowMinor } of ofAll[scopeOf(range)][way].all(db, askedOf(range)))
      sums.set(account, (sums.get(account) ?? 0n) + flowMinor)
  return sums
}

/** The same against one account that is no cash. */
export function cashFlowAgainst(db: Database, range: CashFlowRange, account: string): bigint {
  const asked = { ...askedOf(range), account }
  return sumMinor(waysBy[range.basis].map(way => ofOne[scopeOf(range)][way].get(db, asked)?.flowMinor ?? 0n))
}
