import type { Database } from 'better-sqlite3'
import { assert, present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type CurrencyCode, isCurrencyCode } from '../money/currency.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import { type SavingsProduct, savingsProductSchema } from '../savings/savings-product.ts'
import { rawBalance } from './balances.ts'
import { prepared } from './run.ts'
import type { SavingsAccountTable } from './tables.ts'

const accountById = prepared<{ accountId: string }, SavingsAccountTable & { device_code: string | null }>((db, param) =>
  db
    .selectFrom('savings_account')
    .leftJoin('device', 'device.log_id', 'savings_account.custodian_log')
    .selectAll('savings_account')
    .select('device.device_code')
    .where('account_id', '=', param('accountId')),
)
const held = prepared<{ accountId: string }, { held_minor: bigint }>((db, param) =>
  db
    .selectFrom('hold')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('amount_minor'), eb.val(0n)).as('held_minor'))
    .where('account_id', '=', param('accountId'))
    .where('released_position', 'is', null),
)
const withdrawnOn = prepared<{ accountId: string; date: string }, { amount_minor: bigint }>((db, param) =>
  db
    .selectFrom('withdrawal_day')
    .select('amount_minor')
    .where('account_id', '=', param('accountId'))
    .where('date', '=', param('date')),
)
const productVersion = prepared<{ productId: string; version: number }, { body: string }>((db, param) =>
  db
    .selectFrom('savings_product')
    .select('body')
    .where('product_id', '=', param('productId'))
    .where('version', '=', param('version')),
)
const newestProducts = prepared<Record<never, never>, { product_id: string; version: number; body: string }>(db =>
  db
    .selectFrom('savings_product as p')
    .select(['p.product_id', 'p.version', 'p.body'])
    .where('p.version', '=', eb =>
      eb
        .selectFrom('savings_product as newer')
        .select(inner => inner.fn.max('newer.version').as('version'))
        .whereRef('newer.product_id', '=', 'p.product_id'),
    )
    .orderBy('p.body'),
)

export const currencyOf = (text: string): CurrencyCode => {
  assert(isCurrencyCode(text), 'a stored currency is an ISO 4217 code')
  return text
}

const products = new Map<string, SavingsProduct>()

/** A product version never changes, so what was parsed once is kept. */
const parsedProduct = (body: string): SavingsProduct => {
  const known = products.get(body)
  if (known) return known
  const product = savingsProductSchema.parse(JSON.parse(body))
  products.set(body, product)
  return product
}

/** The newest version of every product, the ones that a new account may be opened under. */
export const listProducts = (db: Database): readonly SavingsProduct[] =>
  newestProducts.all(db, {}).map(({ body }) => parsedProduct(body))

/** The account as the verbs see it, with what was withdrawn on `date`; null when there is none. */
export function loadSavingsAccount(db: Database, accountId: string, date: BusinessDate | null): SavingsAccount | null {
  const row = accountById.get(db, { accountId })
  if (!row) return null
  const { controlAccount, number, clientId, status, custodyEpoch } = row
  const currency = currencyOf(row.currency)
  const version = productVersion.get(db, {
    productId: row.productId,
    version: row.productVersion,
  })
  return {
    accountId,
    number,
    clientId,
    controlAccount,
    currency,
    status,
    product: parsedProduct(present(version, 'an account keeps a published product version').body),
    balanceMinor: -rawBalance(db, controlAccount, accountId, currency),
    heldMinor: held.get(db, { accountId })?.heldMinor ?? 0n,
    withdrawnTodayMinor: date ? (withdrawnOn.get(db, { accountId, date })?.amountMinor ?? 0n) : 0n,
    custodian: { logId: row.custodianLog, deviceCode: row.deviceCode ?? '?' },
    custodyEpoch,
  }
}

const ofClient = prepared<{ clientId: string }, { account_id: string }>((db, param) =>
  db.selectFrom('savings_account').select('account_id').where('client_id', '=', param('clientId')).orderBy('number'),
)

export const accountsOfClient = (db: Database, clientId: string): readonly string[] =>
  ofClient.all(db, { clientId }).map(({ accountId }) => accountId)

export const openedOn = (db: Database, accountId: string): { openedOn: string; branchId: string } | null =>
  accountById.get(db, { accountId }) ?? null
