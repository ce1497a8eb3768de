import { z } from 'zod'
import { assert } from '../../assert.ts'
import { Decimal, powerOfTen } from '../../money/decimal.ts'

/** A figure as decimal text in whole units, as reference files write amounts. */
export const figureSchema = z.string().regex(/^-?\d{1,18}(?:\.\d{1,20})?$/)

/** In minor units of so many decimals; not necessarily whole. */
export const exactMinor = (figure: string, decimals: number): Decimal => new Decimal(figure).times(powerOfTen(decimals))

export function wholeMinor(figure: string, decimals: number): bigint {
  const exact = exactMinor(figure, decimals)
  assert(exact.isInteger(), `${figure} has at most ${decimals} decimals`)
  return BigInt(exact.toString())
}

/** Minor units as plain text in whole units, without idle zeros. */
export const inUnits = (amountMinor: bigint | Decimal, decimals: number): string =>
  new Decimal(amountMinor).div(powerOfTen(decimals)).toString()

/** The figure in the same form, so that 1.50 equals 1.5. */
export const plainFigure = (figure: string): string => new Decimal(figure).toString()
