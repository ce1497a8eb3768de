import type { Database } from 'better-sqlite3'
import type { CurrencyCode } from '../money/currency.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'

export interface NumberedAccount {
  readonly accountId: string
  readonly number: string
  readonly clientName: string
  readonly currency: CurrencyCode
}

const byNumber = prepared<
  { number: string },
  { account_id: string; number: string; client_name: string; currency: string }
>((db, param) =>
  db
    .selectFrom('savings_account as a')
    .innerJoin('client as c', 'c.client_id', 'a.client_id')
    .select(['a.account_id', 'a.number', 'c.name as client_name', 'a.currency'])
    .where('a.number', '=', param('number')),
)

/** Whose account this is; null when no account has the number. */
export function accountByNumber(db: Database, number: string): NumberedAccount | null {
  const row = byNumber.get(db, { number: number.toUpperCase() })
  return row ? { ...row, currency: currencyOf(row.currency) } : null
}

const loanByNumber = prepared<
  { number: string },
  { loan_id: string; number: string; client_name: string; currency: string }
>((db, param) =>
  db
    .selectFrom('loan as l')
    .innerJoin('client as c', 'c.client_id', 'l.client_id')
    .select(['l.loan_id', 'l.number', 'c.name as client_name', 'l.currency'])
    .where('l.number', '=', param('number')),
)

export interface NumberedLoan extends Omit<NumberedAccount, 'accountId'> {
  readonly loanId: string
}

/** Whose loan this is; null when no loan has the number. */
export function loanNumbered(db: Database, number: string): NumberedLoan | null {
  const row = loanByNumber.get(db, { number: number.toUpperCase() })
  return row ? { ...row, currency: currencyOf(row.currency) } : null
}
