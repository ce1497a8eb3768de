import type { AuditTables } from './tables/audit-tables.ts'
import type { CashTables } from './tables/cash-tables.ts'
import type { ClientTables } from './tables/client-tables.ts'
import type { ExchangeTables } from './tables/exchange-tables.ts'
import type { GroupTables } from './tables/group-tables.ts'
import type { InstitutionTables } from './tables/institution-tables.ts'
import type { JournalProjections } from './tables/journal-projections.ts'
import type { JournalTables } from './tables/journal-tables.ts'
import type { LedgerTables } from './tables/ledger-tables.ts'
import type { LoanSecurityTables } from './tables/loan-security-tables.ts'
import type { LoanTables } from './tables/loan-tables.ts'
import type { LocalTables } from './tables/local-tables.ts'
import type { PortfolioTables } from './tables/portfolio-tables.ts'
import type { ProvisionTables } from './tables/provision-tables.ts'
import type { SavingsTables } from './tables/savings-tables.ts'

/**
 * The columns of every table, for Kysely. Columns that end in `_minor` hold amounts and are `bigint` in code; every other integer is
 * a safe `number`. The DDL of a table stands beside its columns.
 */
export interface Tables
  extends AuditTables,
    CashTables,
    ClientTables,
    ExchangeTables,
    GroupTables,
    InstitutionTables,
    JournalProjections,
    JournalTables,
    LedgerTables,
    LoanSecurityTables,
    LoanTables,
    LocalTables,
    PortfolioTables,
    ProvisionTables,
    SavingsTables {}
