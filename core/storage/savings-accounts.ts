import type { Database } from 'better-sqlite3'
import type { Expression, ExpressionBuilder } from 'kysely'
import { assert } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type CurrencyCode, isCurrencyCode } from '../money/currency.ts'
import { isDepositProduct } from '../products/product.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
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
  withdrawn_minor: bigint
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
    .whereRef('balance.account', '=', 'a.control_account')
    .whereRef('balance.currency', '=', 'a.currency')
    .as('raw_minor')

const heldMinor = (eb: OfAccount) =>
  eb
    .selectFrom('hold')
    .select(inner => inner.fn.coalesce(inner.fn.sum<bigint>('amount_minor'), inner.val(0n)).as('held_minor'))
    .whereRef('hold.account_id', '=', 'a.account_id')
    .where('resolved_position', 'is', null)
    .as('held_minor')

const withdrawnMinor = (eb: OfAccount, date: Expression<string | null>) =>
  eb
    .selectFrom('withdrawal_day')
    .select(inner => inner.fn.coalesce(inner.fn.sum<bigint>('amount_minor'), inner.val(0n)).as('withdrawn_minor'))
    .whereRef('withdrawal_day.account_id', '=', 'a.account_id')
    .where('date', '=', date)
    .as('withdrawn_minor')

/** The account with all that a decision about it needs, in one statement: cash is paid in and out through it all day. */
const accountById = prepared<{ accountId: string; date: string | null }, AccountRow>((db, param) =>
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
      withdrawnMinor(eb, param('date')),
    ])
    .where('a.account_id', '=', param('accountId')),
)

export const currencyOf = (text: string): CurrencyCode => {
  assert(isCurrencyCode(text), 'a stored currency is an ISO 4217 code')
  return text
}

/** The account as the verbs see it, with what was withdrawn on `date`; null when there is none. */
export function loadSavingsAccount(db: Database, accountId: string, date: BusinessDate | null): SavingsAccount | null {
  const row = accountById.get(db, { accountId, date })
  if (!row) return null
  const product = parsedProduct(row.productBody)
  assert(isDepositProduct(product), 'a savings account is opened under a product for deposits')
  return {
    accountId,
    number: row.number,
    clientId: row.clientId,
    controlAccount: row.controlAccount,
    currency: currencyOf(row.currency),
    status: row.status,
    product,
    balanceMinor: -row.rawMinor,
    heldMinor: row.heldMinor,
    withdrawnTodayMinor: row.withdrawnMinor,
    custodian: { logId: row.custodianLog, deviceCode: row.deviceCode ?? '?' },
    custodyEpoch: row.custodyEpoch,
  }
}

const ofClient = prepared<{ clientId: string }, { account_id: string }>((db, param) =>
  db.selectFrom('savings_account').select('account_id').where('client_id', '=', param('clientId')).orderBy('number'),
)

export const accountsOfClient = (db: Database, clientId: string): readonly string[] =>
  ofClient.all(db, { clientId }).map(({ accountId }) => accountId)

export const openedOn = (db: Database, accountId: string): { openedOn: string; branchId: string } | null =>
  accountById.get(db, { accountId, date: null }) ?? null
