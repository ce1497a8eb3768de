import { businessDate } from '../../core/calendar/business-date.ts'
import { rate } from '../../core/money/rate.ts'
import type { LoanProduct } from '../../core/products/loan-product.ts'
import { loadLoan } from '../../core/storage/loans.ts'
import { type Branch, openForBusiness } from './branch.ts'
import { templateProduct } from './products.ts'

/** What a test has to say of a loan; the rest is the template's business loan of 12 months at 24 percent, 10,000.00. */
export interface LoanAsked {
  readonly product?: Partial<LoanProduct>
  readonly principalMinor?: bigint
  readonly installments?: number
  /** The usual one where it is left out. */
  readonly firstDueOn?: string
  readonly groupId?: string
}

/** A branch that is open for business, with an approved loan of its client. */
export interface Lending {
  readonly branch: Branch
  readonly clientId: string
  readonly accountId: string
  readonly drawerId: string
  readonly loanId: string
}

const template = templateProduct('loan')
const firstDay = businessDate('2026-03-02')

/** Publishes a product for loans and drafts a loan under it. */
export function draftLoan(branch: Branch, clientId: string, asked: LoanAsked = {}): string {
  const productId = `loan-${branch.environment.newId().slice(-8)}`
  const product = {
    ...template,
    kycTier: 1 as const,
    charges: [],
    ...asked.product,
    productId,
    version: 1,
    validFrom: firstDay,
  }
  branch.must('head-office', { type: 'product.publish', product })
  const { created } = branch.must('officer', {
    type: 'loan.draft',
    clientId,
    productId,
    principalMinor: asked.principalMinor ?? 1_000_000n,
    ...(asked.groupId === undefined ? {} : { groupId: asked.groupId }),
    ...(asked.installments === undefined ? {} : { installments: asked.installments }),
    ...(asked.firstDueOn === undefined ? {} : { firstDueOn: businessDate(asked.firstDueOn) }),
  })
  return created.loanId ?? ''
}

/** A loan that is drafted by the officer, handed in by the teller and approved by the manager. */
export function approvedLoan(branch: Branch, asked: LoanAsked = {}): Lending {
  const opened = openForBusiness(branch)
  const loanId = draftLoan(branch, opened.clientId, asked)
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  return { branch, ...opened, loanId }
}

/** The same, paid out in cash by the officer. */
export function paidOutLoan(branch: Branch, asked: LoanAsked = {}): Lending {
  const lending = approvedLoan(branch, asked)
  const amountMinor = asked.principalMinor ?? 1_000_000n
  branch.must('officer', {
    type: 'loan.disburse',
    loanId: lending.loanId,
    amountMinor,
    currency: branch.currency,
    to: { kind: 'drawer' },
  })
  return lending
}

/** In cash through the officer's drawer; what counts from an earlier day is signed by the manager. */
/** Whose loan it is, and the account that it is paid out to. */
export type Borrower = Pick<Lending, 'branch' | 'clientId' | 'accountId'>

/** Another loan of a client, paid out to their account. */
export function lendBeside({ branch, clientId, accountId }: Borrower, asked: LoanAsked = {}): string {
  const loanId = draftLoan(branch, clientId, asked)
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  branch.must('officer', {
    type: 'loan.disburse',
    loanId,
    amountMinor: asked.principalMinor ?? 1_000_000n,
    currency: branch.currency,
    to: { kind: 'savings', accountId },
  })
  return loanId
}

/** What lateness costs under a product that is otherwise the template's. */
export const late = (rules: LoanProduct['repayment']['late']): Partial<LoanProduct> => ({
  repayment: { ...template.repayment, late: rules },
})
export const noLateness = late({ graceDays: 0 })

const service = {
  chargeId: 'service',
  name: 'Service',
  kind: 'fee',
  amount: { type: 'fixed', amountMinor: 1_000n },
  when: { type: 'each-installment' },
} as const

const recalculated: Partial<LoanProduct> = {
  repayment: {
    ...template.repayment,
    late: { graceDays: 0, penaltyAnnualPercent: rate('10') },
    recalculation: {
      rest: 'daily',
      advance: 'reduce-installment',
      compounding: 'none',
      lateInterest: 'every-period',
      payoff: 'to-the-day',
    },
  },
}

/** What the close of business tells apart: fees and penalties for lateness, charges, the cash basis, a short patience, recalculation. */
const everyKind: readonly Partial<LoanProduct>[] = [
  late({ graceDays: 3, fee: { type: 'fixed', amountMinor: 5_000n }, penaltyAnnualPercent: rate('12') }),
  { ...noLateness, charges: [service] },
  { ...noLateness, accounting: { ...template.accounting, basis: 'cash' } },
  { ...noLateness, accounting: { ...template.accounting, nonAccrualAfterDays: 5, defaultAfterDays: 9 } },
  recalculated,
]

/** Loans of every kind, of three installments each. */
export const lendOfEveryKind = <B extends Borrower>(
  to: B,
  asked: LoanAsked = {},
): readonly (B & { readonly loanId: string })[] =>
  everyKind.map(product => ({ ...to, loanId: lendBeside(to, { ...asked, product, installments: 3 }) }))

export const repay = ({ branch, loanId }: Lending, amountMinor: bigint, over: { readonly valueDate?: string } = {}) =>
  branch.must(
    'officer',
    {
      type: 'loan.repay',
      loanId,
      amountMinor,
      currency: branch.currency,
      from: { kind: 'drawer' },
      ...(over.valueDate ? { valueDate: businessDate(over.valueDate) } : {}),
    },
    over.valueDate ? 'manager' : undefined,
  )

/** The loan as the books know it. */
export function loanOf({ branch, loanId }: Pick<Lending, 'branch' | 'loanId'>) {
  const loan = loadLoan(branch.books.db, loanId)
  if (!loan) throw new Error('no such loan')
  return loan
}
