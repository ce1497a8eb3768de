import { z } from 'zod'
import type { CurrencyCode } from './currency.ts'

/** A whole number of minor units of one currency. `bigint` everywhere in code, so that no binary float can touch money. */
export interface Money {
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

/** The largest amount that one operation may carry: 15 digits of minor units. */
export const amountMaxMinor = 999_999_999_999_999n

/** An amount as a person enters it: positive, whole minor units, at most 15 digits. */
export const positiveAmountSchema = z
  .bigint({ error: 'not-whole-minor-units' })
  .positive({ error: 'not-positive' })
  .max(amountMaxMinor, { error: 'too-large' })

/** An amount that is not negative as it stands in JSON: decimal text of whole minor units. */
export const minorTextSchema = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'not-whole-minor-units' })
  .transform(text => BigInt(text))

export const sumMinor = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

export const absoluteMinor = (amountMinor: bigint): bigint => (amountMinor < 0n ? -amountMinor : amountMinor)
