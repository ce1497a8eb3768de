import { assert } from '../assert.ts'
import { fractionOf, productOf, roundFraction, wholeFraction } from '../money/fraction.ts'
import type { Rate } from '../money/rate.ts'
import { rate } from '../money/rate.ts'
import type { LoanProduct } from '../products/loan-product.ts'

/** The stages of IFRS 9: as lent, worse than lent, impaired. */
export const provisionStages = [1, 2, 3] as const
export type ProvisionStage = (typeof provisionStages)[number]

const secondFromDays = 31
const thirdFromDays = 91

/** By how many days a loan is counted: one that was restructured is no better than the second stage. Rule: L61. */
export const countedDays = (daysPastDue: number, isRestructured: boolean): number =>
  isRestructured && daysPastDue < secondFromDays ? secondFromDays : daysPastDue

/** More than 30 days past due is worse than lent, more than 90 impaired, unless the contrary is shown. Source: IFRS 9, 5.5.11 and B5.5.37. Rule: L61. */
export const stageOf = (days: number): ProvisionStage => (days >= thirdFromDays ? 3 : days >= secondFromDays ? 2 : 1)

/** By the table of each product, or by the stages of IFRS 9 with percents of the institution's own. */
export const provisionMethods = ['ageing', 'stages'] as const
export type ProvisionMethod = (typeof provisionMethods)[number]

/** How the institution provides from a day on. */
export interface ProvisionPolicy {
  readonly method: ProvisionMethod
  /** Of each stage, in their order. */
  readonly stagePercents: readonly [Rate, Rate, Rate]
}

/**
 * Until head office says otherwise. The standard names no percents (5.5.17 asks for an estimate of the institution's own), so each stage
 * begins with what the usual product's table asks for on its first day. Rule: L73.
 */
export const usualPolicy: ProvisionPolicy = { method: 'ageing', stagePercents: [rate('1'), rate('25'), rate('50')] }

export interface ProvisionClass {
  /** From how many days past due on. */
  readonly fromDays: number
  readonly percent: Rate
}

const stageFromDays: Readonly<Record<ProvisionStage, number>> = { 1: 0, 2: secondFromDays, 3: thirdFromDays }

/** The row of a product's table that a loan falls under, nothing being provided for before its first; or its stage. Rules: L61, L73. */
export function provisionClass(
  { accounting }: LoanProduct,
  days: number,
  { method, stagePercents }: ProvisionPolicy,
): ProvisionClass {
  if (method === 'ageing')
    return accounting.provisioning.findLast(({ fromDays }) => fromDays <= days) ?? { fromDays: 0, percent: rate('0') }
  const stage = stageOf(days)
  return { fromDays: stageFromDays[stage], percent: stagePercents[stage - 1] ?? rate('0') }
}

/** What is provided for principal of one class, rounded once, half up. Asserts that it is not negative. Rule: L61. */
export function requiredMinor(principalMinor: bigint, percent: Rate): bigint {
  assert(principalMinor >= 0n, 'nobody owes less than nothing')
  const { numerator, denominator } = productOf(wholeFraction(principalMinor), fractionOf(percent))
  return roundFraction({ numerator, denominator: denominator * 100n }, { mode: 'half-up', multipleMinor: 1n })
}
