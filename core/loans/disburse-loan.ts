import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { sumMinor } from '../money/amount.ts'
import { disbursementCharges, laterCharges } from '../products/offered-charges.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { happen } from './happen.ts'
import { checkLoan, type Loan, productPin } from './loan.ts'
import type { DisburseLoan } from './loan-commands.ts'
import type { LoanEntry } from './loan-entry.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'
import { standingEntries } from './standing-entries.ts'
import { datesOf } from './terms-of.ts'

export interface DisbursementState {
  readonly loan: Loan
  readonly money: LoanMoney
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

const tranchesOf = ({ entries }: Loan) =>
  standingEntries(entries).flatMap(one => (one.type === 'paid-out' ? [one] : []))

/** What is left of the principal to pay out. */
const leftMinor = (loan: Loan): bigint =>
  loan.agreement.principalMinor - sumMinor(tranchesOf(loan).map(({ amountMinor }) => amountMinor))

/** All at once, or in as many parts as the product allows, the last of which pays out the rest. */
function checkTranche(loan: Loan, amountMinor: bigint): Result<null, Refusal> {
  const left = leftMinor(loan)
  if (amountMinor > left) return refuse({ type: 'loan-above-agreed', leftMinor: left, currency: loan.currency })
  const mayBeMore = tranchesOf(loan).length + 1 < loan.product.schedule.tranchesMax
  return amountMinor === left || mayBeMore ? ok(null) : fault('amountMinor', 'not-in-parts')
}

/** What is paid for the loan at once. */
const upfrontMinor = ({ product, agreement }: Loan): bigint =>
  sumMinor(disbursementCharges(product, agreement.principalMinor).map(({ amountMinor }) => amountMinor))

/** The charges that the loan owes from its first day on, each on its own day. */
const chargesOf = ({ product }: Loan, { businessDate: today, newId }: OpenDayContext): readonly LoanEntry[] =>
  laterCharges(product, today).flatMap(({ amount, dueOn, kind }): readonly LoanEntry[] =>
    dueOn === 'each-installment'
      ? []
      : [{ id: newId(), enteredOn: today, effectiveOn: today, type: 'charged', kind, amount, dueOn }],
  )

/**
 * Pays a loan out, whole or in part: Dr principal / Cr drawer or the client's account, less what is paid for it at once.
 * Refuses what `checkLoan` refuses; currency-differs; field-invalid for a first due date that has passed; loan-above-agreed and
 * field-invalid for parts; drawer-short. Rules: L30, L31, L34, L36.
 */
export function disburseLoan(
  state: DisbursementState,
  { amountMinor, currency }: DisburseLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, money } = state
  const today = context.businessDate
  const possible = checkLoan(loan, 'disburse', context.device.logId)
  if (!possible.ok) return possible
  if (currency !== loan.currency) return refuse({ type: 'currency-differs', expected: loan.currency })
  const { firstDueOn } = loan.agreement
  if (!loan.dates && firstDueOn && firstDueOn <= today) return fault('firstDueOn', 'in-the-past')
  const tranche = checkTranche(loan, amountMinor)
  if (!tranche.ok) return tranche
  const dates = loan.dates ? null : datesOf(loan.product, loan.agreement, today)
  const feesMinor = dates ? upfrontMinor(loan) : 0n
  const handedOut = amountMinor - feesMinor
  if (handedOut <= 0n) return fault('amountMinor', 'below-minimum')
  if (money.kind === 'drawer' && handedOut > money.balanceMinor)
    return refuse({ type: 'drawer-short', availableMinor: money.balanceMinor, currency })
  const paidOut: LoanEntry = {
    id: context.newId(),
    enteredOn: today,
    effectiveOn: today,
    type: 'paid-out',
    amountMinor,
    ...(feesMinor > 0n ? { upfrontFeesMinor: feesMinor } : {}),
  }
  const charges = dates ? chargesOf(loan, context) : []
  const { entries, body } = happen(
    loan,
    { added: [paidOut, ...charges], description: 'loan-disbursement', money, ...(dates ? { dates } : {}) },
    today,
  )
  return ok({
    type: 'loan.disbursed',
    class: 'fact',
    entries,
    body: { ...body, ...moneyNamed(money), amountMinor: handedOut, currency, ...(dates ? { dates } : {}) },
    custody: custodyWith(loan, money),
    pins: productPin(loan.product),
    printsReceipt: true,
  })
}
