import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { installmentsDue } from '../products/installments.ts'
import { feeMonthEnd, feesOfMonth, payableOf } from '../products/monthly-fees.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { AccountStep, ClosedFacts, StepEffect } from './account-step.ts'
import type { ClosePosting } from './close-posting.ts'
import type { CloseFeeKind } from './close-records.ts'
import { type ClosingAccount, closingMinor, movedOn, takeableMinor } from './closing-account.ts'

const descriptions: Readonly<Record<CloseFeeKind, string>> = {
  monthly: 'Monthly fee',
  'missed-installment': 'Missed installment fee',
  owed: 'Fees owed',
}

interface Asked {
  readonly kind: CloseFeeKind
  readonly amountMinor: bigint
}

/** Dr the account / Cr the product's fee income. */
const feePosting = (
  { accountId, controlAccount, currency, product }: SavingsAccount,
  { kind, amountMinor }: Asked,
): ClosePosting => ({
  description: descriptions[kind],
  debit: { account: controlAccount, subAccount: accountId },
  credit: { account: product.fees.incomeAccount },
  amountMinor,
  currency,
})

/** What is asked is taken as far as there is money, in this order; the rest is owed. Where fees are owed until they are asked for, all of it is. */
function take(at: ClosingAccount, date: BusinessDate, asked: readonly Asked[], facts: ClosedFacts): StepEffect | null {
  const { account } = at
  const isTaken = account.product.feeCollection === 'from-balance'
  let leftMinor = isTaken ? takeableMinor(at, date) : 0n
  let owedMinor = account.feesOwedMinor
  const fees: Asked[] = []
  for (const { kind, amountMinor } of asked) {
    const takenMinor = payableOf(amountMinor, leftMinor)
    leftMinor -= takenMinor
    owedMinor += kind === 'owed' ? -takenMinor : amountMinor - takenMinor
    if (takenMinor > 0n) fees.push({ kind, amountMinor: takenMinor })
  }
  const isChanged = owedMinor !== account.feesOwedMinor
  if (fees.length === 0 && !isChanged && Object.keys(facts).length === 0) return null
  return {
    facts: {
      ...facts,
      ...(fees.length > 0 ? { fees } : {}),
      ...(isChanged ? { feesOwedMinor: owedMinor } : {}),
    },
    postings: fees.map(fee => feePosting(account, fee)),
    changeMinor: -fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  }
}

/** The lowest balance that a day of the month closed with; null while the account was empty all along, for then nothing is asked. */
function lowestOfMonth(at: ClosingAccount, month: number): bigint | null {
  const { openedOn } = at.account
  const end = feeMonthEnd(openedOn, month)
  const start = month === 1 ? openedOn : addDays(feeMonthEnd(openedOn, month - 1), 1)
  const moved = movedOn(at, { from: start, to: end })
  const days = month === 1 ? moved : [start, ...moved]
  const balances = days.map(day => closingMinor(at, day))
  if (balances.every(balanceMinor => balanceMinor === 0n)) return null
  return balances.reduce((lowest, balanceMinor) => (balanceMinor < lowest ? balanceMinor : lowest))
}

const asksMonthly = ({ product }: SavingsAccount): boolean =>
  Boolean(product.fees.maintenancePerMonthMinor ?? product.fees.belowMinimumMinor)

/** Where a month of fees is over on a date: its first day, from which the closing balances are looked at. */
export function feesCountFrom(account: SavingsAccount, date: BusinessDate): BusinessDate | null {
  const { openedOn, feeMonths } = account
  if (!asksMonthly(account) || feeMonthEnd(openedOn, feeMonths + 1) > date) return null
  return feeMonths === 0 ? openedOn : addDays(feeMonthEnd(openedOn, feeMonths), 1)
}

/** On the last day of each month since the opening: the fee for keeping the account, and for a balance below the minimum. Rule: E6. */
export const chargeMonth: AccountStep = (at, date) => {
  const { account } = at
  if (account.status === 'dormant' || feesCountFrom(account, date) === null) return null
  const asked: Asked[] = []
  let { feeMonths } = account
  for (; feeMonthEnd(account.openedOn, feeMonths + 1) <= date; feeMonths++) {
    const lowestMinor = lowestOfMonth(at, feeMonths + 1)
    const amountMinor = lowestMinor === null ? 0n : feesOfMonth(account.product, lowestMinor)
    if (amountMinor > 0n) asked.push({ kind: 'monthly', amountMinor })
  }
  return feeMonths === account.feeMonths ? null : take(at, date, asked, { feeMonths })
}

/** What was owed is taken once it is there, also of fees that nobody asked for on the date. Rule: E6. */
export const takeOwed: AccountStep = (at, date) => {
  const { feesOwedMinor, status } = at.account
  if (feesOwedMinor === 0n || status === 'dormant') return null
  return take(at, date, [{ kind: 'owed', amountMinor: feesOwedMinor }], {})
}

/**
 * An installment that is not there by the close of the day before the next one falls due, or the deposit matures, was missed, once.
 * Rule: E7.
 */
export const judgeInstallments: AccountStep = (at, date) => {
  const { account } = at
  const { product, termFrom, maturesOn, installmentsPaid, installmentsJudged } = account
  if (product.kind !== 'recurring' || !maturesOn) return null
  const plan = { product, openedOn: termFrom, maturesOn }
  const tomorrow = addDays(date, 1)
  const judged = tomorrow >= maturesOn ? installmentsDue(plan, date) : installmentsDue(plan, tomorrow) - 1
  if (judged <= installmentsJudged) return null
  const missed = Math.max(0, judged - Math.max(installmentsJudged, installmentsPaid))
  const feeMinor = (product.installment.missedFeeMinor ?? 0n) * BigInt(missed)
  const asked = feeMinor > 0n ? [{ kind: 'missed-installment', amountMinor: feeMinor } as const] : []
  return take(at, date, asked, {
    installmentsJudged: judged,
    ...(missed > 0 ? { installmentsMissed: missed } : {}),
  })
}
