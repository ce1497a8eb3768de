import { ok, type Result, refuse } from '../result.ts'
import { amountMaxMinor } from './amount.ts'
import { type CurrencyCode, minorUnitOf } from './currency.ts'

export type AmountMalformed = {
  readonly type: 'amount-malformed'
  readonly rule: 'not-a-number' | 'too-many-decimals' | 'not-positive' | 'too-large'
  readonly decimals: number
}

const gap = /^[\s_'’]$/
const shape = /^(\d{1,15}|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d*))?(k|m)?$/i
const powers = { k: 3, m: 6 } as const

interface Separators {
  readonly group: string
  readonly decimal: string
  readonly zero: number
}

const separatorsOf = (locale: string): Separators => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5)
  const find = (type: string): string | undefined => parts.find(part => part.type === type)?.value
  const zero = new Intl.NumberFormat(locale, { useGrouping: false }).format(0).codePointAt(0) ?? 48
  return { group: find('group') ?? ',', decimal: find('decimal') ?? '.', zero }
}

const asciiDigit = (digit: string, zero: number): string => {
  const value = (digit.codePointAt(0) ?? 0) - zero
  return value >= 0 && value <= 9 ? String(value) : digit
}

/** The text with ASCII digits, a full stop for the decimal mark, and a comma for every mark or space between groups. */
const plainMarks = (text: string, { group, decimal, zero }: Separators): string =>
  [...text]
    .map(mark => (mark === decimal ? '.' : mark === group || gap.test(mark) ? ',' : asciiDigit(mark, zero)))
    .join('')
    .replace(/,(?=[km]$)/i, '')

/**
 * Reads an amount as a person types it in their locale: `1500`, `1,500.00`, `1.5k`, `2m`, Arabic digits.
 * Refuses what would need rounding: 1250.505 in a two-decimal currency is `too-many-decimals`, never 1250.51.
 * Refuses separators where the locale does not put them: `1,5` in English is neither 15 nor 1.50.
 */
export function parseAmount(text: string, currency: CurrencyCode, locale: string): Result<bigint, AmountMalformed> {
  const decimals = minorUnitOf(currency)
  const malformed = (rule: AmountMalformed['rule']) => refuse({ type: 'amount-malformed', rule, decimals } as const)
  const plain = plainMarks(text.trim(), separatorsOf(locale))
  const [, whole, fraction = '', suffix] = shape.exec(plain) ?? []
  if (whole === undefined) return malformed('not-a-number')
  const power = suffix ? powers[suffix.toLowerCase() as keyof typeof powers] : 0
  if (fraction.length > decimals + power) return malformed('too-many-decimals')
  const amountMinor = BigInt(whole.replaceAll(',', '') + fraction.padEnd(decimals + power, '0'))
  if (amountMinor === 0n) return malformed('not-positive')
  return amountMinor > amountMaxMinor ? malformed('too-large') : ok(amountMinor)
}
