import { fraction, roundFraction } from './fraction.ts'
import { type Rate, rate } from './rate.ts'

/** What percent one amount is of another, with two decimals, half up; null of nothing. Both of one currency, and not negative. Rule: L59. */
export function percentOf(partMinor: bigint, wholeMinor: bigint): Rate | null {
  if (wholeMinor <= 0n || partMinor < 0n) return null
  const hundredths = roundFraction(fraction(partMinor * 10_000n, wholeMinor), { mode: 'half-up', multipleMinor: 1n })
  const digits = hundredths.toString().padStart(3, '0')
  return rate(`${digits.slice(0, -2)}.${digits.slice(-2)}`)
}
