import { hashOf, isLoanRoute, isPortfolioRoute, type Route } from '../routes.ts'
import { ApprovalsPage } from '../tasks/approvals/approvals-page.tsx'
import { AuditPage } from '../tasks/audit/audit-page.tsx'
import { AuditTrailPage } from '../tasks/audit-trail/audit-trail-page.tsx'
import { BankAccountsPage } from '../tasks/bank-accounts/bank-accounts-page.tsx'
import { BranchesPage } from '../tasks/branches/branches-page.tsx'
import { BusinessDayPage } from '../tasks/business-day/business-day-page.tsx'
import { CalendarPage } from '../tasks/calendar/calendar-page.tsx'
import { CashPage } from '../tasks/cash/cash-page.tsx'
import { SendCashPage } from '../tasks/cash/send-cash-page.tsx'
import { TransferPage } from '../tasks/cash/transfer-page.tsx'
import { CashLimitsPage } from '../tasks/cash-limits/cash-limits-page.tsx'
import { DrawerPage } from '../tasks/drawer/drawer-page.tsx'
import { ExchangePage } from '../tasks/exchange/exchange-page.tsx'
import { JournalPage } from '../tasks/journal/journal-page.tsx'
import { RecordPage } from '../tasks/journal/record-page.tsx'
import { LedgerAccountsPage } from '../tasks/ledger/ledger-accounts-page.tsx'
import { LedgerPage } from '../tasks/ledger/ledger-page.tsx'
import { MyDayPage } from '../tasks/my-day/my-day-page.tsx'
import { PeriodStepPage } from '../tasks/periods/period-step-page.tsx'
import { NextVersionPage } from '../tasks/products/product-form-page.tsx'
import { ProductPage } from '../tasks/products/product-page.tsx'
import { RatesPage } from '../tasks/rates/rates-page.tsx'
import { RegisterClientPage } from '../tasks/register-client/register-client-page.tsx'
import { RevaluePage } from '../tasks/revalue/revalue-page.tsx'
import { ReversePage } from '../tasks/reverse/reverse-page.tsx'
import { SamplingPage } from '../tasks/sampling/sampling-page.tsx'
import { WorkingPaperPage } from '../tasks/sampling/working-paper-page.tsx'
import { SearchPage } from '../tasks/search/search-page.tsx'
import { SettingsPage } from '../tasks/settings/settings-page.tsx'
import { StaffPage } from '../tasks/staff/staff-page.tsx'
import { StatementsPage } from '../tasks/statements/statements-page.tsx'
import { SyncPage } from '../tasks/sync/sync-page.tsx'
import { VaultPage } from '../tasks/vault/vault-page.tsx'
import { AccountScreen } from './account-screen.tsx'
import { BooksScreen } from './books-screen.tsx'
import { ClientScreen } from './client-screen.tsx'
import { LoanScreen } from './loan-screen.tsx'
import { PortfolioScreen } from './portfolio-screen.tsx'

/** The task at a place. A place with another subject is another page: nothing of the last one's form stays. */
export function Screen({ route }: { readonly route: Route }) {
  const key = hashOf(route)
  if (isLoanRoute(route)) return <LoanScreen key={key} route={route} />
  if (isPortfolioRoute(route)) return <PortfolioScreen key={key} task={route.task} />
  switch (route.task) {
    case 'my-day':
      return <MyDayPage />
    case 'search':
      return <SearchPage key={key} purpose={route.purpose} />
    case 'client':
    case 'client-groups':
    case 'edit-client':
      return <ClientScreen key={key} task={route.task} clientId={route.clientId} />
    case 'account':
    case 'deposit':
    case 'withdraw':
    case 'savings-transfer':
    case 'hold':
    case 'standing-instruction':
    case 'holders':
      return <AccountScreen key={key} task={route.task} accountId={route.accountId} />
    case 'register-client':
      return <RegisterClientPage key={key} />
    case 'reverse':
      return <ReversePage key={key} record={route.record} />
    case 'record':
      return <RecordPage key={key} record={route.record} />
    case 'transfer':
      return <TransferPage key={key} transferId={route.transferId} />
    case 'business-day':
      return <BusinessDayPage />
    case 'journal':
      return <JournalPage />
    case 'approvals':
      return <ApprovalsPage />
    case 'sync':
    case 'staff':
    case 'branches':
    case 'calendar':
    case 'settings':
      return <HouseScreen task={route.task} />
    case 'audit':
    case 'audit-trail':
    case 'sampling':
      return <AuditorsPage task={route.task} />
    case 'working-paper':
      return <WorkingPaperPage key={key} paperId={route.paperId} />
    case 'statements':
      return <StatementsPage key={key} {...route} />
    case 'ledger':
      return route.lines ? <LedgerPage key={key} request={route.lines} /> : <LedgerAccountsPage />
    case 'chart':
    case 'import':
    case 'collection':
    case 'post-journal':
    case 'recurring-journals':
    case 'new-recurring-journal':
    case 'periods':
    case 'products':
    case 'new-product':
      return <BooksScreen task={route.task} />
    case 'next-version':
      return <NextVersionPage key={key} productId={route.productId} />
    case 'product':
      return <ProductPage key={key} productId={route.productId} />
    case 'period-step':
      return <PeriodStepPage key={key} step={route} />
    default:
      return <CashScreen task={route.task} />
  }
}

type CashTask =
  | 'drawer'
  | 'vault'
  | 'cash'
  | 'send-cash'
  | 'bank-accounts'
  | 'cash-limits'
  | 'exchange'
  | 'rates'
  | 'revalue'

function CashScreen({ task }: { readonly task: CashTask }) {
  switch (task) {
    case 'drawer':
      return <DrawerPage />
    case 'vault':
      return <VaultPage />
    case 'cash':
      return <CashPage />
    case 'send-cash':
      return <SendCashPage />
    case 'bank-accounts':
      return <BankAccountsPage />
    case 'cash-limits':
      return <CashLimitsPage />
    case 'exchange':
      return <ExchangePage />
    case 'rates':
      return <RatesPage />
    case 'revalue':
      return <RevaluePage />
  }
}

/** What is about the institution and this installation. */
function HouseScreen({ task }: { readonly task: 'sync' | 'staff' | 'branches' | 'calendar' | 'settings' }) {
  switch (task) {
    case 'sync':
      return <SyncPage />
    case 'staff':
      return <StaffPage />
    case 'branches':
      return <BranchesPage />
    case 'calendar':
      return <CalendarPage />
    case 'settings':
      return <SettingsPage />
  }
}

function AuditorsPage({ task }: { readonly task: 'audit' | 'audit-trail' | 'sampling' }) {
  switch (task) {
    case 'audit':
      return <AuditPage />
    case 'audit-trail':
      return <AuditTrailPage />
    case 'sampling':
      return <SamplingPage />
  }
}
