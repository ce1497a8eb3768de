import type { Database } from 'better-sqlite3'
import { accountNames } from './clients.ts'
import { drawerRow } from './drawers.ts'
import { branchRows, grantById } from './reference.ts'

/** Whose money a sub-account is: a client's account, what lies in a person's drawer, or in a branch's vault. */
export type SubAccountOwner =
  | { readonly kind: 'account'; readonly name: string; readonly account: string }
  | { readonly kind: 'drawer' | 'vault'; readonly name: string }

/** Null for a sub-account that this installation knows nothing more about. */
export function subAccountOwner(db: Database, subAccount: string): SubAccountOwner | null {
  const account = accountNames(db, subAccount)
  if (account) return { kind: 'account', name: account.name || account.clientNumber, account: account.number }
  const drawer = drawerRow(db, subAccount)
  if (drawer) return { kind: 'drawer', name: grantById(db, drawer.staffId)?.name ?? '' }
  const vault = branchRows(db).find(({ vaultId }) => vaultId === subAccount)
  return vault ? { kind: 'vault', name: vault.name } : null
}
