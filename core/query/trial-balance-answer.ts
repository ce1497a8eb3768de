import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { ledgerAccounts } from '../storage/lines.ts'
import { newestBusinessDate } from '../storage/reference.ts'
import { prepared, type Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { TrialBalanceAnswer, TrialBalanceRow } from './answers.ts'

type Sums = { account: string; currency: string; debit_minor: bigint; credit_minor: bigint }

const current = prepared<Record<never, never>, Sums>(db =>
  db
    .selectFrom('balance')
    .select(eb => [
      'account',
      'currency',
      eb.fn.sum<bigint>('debit_minor').as('debit_minor'),
      eb.fn.sum<bigint>('credit_minor').as('credit_minor'),
    ])
    .where('sub_account', '=', '')
    .groupBy(['account', 'currency'])
    .orderBy('account')
    .orderBy('currency'),
)
const asOfDate = prepared<{ asOf: string }, Sums>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('line', 'line.position', 'record.position')
    .select(eb => [
      'line.account',
      'line.currency',
      eb.fn
        .sum<bigint>(eb.case().when('amount_minor', '>', 0n).then(eb.ref('amount_minor')).else(0n).end())
        .as('debit_minor'),
      eb.fn
        .sum<bigint>(
          eb
            .case()
            .when('amount_minor', '<', 0n)
            .then(eb.neg(eb.ref('amount_minor')))
            .else(0n)
            .end(),
        )
        .as('credit_minor'),
    ])
    .where('record.business_date', '<=', param('asOf'))
    .groupBy(['line.account', 'line.currency'])
    .orderBy('line.account')
    .orderBy('line.currency'),
)

/** Every account that was ever posted to, with its turnover and its balance; today's, or as booked up to a day (inclusive). */
export function trialBalanceAnswer(db: Database, context: Context, asOf: BusinessDate | undefined): TrialBalanceAnswer {
  const sums = asOf ? asOfDate.all(db, { asOf }) : current.all(db, {})
  const names = ledgerAccounts(db)
  const rows = sums.flatMap(row => {
    const account = names.get(row.account)
    return account ? [trialBalanceRow(row, account)] : []
  })
  const today = businessDate(context.now.slice(0, 10))
  const newest = newestBusinessDate(db)
  return { asOf: asOf ?? (newest && newest > today ? newest : today), rows, totals: totals(rows) }
}

function trialBalanceRow(row: Row<Sums>, { name, type }: Pick<TrialBalanceRow, 'name' | 'type'>): TrialBalanceRow {
  const { account, debitMinor, creditMinor } = row
  const rawMinor = debitMinor - creditMinor
  return {
    account,
    name,
    type,
    currency: currencyOf(row.currency),
    debitMinor,
    creditMinor,
    debitBalanceMinor: rawMinor > 0n ? rawMinor : 0n,
    creditBalanceMinor: rawMinor < 0n ? -rawMinor : 0n,
  }
}

function totals(rows: readonly TrialBalanceRow[]): TrialBalanceAnswer['totals'] {
  const byCurrency = new Map<CurrencyCode, { debitMinor: bigint; creditMinor: bigint }>()
  for (const { currency, debitBalanceMinor, creditBalanceMinor } of rows) {
    const { debitMinor, creditMinor } = byCurrency.get(currency) ?? { debitMinor: 0n, creditMinor: 0n }
    byCurrency.set(currency, {
      debitMinor: debitMinor + debitBalanceMinor,
      creditMinor: creditMinor + creditBalanceMinor,
    })
  }
  return [...byCurrency].map(([currency, sums]) => ({ currency, ...sums }))
}
