import { syncTables } from './sync-tables.ts'
import { auditProjections, auditTables } from './tables/audit-tables.ts'
import { cashTables } from './tables/cash-tables.ts'
import { clientTables } from './tables/client-tables.ts'
import { exchangeTables } from './tables/exchange-tables.ts'
import { groupTables } from './tables/group-tables.ts'
import { institutionTables } from './tables/institution-tables.ts'
import { journalProjections } from './tables/journal-projections.ts'
import { journalTables } from './tables/journal-tables.ts'
import { ledgerTables } from './tables/ledger-tables.ts'
import { loanSecurityTables } from './tables/loan-security-tables.ts'
import { loanTables } from './tables/loan-tables.ts'
import { localTables } from './tables/local-tables.ts'
import { portfolioTables } from './tables/portfolio-tables.ts'
import { provisionTables } from './tables/provision-tables.ts'
import { savingsTables } from './tables/savings-tables.ts'

/** What can be thrown away and rebuilt from the journal: written only by the appliers. */
export const projectionTables = [
  institutionTables,
  ledgerTables,
  clientTables,
  groupTables,
  savingsTables,
  loanTables,
  loanSecurityTables,
  portfolioTables,
  provisionTables,
  cashTables,
  exchangeTables,
  auditProjections,
  journalProjections,
].join('')

/** What stands nowhere else: the records and what lies beside them, and what this installation notes for itself. */
export const keptTables = [journalTables, localTables, auditTables, syncTables].join('')
