import type { Database } from 'better-sqlite3'
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { AccountPlaces } from '../savings/split-overdrawn.ts'
import { prepared } from './run.ts'

/** Of a product `p`: the account on which an overdraft stands; null where there is none, or it is no account of its own. */
export const principalOfProduct = sql<
  string | null
>`nullif(json_extract(p.body, '$.overdraft.principalAccount'), json_extract(p.body, '$.overdraft.receivableAccount'))`

/**
 * The accounts of the ledger on which a client's account stands, for `IN`. What it owes besides, such as overdraft interest that is not
 * charged yet, stands elsewhere and is no part of its balance.
 */
export const accountsOf = (accountId: Expression<string>): RawBuilder<unknown> => sql`(
  SELECT control_account FROM savings_account WHERE account_id = ${accountId}
  UNION ALL SELECT ${principalOfProduct} FROM savings_account AS a
  JOIN product AS p ON p.product_id = a.product_id AND p.version = a.product_version WHERE a.account_id = ${accountId})`

/** Debits less credits of the account `a` on one of the two. */
const rawMinorOn = (account: RawBuilder<string | null>) => sql<bigint>`(
  SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance
  WHERE sub_account = a.account_id AND account = ${account} AND currency = a.currency)`

const placesOf = prepared<
  { accountId: string },
  {
    control_account: string
    principal_account: string | null
    control_minor: bigint
    principal_minor: bigint
  }
>((db, param) =>
  db
    .selectFrom('savings_account as a')
    .innerJoin('product as p', join =>
      join.onRef('p.product_id', '=', 'a.product_id').onRef('p.version', '=', 'a.product_version'),
    )
    .select([
      'a.control_account',
      principalOfProduct.as('principal_account'),
      rawMinorOn(sql`a.control_account`).as('control_minor'),
      rawMinorOn(principalOfProduct).as('principal_minor'),
    ])
    .where('a.account_id', '=', param('accountId'))
    .where(principalOfProduct, 'is not', null),
)

/** Where a client's account with an overdraft stands in the ledger, and with what; null for any other sub-account. */
export function overdraftPlaces(db: Database, subAccount: string): AccountPlaces | null {
  const row = placesOf.get(db, { accountId: subAccount })
  return row && row.principalAccount !== null ? { ...row, principalAccount: row.principalAccount } : null
}
