import { present } from '../assert.ts'
import { weekdays } from '../calendar/working-days.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import { readableNumber } from '../ledger/check-digit.ts'
import type { ChangeState, RescheduleState } from '../loans/change-loan.ts'
import type { DisbursementState } from '../loans/disburse-loan.ts'
import type { DraftState } from '../loans/draft-loan.ts'
import type { Loan } from '../loans/loan.ts'
import type { Through } from '../loans/loan-commands.ts'
import type { LoanMoney } from '../loans/loan-money.ts'
import type { ApplicationState } from '../loans/move-application.ts'
import type { RefinancingState } from '../loans/refinance-loan.ts'
import type { RepaymentState } from '../loans/repay-loan.ts'
import { cashIncrementOf, isPayableInCash } from '../money/cash-increments.ts'
import { checkProductAccounts } from '../products/check-product-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { openDrawerOf } from '../storage/drawers.ts'
import { groupMembers, groupRow } from '../storage/groups.ts'
import { holdById } from '../storage/holds.ts'
import { householdOf } from '../storage/household.ts'
import { openConditions } from '../storage/loan-conditions.ts'
import { standingGuarantees } from '../storage/loan-security.ts'
import { loadLoan, otherLoans } from '../storage/loans.ts'
import { nextInSeries } from '../storage/number-series.ts'
import { productsOn } from '../storage/products.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { calendarOf } from '../storage/working-calendar.ts'
import type { CommandOf } from './command.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'
import { otherDues } from './load-other-dues.ts'
import { savingsOfBorrower } from './load-savings-of-borrower.ts'
import { standingOfClient } from './load-standing.ts'

/** No loan has this id: all loans of the client are others. */
const noLoan = ''

/** The group that a draft names. */
const asked = (db: Books['db'], { groupId, meetsOn }: NonNullable<ReturnType<typeof groupRow>>) => ({
  groupId,
  meetsOn: weekdays.find(day => day === meetsOn),
  members: groupMembers(db, groupId).map(({ clientId }) => clientId),
})

/** Refuses client-unknown, product-unknown, loan-unknown, group-unknown, then what `checkProductAccounts` refuses. Rule: P9. */
export function loadDraft(
  { db }: Books,
  { clientId, groupId, productId, loanId }: CommandOf<'loan.draft'>,
  { branch, device, businessDate }: Context,
): Result<DraftState, Refusal> {
  const kycTier = kycTierOfClient(db, clientId)
  if (kycTier === null) return refuse({ type: 'client-unknown' })
  const product = productsOn(db, businessDate).find(one => one.productId === productId)
  if (product?.kind !== 'loan') return refuse({ type: 'product-unknown' })
  const loan = loanId === undefined ? null : loadLoan(db, loanId)
  if (loanId !== undefined && !loan) return refuse({ type: 'loan-unknown' })
  const booked = checkProductAccounts(chartOf(db), product)
  if (!booked.ok) return booked
  const number = readableNumber('L', branch.code, device.code, nextInSeries(db, 'loan', device.logId))
  const { loans } = otherLoans(db, clientId, loanId ?? noLoan)
  const group = groupId === undefined ? null : groupRow(db, groupId)
  if (groupId !== undefined && !group) return refuse({ type: 'group-unknown' })
  return ok({
    client: { clientId, kycTier },
    product,
    number,
    cycle: loans + 1,
    group: group && asked(db, group),
    loan,
  })
}

/** Refuses loan-unknown. */
export function loadApplication(
  books: Books,
  { loanId }: { readonly loanId: string },
  context: OpenDayContext,
): Result<ApplicationState & Rated, Refusal> {
  const { db } = books
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const standing = standingOfClient(books, loan, context)
  const rate = foreignRate(db, loan.currency, context)
  const dues = otherDues(books, loan, context.businessDate).filter(({ currency }) => currency === loan.currency)
  return ok({ loan, standing, household: householdOf(db, loanId), otherDues: dues, calendar: calendarOf(db), rate })
}

/** The savings account that pays or is paid, beside the loan; null where cash is. */
export interface Paying {
  readonly account: SavingsAccount | null
}

interface MoneyAsked {
  readonly through: Through
  readonly amountMinor: bigint
}

const throughAccount = ({ accountId, controlAccount, custodyEpoch: epoch }: SavingsAccount): LoanMoney => ({
  kind: 'savings',
  accountId,
  controlAccount,
  epoch,
})

/** Refuses account-unknown, account-of-other-client; not-payable-in-cash, drawer-not-open. */
function loadMoney(
  { db }: Books,
  { clientId, currency }: Pick<Loan, 'clientId' | 'currency'>,
  { through, amountMinor }: MoneyAsked,
  { actor, businessDate, device }: OpenDayContext,
): Result<{ readonly money: LoanMoney } & Paying, Refusal> {
  if (through.kind === 'savings') {
    const account = loadSavingsAccount(db, through.accountId, businessDate)
    if (!account) return refuse({ type: 'account-unknown' })
    if (!account.holders.includes(clientId)) return refuse({ type: 'account-of-other-client' })
    return ok({ account, money: throughAccount(account) })
  }
  if (!isPayableInCash(amountMinor, currency))
    return refuse({ type: 'not-payable-in-cash', incrementMinor: cashIncrementOf(currency), currency })
  const drawer = openDrawerOf(db, device.logNo, actor.staffId, currency)
  if (!drawer) return refuse({ type: 'drawer-not-open' })
  const { drawerId, balanceMinor } = drawer
  return ok({ account: null, money: { kind: 'drawer', drawerId, balanceMinor } })
}

/** Conditions stand in the way of the first money. */
const openCount = ({ db }: Books, { loanId, dates }: Loan): number => (dates ? 0 : openConditions(db, loanId).length)

/** Refuses loan-unknown, then what `loadMoney` refuses. */
export function loadDisbursement(
  books: Books,
  { loanId, amountMinor, to: through }: CommandOf<'loan.disburse'>,
  context: OpenDayContext,
): Result<DisbursementState & Paying & Rated, Refusal> {
  const loan = loadLoan(books.db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const paying = loadMoney(books, loan, { through, amountMinor }, context)
  if (!paying.ok) return paying
  const standing = standingOfClient(books, loan, context)
  const savings = savingsOfBorrower(books, loan, context)
  const rate = foreignRate(books.db, loan.currency, context)
  return ok({
    loan,
    standing,
    openConditions: openCount(books, loan),
    savings,
    calendar: calendarOf(books.db),
    ...paying.value,
    rate,
  })
}

/** Refuses what `loadDisbursement` refuses, and loan-unknown for the loan that is to be paid off. */
export function loadRefinancing(
  books: Books,
  { loanId, closes: closesId, amountMinor, to: through }: CommandOf<'loan.refinance'>,
  context: OpenDayContext,
): Result<RefinancingState & Paying & Rated, Refusal> {
  const [loan, closes] = [loanId, closesId].map(id => loadLoan(books.db, id))
  if (!loan || !closes) return refuse({ type: 'loan-unknown' })
  const paying = loadMoney(books, loan, { through, amountMinor }, context)
  if (!paying.ok) return paying
  const standing = standingOfClient(books, loan, context, closesId)
  const savings = savingsOfBorrower(books, loan, context, closesId)
  const rate = foreignRate(books.db, loan.currency, context)
  return ok({
    loan,
    closes,
    standing,
    openConditions: openCount(books, loan),
    savings,
    calendar: calendarOf(books.db),
    ...paying.value,
    rate,
  })
}

/** Refuses loan-unknown. */
export function loadChange(
  { db }: Books,
  { loanId }: { readonly loanId: string },
  context: OpenDayContext,
): Result<ChangeState & Rated, Refusal> {
  const loan = loadLoan(db, loanId)
  return loan
    ? ok({ loan, money: null, rate: foreignRate(db, loan.currency, context) })
    : refuse({ type: 'loan-unknown' })
}

/** Refuses loan-unknown. */
export function loadRescheduling(
  books: Books,
  command: { readonly loanId: string },
  context: OpenDayContext,
): Result<RescheduleState & Rated, Refusal> {
  const change = loadChange(books, command, context)
  return change.ok ? ok({ ...change.value, calendar: calendarOf(books.db) }) : change
}

/** Refuses loan-unknown, then what `loadMoney` refuses. */
export function loadRefund(
  books: Books,
  { loanId, amountMinor, to: through }: CommandOf<'loan.refund'>,
  context: OpenDayContext,
): Result<ChangeState & Paying & Rated, Refusal> {
  const loan = loadLoan(books.db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const paying = loadMoney(books, loan, { through, amountMinor }, context)
  if (!paying.ok) return paying
  return ok({ loan, ...paying.value, rate: foreignRate(books.db, loan.currency, context) })
}

/** Refuses loan-unknown, then what `loadMoney` or `loadHeld` refuses. */
export function loadRepayment(
  books: Books,
  { loanId, amountMinor, from, guaranteeId }: CommandOf<'loan.repay'>,
  context: OpenDayContext,
): Result<RepaymentState & Paying & Rated, Refusal> {
  const loan = loadLoan(books.db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const payer = payerOf(books, loan, guaranteeId)
  if (!payer.ok) return payer
  const paying =
    from.kind === 'held'
      ? loadHeld(books, loan, from.holdId, context)
      : loadMoney(books, payer.value, { through: from, amountMinor }, context)
  if (!paying.ok) return paying
  const rate = foreignRate(books.db, loan.currency, context)
  return ok({ held: null, guaranteeId: guaranteeId ?? null, loan, ...paying.value, rate })
}

/** Whose money it is: the borrower's, or that of one who stands for the loan. Refuses security-unknown. */
function payerOf({ db }: Books, { loanId, clientId, currency }: Loan, guaranteeId: string | undefined) {
  if (guaranteeId === undefined) return ok({ clientId, currency })
  const guarantee = standingGuarantees(db, loanId).find(one => one.guaranteeId === guaranteeId)
  return guarantee ? ok({ clientId: guarantee.guarantorId, currency }) : refuse({ type: 'security-unknown' })
}

/** What is held for a loan, and the account on which it is. Refuses security-unknown. */
function loadHeld(
  { db }: Books,
  { loanId }: Loan,
  holdId: string,
  { businessDate }: OpenDayContext,
): Result<Pick<RepaymentState, 'money' | 'held'> & Paying, Refusal> {
  const hold = holdById(db, holdId)
  if (hold?.loanId !== loanId || hold.resolvedPosition !== null) return refuse({ type: 'security-unknown' })
  const account = present(loadSavingsAccount(db, hold.accountId, businessDate), 'a hold is on an account')
  return ok({ account, money: throughAccount(account), held: { holdId, amountMinor: hold.amountMinor } })
}
