import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import type { Money } from '../money/amount.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Loan } from './loan.ts'

/** What is overdue longest among the loans of a group. */
export interface Overdue extends Money {
  readonly number: string
  readonly name: string
  readonly since: BusinessDate
}

/** The group of a loan, as it is now. */
export interface LoanGroup {
  readonly members: readonly string[]
  readonly overdue: Overdue | null
}

/** All that an application is judged by besides itself. Amounts are in the currency of the loan, and refused where no rate is known. */
export interface Standing {
  /** Which loan of the client it is, from 1. */
  readonly cycle: number
  /** What the client owes on other loans, and what may still be paid out on them. */
  readonly owedMinor: Result<bigint, Refusal>
  /** What the client stands for on loans of others. */
  readonly guaranteedMinor: Result<bigint, Refusal>
  /** The clients who stand for it. */
  readonly guarantors: readonly string[]
  /** Null for a loan of nobody's group. */
  readonly group: LoanGroup | null
}

/** Of a loan, or of one that might be asked for, what its amount is bounded by. */
export type Amounted = Pick<Loan, 'currency' | 'product'> & {
  readonly agreement: Pick<Loan['agreement'], 'principalMinor'>
}

/** By which loan of the client it is: loan-above-cycle. */
function checkCycle({ currency, agreement, product }: Amounted, { cycle }: Standing): Result<null, Refusal> {
  const limit = product.conditions.cycleLimits.filter(({ fromCycle }) => fromCycle <= cycle).at(-1)
  return limit && agreement.principalMinor > limit.principalMaxMinor
    ? refuse({ type: 'loan-above-cycle', cycle, maxMinor: limit.principalMaxMinor, currency })
    : ok(null)
}

/** By all that the client owes, and by that and all that they stand for: loan-above-exposure, loan-above-guarantees; rate-unknown. */
function checkExposure({ currency, agreement, product }: Amounted, standing: Standing): Result<null, Refusal> {
  const { exposureMaxMinor: maxMinor, exposureWithGuaranteesMaxMinor: allMaxMinor } = product.conditions
  const { principalMinor } = agreement
  if (maxMinor === undefined && allMaxMinor === undefined) return ok(null)
  const { owedMinor: owed, guaranteedMinor: guaranteed } = standing
  if (!owed.ok) return owed
  if (maxMinor !== undefined && owed.value + principalMinor > maxMinor)
    return refuse({ type: 'loan-above-exposure', owedMinor: owed.value, maxMinor, currency })
  if (allMaxMinor === undefined) return ok(null)
  if (!guaranteed.ok) return guaranteed
  const said = { owedMinor: owed.value, guaranteedMinor: guaranteed.value, maxMinor: allMaxMinor, currency }
  return owed.value + guaranteed.value + principalMinor > allMaxMinor
    ? refuse({ type: 'loan-above-guarantees', ...said })
    : ok(null)
}

/** What bounds the amount alone. Refuses loan-above-cycle, loan-above-exposure, loan-above-guarantees, rate-unknown. Rules: L35, L50. */
export function checkAmount(loan: Amounted, standing: Standing): Result<null, Refusal> {
  const cycle = checkCycle(loan, standing)
  return cycle.ok ? checkExposure(loan, standing) : cycle
}

/** The most that a product lends to whom stands so; what is owed where no rate is known bounds nothing here. Rules: L35, L50. */
export function mostLent({ principal, conditions }: LoanProduct, standing: Standing): bigint {
  const { cycleLimits, exposureMaxMinor, exposureWithGuaranteesMaxMinor } = conditions
  const owed = standing.owedMinor.ok ? standing.owedMinor.value : 0n
  const guaranteed = standing.guaranteedMinor.ok ? standing.guaranteedMinor.value : 0n
  const bounds = [
    principal.maxMinor,
    cycleLimits.filter(({ fromCycle }) => fromCycle <= standing.cycle).at(-1)?.principalMaxMinor,
    exposureMaxMinor === undefined ? undefined : exposureMaxMinor - owed,
    exposureWithGuaranteesMaxMinor === undefined ? undefined : exposureWithGuaranteesMaxMinor - owed - guaranteed,
  ]
  return bounds.reduce(
    (least: bigint, bound) => (bound !== undefined && bound < least ? bound : least),
    principal.maxMinor,
  )
}

/** As many clients stand for it as the product asks for, the others of a group that is liable together among them: guarantors-missing. */
function checkGuarantors({ clientId, product }: Loan, { guarantors, group }: Standing): Result<null, Refusal> {
  const { guarantorsMin: needed, groupLateDaysMax } = product.conditions
  const liable = groupLateDaysMax === undefined ? [] : (group?.members ?? [])
  const given = new Set([...guarantors, ...liable].filter(one => one !== clientId)).size
  return given < needed ? refuse({ type: 'guarantors-missing', given, needed }) : ok(null)
}

/** Of a loan that all of a group are liable for: its borrower is one of them, and none of them is later with another one than the product bears. */
function checkGroup({ clientId, product }: Loan, { group }: Standing, today: BusinessDate): Result<null, Refusal> {
  const { groupLateDaysMax: daysMax } = product.conditions
  if (daysMax !== undefined && !group) return refuse({ type: 'field-invalid', field: 'groupId', rule: 'missing' })
  if (group && !group.members.includes(clientId))
    return refuse({ type: 'field-invalid', field: 'groupId', rule: 'not-a-member' })
  if (daysMax === undefined || !group?.overdue) return ok(null)
  const { number, name, amountMinor, currency, since } = group.overdue
  const days = daysBetween(since, today)
  return days > daysMax ? refuse({ type: 'group-in-arrears', number, name, days, amountMinor, currency }) : ok(null)
}

/**
 * What has to hold when an application is handed in, when it is approved, and when it is paid out. Refuses loan-above-cycle; what stands
 * against all that the client owes and stands for; guarantors-missing; field-invalid and group-in-arrears for its group. Rules: L35, L47, L49, L50.
 */
export function checkApplication(loan: Loan, standing: Standing, today: BusinessDate): Result<null, Refusal> {
  for (const check of [checkAmount, checkGuarantors, checkGroup]) {
    const checked = check(loan, standing, today)
    if (!checked.ok) return checked
  }
  return ok(null)
}
