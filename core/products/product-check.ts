import { decimalOf, type Rate } from '../money/rate.ts'

/** A rule between fields that a product breaks: the field to change, and a stable word for why. */
export interface ProductFault {
  readonly field: string
  readonly rule: string
}

export type Check = readonly [isFault: boolean, field: string, rule: string]

export const faultsOf = (checks: readonly Check[]): readonly ProductFault[] =>
  checks.filter(([isFault]) => isFault).map(([, field, rule]) => ({ field, rule }))

export const isMore = (first: bigint | undefined, second: bigint | undefined): boolean =>
  first !== undefined && second !== undefined && first > second

export const isOverHundred = (percent: Rate | undefined): boolean => percent !== undefined && decimalOf(percent).gt(100)

export const isAbove = (first: Rate, second: Rate): boolean => decimalOf(first).gt(decimalOf(second))
