import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { custodyOfLoan, type Loan } from './loan.ts'
import type { LoanPlaces, LoanRole } from './loan-postings.ts'

/** Where the money of a loan comes from or goes to: the person's open drawer, or an account of the client. */
export type LoanMoney =
  | { readonly kind: 'drawer'; readonly drawerId: string; readonly balanceMinor: bigint }
  | { readonly kind: 'savings'; readonly accountId: string; readonly controlAccount: string; readonly epoch: number }

const moneyPlace = (money: LoanMoney) =>
  money.kind === 'drawer'
    ? { account: postingAccounts.drawers, subAccount: money.drawerId }
    : { account: money.controlAccount, subAccount: money.accountId }

/** Where each role stands for a loan. Without money nothing is booked to it. */
export function loanPlaces(
  { loanId, product }: { readonly loanId: string; readonly product: LoanProduct },
  money: LoanMoney | null,
): LoanPlaces {
  const { accounts } = product.accounting
  const lost = (income: string) => ({ account: accounts.writeOffExpense ?? income })
  const ofLoan = (account: string) => ({ account, subAccount: loanId })
  const places: Readonly<Record<Exclude<LoanRole, 'money'>, { account: string; subAccount?: string }>> = {
    principal: ofLoan(product.controlAccount),
    interestReceivable: ofLoan(accounts.interestReceivable),
    feesReceivable: ofLoan(accounts.feesReceivable),
    penaltiesReceivable: ofLoan(accounts.penaltiesReceivable),
    unearnedInterest: ofLoan(accounts.unearnedInterest),
    overpayments: ofLoan(accounts.overpayments),
    interestIncome: { account: accounts.interestIncome },
    feeIncome: { account: accounts.feeIncome },
    penaltyIncome: { account: accounts.penaltyIncome },
    allowance: { account: accounts.allowance },
    interestWrittenOff: lost(accounts.interestIncome),
    feesWrittenOff: lost(accounts.feeIncome),
    penaltiesWrittenOff: lost(accounts.penaltyIncome),
    recoveries: { account: accounts.recoveries },
    insurancePayable: { account: accounts.insurancePayable ?? accounts.feeIncome },
  }
  const cash = money ? moneyPlace(money) : { account: postingAccounts.clearing }
  return role => (role === 'money' ? cash : places[role])
}

/** How a body names where money came from or went to. */
export const moneyNamed = (money: LoanMoney) =>
  money.kind === 'drawer' ? { drawerId: money.drawerId } : { accountId: money.accountId }

/** Of the loan, and of the account that its money moves. */
export const custodyWith = (loan: Pick<Loan, 'loanId' | 'custodyEpoch'>, money: LoanMoney | null) => [
  custodyOfLoan(loan),
  ...(money?.kind === 'savings' ? [{ account: money.accountId, epoch: money.epoch }] : []),
]
