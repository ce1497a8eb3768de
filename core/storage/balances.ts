import type { Database } from 'better-sqlite3'
import type { CurrencyCode } from '../money/currency.ts'
import { prepared } from './run.ts'

interface Movement {
  readonly [column: string]: string | bigint
  readonly account: string
  readonly subAccount: string
  readonly currency: string
  readonly branch: string
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

const move = prepared<Movement, { debit_minor: bigint; credit_minor: bigint }>((db, param) =>
  db
    .insertInto('balance')
    .values({
      sub_account: param('subAccount'),
      account: param('account'),
      currency: param('currency'),
      branch: param('branch'),
      debit_minor: param('debitMinor'),
      credit_minor: param('creditMinor'),
    })
    .onConflict(conflict =>
      conflict.columns(['sub_account', 'account', 'currency', 'branch']).doUpdateSet(eb => ({
        debit_minor: eb('balance.debit_minor', '+', eb.ref('excluded.debit_minor')),
        credit_minor: eb('balance.credit_minor', '+', eb.ref('excluded.credit_minor')),
      })),
    )
    .returning(['debit_minor', 'credit_minor']),
)

const one = prepared<
  { account: string; subAccount: string; currency: string },
  { debit_minor: bigint; credit_minor: bigint }
>((db, param) =>
  db
    .selectFrom('balance')
    .select(eb => [
      eb.fn.coalesce(eb.fn.sum<bigint>('debit_minor'), eb.val(0n)).as('debit_minor'),
      eb.fn.coalesce(eb.fn.sum<bigint>('credit_minor'), eb.val(0n)).as('credit_minor'),
    ])
    .where('sub_account', '=', param('subAccount'))
    .where('account', '=', param('account'))
    .where('currency', '=', param('currency')),
)

/** Adds an amount to a ledger account's counters (and to the sub-account's, when given); returns the raw balance after it. */
export function addToBalance(
  db: Database,
  at: {
    account: string
    subAccount?: string | undefined
    currency: CurrencyCode
    branch: string
  },
  amountMinor: bigint,
): bigint {
  const movement: Movement = {
    account: at.account,
    subAccount: at.subAccount ?? '',
    currency: at.currency,
    branch: at.branch,
    debitMinor: amountMinor > 0n ? amountMinor : 0n,
    creditMinor: amountMinor < 0n ? -amountMinor : 0n,
  }
  const [after] = move.all(db, movement)
  return after ? after.debitMinor - after.creditMinor : 0n
}

/** All that was ever debited and credited to a sub-account, never netted. */
export const counters = (db: Database, account: string, subAccount: string, currency: CurrencyCode) =>
  one.get(db, { account, subAccount, currency }) ?? { debitMinor: 0n, creditMinor: 0n }

/** The raw balance (debits minus credits) of a sub-account in one ledger account; zero when nothing was ever posted. */
export function rawBalance(db: Database, account: string, subAccount: string, currency: CurrencyCode): bigint {
  const row = one.get(db, { account, subAccount, currency })
  return row ? row.debitMinor - row.creditMinor : 0n
}
