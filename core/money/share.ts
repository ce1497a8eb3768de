import { roundFraction } from './fraction.ts'
import { type Rate, rate } from './rate.ts'

const hundredths = 10_000n

/** One amount as percent of another one of the same currency that is not zero, to two decimals, halves up. */
export function sharePercent(partMinor: bigint, wholeMinor: bigint): Rate {
  const places = roundFraction(
    { numerator: partMinor * hundredths, denominator: wholeMinor },
    { mode: 'half-up', multipleMinor: 1n },
  )
  return rate(`${places / 100n}.${String(places % 100n).padStart(2, '0')}`)
}
