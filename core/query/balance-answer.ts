import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { rawBalanceAsOf } from '../storage/statement-lines.ts'
import type { BalanceAnswer } from './savings-answers.ts'

/** What was on an account at the end of a day, as booked or as counted. Refuses `account-unknown`. Rule: Q3. */
export function balanceAnswer(
  db: Database,
  { accountId, asOf, basis }: { readonly accountId: string; readonly asOf: BusinessDate; readonly basis: DateBasis },
): Result<BalanceAnswer, Refusal> {
  const account = loadSavingsAccount(db, accountId, null)
  if (!account) return refuse({ type: 'account-unknown' })
  return ok({ asOf, balanceMinor: -rawBalanceAsOf(db, accountId, asOf, basis), currency: account.currency })
}
