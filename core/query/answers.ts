import type { AuditAnswers } from './audit-answers.ts'
import type { BulkAnswers } from './bulk-answers.ts'
import type { CashAnswers } from './cash-answers.ts'
import type { ClientAnswers } from './client-answers.ts'
import type { CloseAnswers } from './close-answers.ts'
import type { CounterAnswers } from './counter-answers.ts'
import type { ExchangeAnswers } from './exchange-answers.ts'
import type { GroupAnswers } from './group-answers.ts'
import type { InstitutionAnswers } from './institution-answers.ts'
import type { JournalAnswers } from './journal-answers.ts'
import type { LedgerAnswers } from './ledger-answers.ts'
import type { LoanAnswers } from './loan-answers.ts'
import type { LoanSecurityAnswers } from './loan-security-answers.ts'
import type { PeriodAnswers } from './period-answers.ts'
import type { PortfolioAnswers } from './portfolio-answers.ts'
import type { ProductAnswers } from './product-answers.ts'
import type { SavingsAnswers } from './savings-answers.ts'
import type { SessionAnswers } from './session-answers.ts'
import type { StatementAnswers } from './statement-answers.ts'
import type { SyncAnswers } from './sync-answers.ts'

/** What each query answers, by the type of the query. */
export interface Answers
  extends AuditAnswers,
    BulkAnswers,
    CashAnswers,
    ClientAnswers,
    CloseAnswers,
    CounterAnswers,
    ExchangeAnswers,
    GroupAnswers,
    InstitutionAnswers,
    JournalAnswers,
    LedgerAnswers,
    LoanAnswers,
    LoanSecurityAnswers,
    PeriodAnswers,
    PortfolioAnswers,
    ProductAnswers,
    SavingsAnswers,
    SessionAnswers,
    StatementAnswers,
    SyncAnswers {}
