import { ok, type Result, refuse } from '../result.ts'
import { amountMaxMinor } from './amount.ts'
import { type CurrencyCode, minorUnitOf } from './currency.ts'

export type AmountMalformed = {
  readonly type: 'amount-malformed'
  readonly rule: 'not-a-number' | 'too-many-decimals' | 'not-positive' | 'too-large'
  readonly decimals: number
}

const spaces = /[\s\u00a0\u202f_'’]/g
const shape = /^(\d{1,15})(?:\.(\d*))?(k|m)?$/i
const powers = { k: 3, m: 6 } as const

const separatorsOf = (locale: string): { group: string; decimal: string; zero: number } => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5)
  const find = (type: string): string | undefined => parts.find((part) => part.type === type)?.value
  const zero = new Intl.NumberFormat(locale, { useGrouping: false }).format(0).codePointAt(0) ?? 48
  return { group: find('group') ?? ',', decimal: find('decimal') ?? '.', zero }
}

const asciiDigits = (text: string, zero: number): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const value = (digit.codePointAt(0) ?? 0) - zero
    return value >= 0 && value <= 9 ? String(value) : digit
  })

/**
 * Reads an amount as a person types it in their locale: `1500`, `1,500.00`, `1.5k`, `2m`, Arabic digits.
 * Refuses what would need rounding: 1250.505 in a two-decimal currency is `too-many-decimals`, never 1250.51.
 */
export function parseAmount(text: string, currency: CurrencyCode, locale: string): Result<bigint, AmountMalformed> {
  const decimals = minorUnitOf(currency)
  const malformed = (rule: AmountMalformed['rule']) => refuse({ type: 'amount-malformed', rule, decimals } as const)
  const { group, decimal, zero } = separatorsOf(locale)
  const plain = asciiDigits(text.trim(), zero).replace(spaces, '').replaceAll(group, '').replace(decimal, '.')
  const [, whole, fraction = '', suffix] = shape.exec(plain) ?? []
  if (whole === undefined) return malformed('not-a-number')
  const power = suffix ? powers[suffix.toLowerCase() as keyof typeof powers] : 0
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > decimals + power) return malformed('too-many-decimals')
  const amountMinor = BigInt(whole + kept.padEnd(decimals + power, '0'))
  if (amountMinor === 0n) return malformed('not-positive')
  return amountMinor > amountMaxMinor ? malformed('too-large') : ok(amountMinor)
}
