import { auditProjections } from './tables/audit-tables.ts'
import { cashTables } from './tables/cash-tables.ts'
import { clientTables } from './tables/client-tables.ts'
import { exchangeTables } from './tables/exchange-tables.ts'
import { institutionTables } from './tables/institution-tables.ts'
import { journalProjections } from './tables/journal-projections.ts'
import { ledgerTables } from './tables/ledger-tables.ts'
import { savingsTables } from './tables/savings-tables.ts'

/** What can be thrown away and rebuilt from the journal: written only by the appliers. */
export const projectionTables = [
  institutionTables,
  ledgerTables,
  clientTables,
  savingsTables,
  cashTables,
  exchangeTables,
  auditProjections,
  journalProjections,
].join('')
