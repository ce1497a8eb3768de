import type { ImportKind } from '../../import/import-kinds.ts'
import { planAccounts } from './plan-accounts.ts'
import { planClients } from './plan-clients.ts'
import { planDeposits } from './plan-deposits.ts'
import { planJournals } from './plan-journals.ts'
import { planLedgerBalances } from './plan-ledger-balances.ts'
import type { PlannedUnit, Planning } from './planned-unit.ts'

const planners: Readonly<Record<ImportKind, (planning: Planning) => Iterable<readonly PlannedUnit[]>>> = {
  clients: planClients,
  'ledger-balances': planLedgerBalances,
  accounts: planAccounts,
  journals: planJournals,
  deposits: planDeposits,
}

/**
 * What becomes of the rows of a file, in its order, read row by row as it is asked for: the same for a check and for the import itself.
 * Rules: N6 to N9, N16.
 */
export const planImport = (planning: Planning): Iterable<readonly PlannedUnit[]> =>
  planners[planning.spec.kind](planning)
