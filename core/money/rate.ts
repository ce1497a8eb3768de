import { z } from 'zod'
import { assert } from '../assert.ts'
import { Decimal } from './decimal.ts'

/** A rate as decimal text, on the wire and in code: percent a year, or the price of a currency. Not negative. */
export type Rate = string & { readonly __brand: 'Rate' }

const shape = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,12})?$/

/** Plain decimal text with at most 9 digits before the point and 12 after it; no sign, exponent, separator or leading zero. */
export const isRate = (text: string): text is Rate => shape.test(text)

export const rateSchema = z.string().refine(isRate, { message: 'not-a-rate', abort: true })

export function rate(text: string): Rate {
  assert(isRate(text), `${text} is a rate`)
  return text
}

export const decimalOf = (given: Rate): Decimal => new Decimal(given)
