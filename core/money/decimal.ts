import { Decimal as Library } from 'decimal.js'

/**
 * The one arithmetic of rates and unrounded amounts: 80 significant digits, half-even, never written with an exponent.
 * An amount (15 digits, 20 decimals while it is compounded) times a rate (21 digits) times the days of some years has fewer digits, so
 * that sums and products are exact: only a division rounds. It does not cross between processes: text does.
 */
export const Decimal = Library.clone({
  precision: 80,
  rounding: Library.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
})
export type Decimal = Library

export const powerOfTen = (exponent: number): Decimal => new Decimal(10).pow(exponent)
