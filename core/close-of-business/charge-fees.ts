import { present } from '../assert.ts'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import { sumMinor } from '../money/amount.ts'
import { type InstallmentPlan, installmentDate, installmentsDue } from '../products/installments.ts'
import { feeMonthEnd, feesOfMonth, payableOf } from '../products/monthly-fees.ts'
import { feePosting } from '../savings/account-fees.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { AccountStep, ClosedFacts, StepEffect } from './account-step.ts'
import type { CloseFeeKind } from './close-records.ts'
import { type ClosingAccount, closingMinor, movedOn, takeableMinor } from './closing-account.ts'

export const closeFeeDescriptions: Readonly<Record<CloseFeeKind, EntryDescription>> = {
  monthly: 'monthly-fee',
  'missed-installment': 'missed-installment-fee',
  owed: 'fees-owed',
}

interface Asked {
  readonly kind: CloseFeeKind
  readonly amountMinor: bigint
}

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
    postings: fees.map(fee => ({
      description: closeFeeDescriptions[fee.kind],
      ...feePosting(account, fee.amountMinor),
    })),
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

const planOf = ({ product, termFrom, maturesOn }: SavingsAccount): InstallmentPlan | null =>
  product.kind === 'recurring' && maturesOn ? { product, openedOn: termFrom, maturesOn } : null

/** The installments, counted from 1, that are to be judged by a date and were not yet, each with the night that decides. */
function toJudge(account: SavingsAccount, date: BusinessDate): readonly { number: number; night: BusinessDate }[] {
  const plan = planOf(account)
  if (!plan) return []
  const tomorrow = addDays(date, 1)
  const judged = tomorrow >= plan.maturesOn ? installmentsDue(plan, date) : installmentsDue(plan, tomorrow) - 1
  const count = Math.max(0, judged - account.installmentsJudged)
  return Array.from({ length: count }, (_, place) => {
    const number = account.installmentsJudged + place + 1
    const next = installmentDate(plan, number)
    return { number, night: addDays(next < plan.maturesOn ? next : plan.maturesOn, -1) }
  })
}

/** Whether a date judges installments, for which what was paid in is looked at. */
export const judgesInstallments = (account: SavingsAccount, date: BusinessDate): boolean =>
  toJudge(account, date).length > 0

/**
 * An installment that is not there by the close of the day before the next one falls due, or the deposit matures, was missed, once; what
 * came or was taken back later changes nothing of it. Rule: E7.
 */
export const judgeInstallments: AccountStep = (at, date) => {
  const { account, paidIn } = at
  const { product, installmentMinor } = account
  const judged = toJudge(account, date)
  const last = judged.at(-1)
  if (!last || product.kind !== 'recurring') return null
  const eachMinor = present(installmentMinor, 'a recurring deposit has an installment')
  const paidBy = (night: BusinessDate): bigint =>
    sumMinor(paidIn.filter(one => one.date <= night).map(({ amountMinor }) => amountMinor))
  const missed = judged.filter(({ number, night }) => paidBy(night) < eachMinor * BigInt(number)).length
  const feeMinor = (product.installment.missedFeeMinor ?? 0n) * BigInt(missed)
  const asked = feeMinor > 0n ? [{ kind: 'missed-installment', amountMinor: feeMinor } as const] : []
  return take(at, date, asked, {
    installmentsJudged: last.number,
    ...(missed > 0 ? { installmentsMissed: missed } : {}),
  })
}
