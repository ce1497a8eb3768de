import { z } from 'zod'
import { assert } from '../assert.ts'
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

/** Adds two amounts of one currency. Asserts that the currencies agree: mixing them is a bug, not a refusal. */
export function addMoney(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `one sum has one currency, not ${a.currency} and ${b.currency}`)
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency }
}

export const sumMinor = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

export const absoluteMinor = (amountMinor: bigint): bigint => (amountMinor < 0n ? -amountMinor : amountMinor)
