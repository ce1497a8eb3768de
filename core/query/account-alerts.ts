import type { Database } from 'better-sqlite3'
import type { BalanceEffect, LimitNotice } from '../command/outcome.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'

/** The accounts that an operation takes money from and leaves below what their client wants to be told of. Rule: S25. */
export const accountAlerts = (db: Database, balances: readonly BalanceEffect[]): readonly LimitNotice[] =>
  balances.flatMap(({ subAccount, currency, beforeMinor, afterMinor, owner }) => {
    if (owner?.kind !== 'account' || afterMinor >= beforeMinor) return []
    const limitMinor = loadSavingsAccount(db, subAccount, null)?.product.alertBelowMinor
    return limitMinor !== undefined && afterMinor < limitMinor ? [{ beyond: 'below', limitMinor, owner, currency }] : []
  })
