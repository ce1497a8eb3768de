import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { happen } from '../loans/happen.ts'
import { lifeOf } from '../loans/life-of.ts'
import { checkLoan, type Loan } from '../loans/loan.ts'
import { custodyWith, type LoanMoney } from '../loans/loan-money.ts'
import type { LoanHappened } from '../loans/loan-records.ts'
import { termsOf } from '../loans/terms-of.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPayable } from '../savings/check-payable.ts'
import { availableMinor, checkPostable, type SavingsAccount } from '../savings/savings-account.ts'

/** What an order may take for a loan at the close of a date. */
export interface OrderedRepayment {
  readonly loan: Loan
  /** As it was at the end of the date, and still is. */
  readonly account: SavingsAccount
  readonly mostMinor: bigint
}

/** What is owed with installments that fall due within a span of days, as the loan is known at the end of a date. */
function owedBetween(loan: Loan, on: BusinessDate, isWithin: (dueOn: BusinessDate) => boolean): bigint {
  const { dates, product, agreement, entries } = loan
  if (!dates) return 0n
  const { installments } = lifeOf(termsOf(product, agreement, dates), entries, on)
  const within = installments.filter(({ dueOn }) => isWithin(dueOn))
  return sumMinor(within.map(({ outstanding }) => portionsTotal(outstanding)))
}

export const dueBy = (loan: Loan, date: BusinessDate): bigint => owedBetween(loan, date, dueOn => dueOn <= date)

/** Whether something more falls due soon, within so many days after a date. */
export const fallsDueWithin = (loan: Loan, date: BusinessDate, days: number): boolean =>
  owedBetween(loan, date, dueOn => dueOn > date && dueOn <= addDays(date, days)) > 0n

export interface RepaidByOrder {
  readonly takenMinor: bigint
  readonly happened: LoanHappened
  readonly moved: Pick<Decision, 'entries'> & { readonly custody: NonNullable<Decision['custody']> }
}

const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((one, other) => (one < other ? one : other))

/** As much as is due, was ordered and is there. Refuses balance-below-minimum where nothing is, and what `checkPayable` refuses. */
function takeable({ loan, account, mostMinor }: OrderedRepayment, date: BusinessDate): Result<bigint, Refusal> {
  const { currency } = account
  const freeMinor = availableMinor(account)
  const availableNow = freeMinor > 0n ? freeMinor : 0n
  const amountMinor = least(dueBy(loan, date), mostMinor, availableNow)
  if (amountMinor === 0n)
    return refuse({ type: 'balance-below-minimum', minimumMinor: 0n, availableMinor: availableNow, currency })
  const payable = checkPayable(account, { amountMinor, feesMinor: 0n }, date)
  return payable.ok ? ok(amountMinor) : payable
}

/**
 * Takes what is due of a loan out of an account, as it stood at the close of a date. Refuses what no posting to the account is allowed
 * for, what `checkLoan` refuses, and what `takeable` refuses. Rule: E22.
 */
export function repayByOrder(
  order: OrderedRepayment,
  date: BusinessDate,
  { device, newId }: Context,
): Result<RepaidByOrder, Refusal> {
  const { loan, account } = order
  const { accountId, controlAccount, custodyEpoch: epoch } = account
  const postable = checkPostable(account, device.logId, loan.currency)
  if (!postable.ok) return postable
  const possible = checkLoan(loan, 'repay', device.logId)
  if (!possible.ok) return possible
  const taken = takeable(order, date)
  if (!taken.ok) return taken
  const money: LoanMoney = { kind: 'savings', accountId, controlAccount, epoch }
  const { entries, body: happened } = happen(
    loan,
    {
      added: [
        {
          id: newId(),
          enteredOn: date,
          effectiveOn: date,
          type: 'repaid',
          kind: 'repayment',
          amountMinor: taken.value,
        },
      ],
      description: 'loan-repayment',
      money,
    },
    date,
  )
  return ok({ takenMinor: taken.value, happened, moved: { entries, custody: custodyWith(loan, money) } })
}
