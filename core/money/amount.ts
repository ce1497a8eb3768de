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

const isMinor = (given: unknown): boolean =>
  typeof given === 'bigint'
    ? given >= 0n && given <= amountMaxMinor
    : typeof given === 'string' && /^\d{1,15}$/.test(given)

/** An amount that is not negative: decimal text of whole minor units as it stands in JSON, or as code holds it. */
export const minorTextSchema = z
  .custom<string | bigint>(isMinor, {
    error: ({ input }) => (input === undefined ? 'missing' : 'not-whole-minor-units'),
  })
  .transform(given => BigInt(given))

export const sumMinor = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

export const absoluteMinor = (amountMinor: bigint): bigint => (amountMinor < 0n ? -amountMinor : amountMinor)
