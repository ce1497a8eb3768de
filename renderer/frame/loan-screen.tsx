import type { LoanRoute } from '../routes.ts'
import { CollectGroupPage } from '../tasks/group/collect-group-page.tsx'
import { GroupPage } from '../tasks/group/group-page.tsx'
import { LoanActPage } from '../tasks/loan/loan-act-page.tsx'
import { LoanPage } from '../tasks/loan/loan-page.tsx'
import { OrderRepaymentPage } from '../tasks/loan/order-repayment-page.tsx'
import { ApplicationPage } from '../tasks/loan-application/application-page.tsx'
import { LoansPage } from '../tasks/loan-application/loans-page.tsx'
import { AmendLoanPage, NewLoanPage } from '../tasks/loan-application/new-loan-page.tsx'

/** What is done with loans. */
export function LoanScreen({ route }: { readonly route: LoanRoute }) {
  switch (route.task) {
    case 'group':
      return <GroupPage groupId={route.groupId} />
    case 'collect-group':
      return <CollectGroupPage groupId={route.groupId} />
    case 'new-loan':
      return <NewLoanPage clientId={route.clientId} />
    case 'amend-loan':
      return <AmendLoanPage loanId={route.loanId} />
    case 'loan-application':
      return <ApplicationPage loanId={route.loanId} />
    case 'loans':
      return <LoansPage list={route.list} />
    case 'loan':
      return <LoanPage loanId={route.loanId} />
    case 'order-repayment':
      return <OrderRepaymentPage loanId={route.loanId} />
    default:
      return <LoanActPage act={route.task} loanId={route.loanId} />
  }
}
