import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { type ChargedOn, chargesMinor, insuranceMinor } from '../schedule/charge-amount.ts'
import type { Period } from '../schedule/period.ts'
import { principalWithin } from '../schedule/principal-within.ts'
import type { ScheduleCharge } from '../schedule/schedule-charge.ts'
import { type InstallmentAccount, newAccount } from './installment-account.ts'
import type { PlannedAccount } from './planned-account.ts'
import { type EarningPart, interestOf, interestSweep, type Known } from './recalculated-interest.ts'

/** What the installments that are left aim at, as money in advance changes it. */
interface Aim {
  /** Instead of what the schedule planned. */
  readonly reducedMinor: bigint | null
  /** Principal that was paid before its time and takes the place of what comes next. */
  readonly surplusMinor: bigint
}

interface Row {
  readonly period: Period
  readonly planned: PlannedAccount
  readonly interestMinor: bigint
  readonly paidMinor: bigint
  readonly arrivedMinor: bigint
  /** Principal outstanding before this installment, and paid ahead of those after it. */
  readonly outstandingMinor: bigint
  readonly paidAheadMinor: bigint
  readonly isLast: boolean
}

const atLeast = (amountMinor: bigint, leastMinor: bigint): bigint =>
  amountMinor > leastMinor ? amountMinor : leastMinor
const atMost = (amountMinor: bigint, mostMinor: bigint): bigint => (amountMinor < mostMinor ? amountMinor : mostMinor)

function aimedPrincipal({ period, planned, outstandingMinor, interestMinor, isLast }: Row, aim: Aim, known: Known) {
  const { principal, interest } = planned.planned
  const plannedMinor = known.schedule.amortization === 'equal-principal' ? principal : principal + interest
  return principalWithin(
    { balanceMinor: outstandingMinor, interestMinor, aimedMinor: aim.reducedMinor ?? plannedMinor, isLast },
    period,
    known.schedule,
  )
}

/** The principal of one installment, and what those after it aim at. */
function principalOf(row: Row, aim: Aim, known: Known): readonly [bigint, Aim] {
  if (row.isLast) return [row.outstandingMinor, aim]
  const wantedMinor = aimedPrincipal(row, aim, known)
  const aimedMinor = atLeast(wantedMinor - aim.surplusMinor, 0n)
  const possibleMinor = atMost(aimedMinor, row.outstandingMinor - row.paidAheadMinor)
  const excessMinor = row.paidMinor - aimedMinor
  const unusedMinor = aim.surplusMinor - (wantedMinor - aimedMinor)
  const principalMinor = atLeast(possibleMinor, row.paidMinor)
  if (excessMinor <= 0n) return [principalMinor, { ...aim, surplusMinor: unusedMinor }]
  switch (known.recalculation.advance) {
    case 'reduce-installment':
      return [
        principalMinor,
        {
          ...aim,
          reducedMinor: known.reducedInstallment(row.period, row.outstandingMinor - row.paidMinor) ?? aim.reducedMinor,
        },
      ]
    case 'reschedule-next':
      return [principalMinor, { ...aim, surplusMinor: unusedMinor + excessMinor }]
    case 'reduce-number':
    case 'adjust-last-unpaid':
      return [principalMinor, aim]
  }
}

/** An installment as it is planned anew, with what earned its interest. */
export interface RecalculatedAccount extends PlannedAccount {
  readonly earned: readonly EarningPart[]
}

const paidIn = ({ parts }: InstallmentAccount, part: 'principalMinor' | 'interestMinor'): bigint =>
  sumMinor(parts.map(each => each[part]))

/**
 * What a percentage is of: the installment as it was to be when its period began. What is paid within the period changes no charge of it,
 * so that what pays a loan off does not move while it is paid.
 */
function chargedOn(row: Row, aim: Aim, known: Known, earned: readonly EarningPart[]): ChargedOn {
  const { period, isLast, arrivedMinor } = row
  const openingMinor = earned[0]?.balanceMinor ?? 0n
  const part = { start: period.from, end: period.dueOn, balanceMinor: openingMinor }
  const interestMinor = atLeast(known.partInterest(part, period), 0n)
  const wantedMinor = aimedPrincipal({ ...row, interestMinor }, aim, known)
  const principalMinor = isLast ? row.outstandingMinor : atLeast(wantedMinor - aim.surplusMinor, 0n)
  const later = known.tranches.filter(({ date }) => date > period.from && date < period.dueOn)
  const outstandingMinor = openingMinor + sumMinor(later.map(({ amountMinor }) => amountMinor))
  return { paidOutMinor: arrivedMinor, principalMinor, interestMinor, outstandingMinor }
}

/** What the terms charge with an installment, unless nothing is outstanding in its period; never less than was paid of it. */
function chargesOf(row: Row, aim: Aim, known: Known, account: InstallmentAccount, earned: readonly EarningPart[]) {
  const { charges, schedule } = known
  const { added, paid, waived } = account
  const isIdle = charges.length === 0 || earned.every(({ balanceMinor }) => balanceMinor <= 0n)
  const on = isIdle ? null : chargedOn(row, aim, known, earned)
  const charged = (kind: ScheduleCharge['kind'], component: 'fees' | 'penalties'): bigint => {
    const chargedMinor = on ? chargesMinor(charges, kind, on, schedule.rounding) : 0n
    return atLeast(chargedMinor, paid[component] + waived[component] - added[component])
  }
  const insurance = on ? insuranceMinor(charges, on, schedule.rounding) : 0n
  return { portions: { fees: charged('fee', 'fees'), penalties: charged('penalty', 'penalties') }, insurance }
}

/** The installments with interest on what is really outstanding, and with the principal that then falls to each. Rules: L20 and L21. */
export function recalculatedAccounts(known: Known): readonly RecalculatedAccount[] {
  const { base, periods, tranches, accountOf } = known
  const repayments = base
    .filter(({ kind }) => kind === 'repayment')
    .map(planned => ({ planned, account: accountOf(planned.key) ?? newAccount(planned) }))
  const downPayments = base.filter(({ kind }) => kind === 'down-payment')
  const sweep = interestSweep(known)
  for (const { key, dueOn, planned } of downPayments)
    sweep.settle(
      { dueOn, parts: accountOf(key)?.parts ?? [] },
      { principalMinor: planned.principal, interestMinor: 0n },
    )
  let paidAheadMinor = sumMinor(repayments.map(({ account }) => paidIn(account, 'principalMinor')))
  let settledMinor = 0n
  let aim: Aim = { reducedMinor: null, surplusMinor: 0n }
  const made = repayments.map(({ planned, account }, place): RecalculatedAccount => {
    const period = present(periods[place], 'a period for each repayment')
    const isLast = place === repayments.length - 1
    const isBy = (date: BusinessDate): boolean => isLast || date <= period.dueOn
    const arrivedMinor = sumMinor(tranches.filter(({ date }) => isBy(date)).map(({ amountMinor }) => amountMinor))
    const keptBack = downPayments.filter(({ dueOn }) => isBy(dueOn)).map(({ planned: due }) => due.principal)
    const earned = sweep.earnedInNext()
    const interestMinor = atLeast(interestOf(earned), paidIn(account, 'interestMinor'))
    const paidMinor = paidIn(account, 'principalMinor')
    paidAheadMinor -= paidMinor
    const outstandingMinor = arrivedMinor - sumMinor(keptBack) - settledMinor
    const amounts = { interestMinor, paidMinor, arrivedMinor, outstandingMinor, paidAheadMinor }
    const row: Row = { ...amounts, period, planned, isLast }
    const charges = chargesOf(row, aim, known, account, earned)
    const [principalMinor, nextAim] = principalOf(row, aim, known)
    aim = nextAim
    settledMinor += principalMinor
    sweep.settle({ dueOn: period.dueOn, parts: account.parts }, { principalMinor, interestMinor })
    const { portions, insurance } = charges
    const due = { ...portions, principal: principalMinor, interest: interestMinor }
    return { ...planned, planned: due, insuranceMinor: insurance, earned }
  })
  const recalculated = new Map(made.map(each => [each.key, each]))
  return base.map(planned => recalculated.get(planned.key) ?? { ...planned, earned: [] })
}
