import type { Database } from 'better-sqlite3'
import { type Expression, type ExpressionBuilder, sql } from 'kysely'
import { assert } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { type CurrencyCode, isCurrencyCode } from '../money/currency.ts'
import { isDepositProduct } from '../products/product.ts'
import { type AccountStatus, accountStatuses, type SavingsAccount } from '../savings/savings-account.ts'
import { principalOfProduct } from './account-places.ts'
import { parsedProduct } from './products.ts'
import { prepared } from './run.ts'
import type { SavingsAccountTable } from './tables/savings-tables.ts'
import type { Tables } from './tables.ts'

interface AccountRow extends SavingsAccountTable {
  device_code: string | null
  product_body: string
  /** Debits minus credits. */
  raw_minor: bigint
  held_minor: bigint
  withdrawn_today_minor: bigint
  operated_today_minor: bigint
  withdrawn_month_minor: bigint
  operated_month_minor: bigint
}

type OfAccount = ExpressionBuilder<Tables & { a: SavingsAccountTable }, 'a'>

const rawMinor = (eb: OfAccount) =>
  eb
    .selectFrom('balance')
    .select(inner =>
      inner.fn
        .coalesce(inner.fn.sum<bigint>(inner('debit_minor', '-', inner.ref('credit_minor'))), inner.val(0n))
        .as('raw_minor'),
    )
    .whereRef('balance.sub_account', '=', 'a.account_id')
    .where(sql<boolean>`balance.account IN (a.control_account, ${principalOfProduct})`)
    .whereRef('balance.currency', '=', 'a.currency')
    .as('raw_minor')

const heldMinor = (eb: OfAccount) =>
  eb
    .selectFrom('hold')
    .select(inner => inner.fn.coalesce(inner.fn.sum<bigint>('amount_minor'), inner.val(0n)).as('held_minor'))
    .whereRef('hold.account_id', '=', 'a.account_id')
    .where('resolved_position', 'is', null)
    .as('held_minor')

type DaySum = 'withdrawn_minor' | 'operated_minor'

/** What went through the account between two business dates. */
const daySum = <N extends string>(
  eb: OfAccount,
  column: DaySum,
  { from, to, as }: { from: Expression<string | null>; to: Expression<string | null>; as: N },
) =>
  eb
    .selectFrom('account_day')
    .select(inner => inner.fn.coalesce(inner.fn.sum<bigint>(column), inner.val(0n)).as('sum'))
    .whereRef('account_day.account_id', '=', 'a.account_id')
    .where('date', '>=', from)
    .where('date', '<=', to)
    .as(as)

/** The account with all that a decision about it needs, in one statement: cash is paid in and out through it all day. */
const accountById = prepared<{ accountId: string; date: string | null; month: string | null }, AccountRow>(
  (db, param) =>
    db
      .selectFrom('savings_account as a')
      .innerJoin('product as p', join =>
        join.onRef('p.product_id', '=', 'a.product_id').onRef('p.version', '=', 'a.product_version'),
      )
      .leftJoin('device', 'device.log_id', 'a.custodian_log')
      .selectAll('a')
      .select(eb => [
        'device.device_code',
        'p.body as product_body',
        rawMinor(eb),
        heldMinor(eb),
        daySum(eb, 'withdrawn_minor', { from: param('date'), to: param('date'), as: 'withdrawn_today_minor' }),
        daySum(eb, 'operated_minor', { from: param('date'), to: param('date'), as: 'operated_today_minor' }),
        daySum(eb, 'withdrawn_minor', { from: param('month'), to: param('date'), as: 'withdrawn_month_minor' }),
        daySum(eb, 'operated_minor', { from: param('month'), to: param('date'), as: 'operated_month_minor' }),
      ])
      .where('a.account_id', '=', param('accountId')),
)

export const currencyOf = (text: string): CurrencyCode => {
  assert(isCurrencyCode(text), 'a stored currency is an ISO 4217 code')
  return text
}

const holdersOf = prepared<{ accountId: string }, { client_id: string }>((db, param) =>
  db.selectFrom('account_holder').select('client_id').where('account_id', '=', param('accountId')).orderBy('place'),
)

const statusOf = (text: string): AccountStatus => {
  const status = accountStatuses.find(one => one === text)
  assert(status, 'a stored account has one of the statuses')
  return status
}

/** The account as the verbs see it, with what went through it on `date` and in its month; null when there is none. */
export function loadSavingsAccount(db: Database, accountId: string, date: BusinessDate | null): SavingsAccount | null {
  const month = date && `${date.slice(0, 7)}-01`
  const row = accountById.get(db, { accountId, date, month })
  if (!row) return null
  const product = parsedProduct(row.productBody)
  assert(isDepositProduct(product), 'a savings account is opened under a product for deposits')
  const arranged = product.kind === 'current' ? product.overdraft?.limitMinor : undefined
  return {
    accountId,
    number: row.number,
    clientId: row.clientId,
    controlAccount: row.controlAccount,
    currency: currencyOf(row.currency),
    status: statusOf(row.status),
    product,
    openedOn: businessDate(row.openedOn),
    termFrom: businessDate(row.termFrom),
    maturesOn: row.maturesOn === null ? null : businessDate(row.maturesOn),
    installmentMinor: row.installmentMinor,
    installmentsPaid: row.installmentMinor === null ? 0 : Number(row.paidInMinor / row.installmentMinor),
    overdraftLimitMinor: row.overdraftMinor ?? arranged ?? 0n,
    balanceMinor: -row.rawMinor,
    heldMinor: row.heldMinor,
    today: { withdrawnMinor: row.withdrawnTodayMinor, operatedMinor: row.operatedTodayMinor },
    thisMonth: { withdrawnMinor: row.withdrawnMonthMinor, operatedMinor: row.operatedMonthMinor },
    holders: holdersOf.all(db, { accountId }).map(({ clientId }) => clientId),
    signing: row.signing === 'all' ? 'all' : 'any',
    lastUsedOn: businessDate(row.lastUsedOn),
    feeMonths: row.feeMonths,
    feesOwedMinor: row.feesOwedMinor,
    installmentsJudged: row.installmentsJudged,
    custodian: { logId: row.custodianLog, deviceCode: row.deviceCode ?? '?' },
    custodyEpoch: row.custodyEpoch,
  }
}

const currencyById = prepared<{ accountId: string }, { currency: string }>((db, param) =>
  db.selectFrom('savings_account').select('currency').where('account_id', '=', param('accountId')),
)

export function currencyOfAccount(db: Database, accountId: string): CurrencyCode | null {
  const row = currencyById.get(db, { accountId })
  return row ? currencyOf(row.currency) : null
}

const ofClient = prepared<{ clientId: string }, { account_id: string }>((db, param) =>
  db
    .selectFrom('account_holder')
    .innerJoin('savings_account', 'savings_account.account_id', 'account_holder.account_id')
    .select('savings_account.account_id')
    .where('account_holder.client_id', '=', param('clientId'))
    .orderBy('savings_account.number'),
)

/** The accounts that the client holds, alone or with others. */
export const accountsOfClient = (db: Database, clientId: string): readonly string[] =>
  ofClient.all(db, { clientId }).map(({ accountId }) => accountId)

/** The branch at which the account was opened. */
export const branchOfAccount = (db: Database, accountId: string): string | null =>
  accountById.get(db, { accountId, date: null, month: null })?.branchId ?? null
