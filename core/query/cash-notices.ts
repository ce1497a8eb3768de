import type { Database } from 'better-sqlite3'
import { beyondLimit } from '../cash/cash-limit.ts'
import type { BalanceEffect, LimitNotice } from '../command/outcome.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { cashLimitAt } from '../storage/cash-limits.ts'

/** The vaults and drawers that an operation leaves beyond a limit. It is told, and stands in the way of nothing. Rule: C16. */
export const cashNotices = (db: Database, balances: readonly BalanceEffect[]): readonly LimitNotice[] =>
  balances.flatMap(({ account, subAccount, currency, afterMinor, owner }) => {
    const isCash = account === postingAccounts.vault || account === postingAccounts.drawers
    const limit = isCash ? cashLimitAt(db, subAccount, currency) : null
    const beyond = limit && beyondLimit(limit, afterMinor)
    return beyond && owner ? [{ ...beyond, owner, currency }] : []
  })
