import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { changesHands, roundingEntries } from './cash-rounding.ts'
import { checkHandedOut, custodyOfPaying, type DisbursementState, firstPaid, payOut } from './disburse-loan.ts'
import { repaidEntries, settling } from './early-payment.ts'
import { happen } from './happen.ts'
import { checkOwed, custodyOfLoan, type Loan, productPin } from './loan.ts'
import type { RefinanceLoan } from './loan-commands.ts'
import { moneyNamed } from './loan-money.ts'
import { checkPrepayment } from './repay-loan.ts'

export interface RefinancingState extends DisbursementState {
  /** The loan that the new one pays off. */
  readonly closes: Loan
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

/**
 * Pays a new loan out, pays an old one of the same client off with it, and hands out the rest: one record, in which each loan's books
 * stand by themselves. Refuses what `payOut` refuses of the new loan and `checkOwed` of the old one; field-invalid for a loan of another
 * client or currency; prepayment-refused where the old one takes nothing before its time; field-invalid for an amount that does not pay it
 * off; what `checkHandedOut` refuses. Rules: L30, L31, L40, L53.
 */
export function refinanceLoan(
  state: RefinancingState,
  command: RefinanceLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, closes, money } = state
  const { currency } = command
  const today = context.businessDate
  const paying = payOut(state, command, 'refinance', context)
  if (!paying.ok) return paying
  const payable = checkOwed(closes, context.device.logId)
  if (!payable.ok) return payable
  if (closes.clientId !== loan.clientId || closes.currency !== currency) return fault('closes', 'differs')
  const { payoffMinor: amountMinor } = settling(closes, today)
  const timely = checkPrepayment(closes, amountMinor, today)
  if (!timely.ok) return timely
  const { happened, handedOutMinor } = paying.value
  if (handedOutMinor < amountMinor) return fault('amountMinor', 'below-minimum')
  const restMinor = handedOutMinor - amountMinor
  const paidMinor = changesHands(money, restMinor, currency)
  const there = checkHandedOut(money, paidMinor, currency)
  if (!there.ok) return there
  const paidOff = happen(
    closes,
    {
      added: repaidEntries(closes, amountMinor, { today, effectiveOn: today, newId: context.newId }),
      description: 'loan-repayment',
      money,
    },
    today,
  )
  return ok({
    type: 'loan.refinanced',
    class: 'fact',
    entries: [...happened.entries, ...paidOff.entries, ...roundingEntries(money, -paidMinor, -restMinor, currency)],
    body: {
      ...happened.body,
      ...moneyNamed(money),
      amountMinor: paidMinor,
      currency,
      ...firstPaid(paying.value),
      closed: paidOff.body,
    },
    custody: [...custodyOfPaying(state, paying.value), custodyOfLoan(closes)],
    pins: productPin(loan.product),
    printsReceipt: true,
  })
}
