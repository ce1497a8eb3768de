import type { Rate } from './rate.ts'
import type { Rounding, RoundingMode } from './rounding.ts'

/** An exact quotient of whole numbers, not reduced; the denominator is positive. For arithmetic that divides, and rounds only what it gives away. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const fraction = (numerator: bigint, denominator: bigint): Fraction => ({ numerator, denominator })

export const wholeFraction = (numerator: bigint): Fraction => ({ numerator, denominator: 1n })

/** A rate as it is written: 6.75 is 675 over 100. */
export function fractionOf(rate: Rate): Fraction {
  const point = rate.indexOf('.')
  if (point < 0) return wholeFraction(BigInt(rate))
  const decimals = rate.length - point - 1
  return fraction(BigInt(rate.slice(0, point) + rate.slice(point + 1)), 10n ** BigInt(decimals))
}

export const productOf = (one: Fraction, other: Fraction): Fraction =>
  fraction(one.numerator * other.numerator, one.denominator * other.denominator)

export const sumOf = (one: Fraction, other: Fraction): Fraction =>
  one.denominator === other.denominator
    ? fraction(one.numerator + other.numerator, one.denominator)
    : fraction(
        one.numerator * other.denominator + other.numerator * one.denominator,
        one.denominator * other.denominator,
      )

/** What lies between two neighbours: nearer to which of them it is, and what the modes ask of them. */
interface Between {
  readonly isNegative: boolean
  /** Less than half way from zero's side, half way, or more. */
  readonly half: -1 | 0 | 1
  readonly isInnerOdd: boolean
}

const goesAwayFromZero: Readonly<Record<RoundingMode, (between: Between) => boolean>> = {
  'half-up': ({ half }) => half >= 0,
  'half-even': ({ half, isInnerOdd }) => half > 0 || (half === 0 && isInnerOdd),
  'half-down': ({ half }) => half > 0,
  up: () => true,
  down: () => false,
  ceiling: ({ isNegative }) => !isNegative,
  floor: ({ isNegative }) => isNegative,
}

/** A fraction of minor units, rounded as it is told: what `roundMinor` gives for the same amount. Rule: M6. */
export function roundFraction({ numerator, denominator }: Fraction, { mode, multipleMinor }: Rounding): bigint {
  const place = denominator * multipleMinor
  const inner = numerator / place
  const rest = numerator - inner * place
  if (rest === 0n) return inner * multipleMinor
  const isNegative = rest < 0n
  const doubled = 2n * (isNegative ? -rest : rest)
  const half = doubled < place ? -1 : doubled > place ? 1 : 0
  const away = goesAwayFromZero[mode]({ isNegative, half, isInnerOdd: inner % 2n !== 0n })
  return (away ? inner + (isNegative ? -1n : 1n) : inner) * multipleMinor
}
