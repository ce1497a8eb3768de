import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { positionOf } from '../foreign-exchange/position-account.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'

const sums = prepared<{ sub: string; date: string; branch: string }, { account: string; amount_minor: bigint }>(
  (db, param) =>
    db
      .selectFrom('line')
      .innerJoin('record', 'record.position', 'line.position')
      .select(eb => ['line.account', eb.fn.sum<bigint>('line.amount_minor').as('amount_minor')])
      .where('line.sub_account', '=', param('sub'))
      .where('line.value_date', '<=', param('date'))
      .where('record.branch', '=', param('branch'))
      .groupBy('line.account'),
)
const held = prepared<Record<never, never>, { branch: string; currency: string }>(db =>
  db
    .selectFrom('balance')
    .select(['branch', 'currency'])
    .where('account', '=', postingAccounts.fxPosition)
    .where('sub_account', '=', '')
    .orderBy('currency')
    .orderBy('branch'),
)
const newest = prepared<{ currency: string; branch: string }, { as_of: string }>((db, param) =>
  db
    .selectFrom('fx_revaluation')
    .select('as_of')
    .where('currency', '=', param('currency'))
    .where('branch', '=', param('branch'))
    .orderBy('as_of', 'desc')
    .limit(1),
)

/** What a branch held of a currency at the end of a day, and at what it stood in its books, both by value date. */
export function positionAsOf(
  db: Database,
  currency: CurrencyCode,
  branch: string,
  date: BusinessDate,
): { readonly positionMinor: bigint; readonly counterValueMinor: bigint } {
  const rows = sums.all(db, { sub: positionOf(currency), date, branch })
  const of = (account: string): bigint => rows.find(row => row.account === account)?.amountMinor ?? 0n
  return { positionMinor: -of(postingAccounts.fxPosition), counterValueMinor: of(postingAccounts.fxCounterValue) }
}

/** The currencies of which a branch ever held something. */
export const currenciesHeld = (db: Database, branch: string): readonly CurrencyCode[] =>
  held.all(db, {}).flatMap(row => (row.branch === branch ? [currencyOf(row.currency)] : []))

export function lastRevaluation(db: Database, currency: CurrencyCode, branch: string): BusinessDate | null {
  const row = newest.get(db, { currency, branch })
  return row ? businessDate(row.asOf) : null
}

/** The positions, of all branches, that stand open at the end of a day and were not revalued as of it. Rule: F10. */
export const unrevaluedPositions = (db: Database, date: BusinessDate): readonly Money[] =>
  held.all(db, {}).flatMap(({ branch, currency: text }) => {
    const currency = currencyOf(text)
    const { positionMinor } = positionAsOf(db, currency, branch, date)
    const isRevalued = (lastRevaluation(db, currency, branch) ?? '') >= date
    return positionMinor === 0n || isRevalued ? [] : [{ amountMinor: positionMinor, currency }]
  })
