import { ok, type Result, refuse } from '../result.ts'
import { amountMaxMinor } from './amount.ts'
import { type CurrencyCode, minorUnitOf } from './currency.ts'
import { asciiDigit, type NumberingSystem, numberingSystemOf } from './typed-digits.ts'

export type AmountMalformed = {
  readonly type: 'amount-malformed'
  readonly rule: 'not-a-number' | 'too-many-decimals' | 'not-positive' | 'too-large'
  readonly decimals: number
}

const gap = /^[\s_'’]$/
const shape = /^(\d{1,15}|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d*))?(k|m)?$/i
const powers = { k: 3, m: 6 } as const

/** Marks of direction, which a keyboard or a copied Arabic number brings along unseen. */
const directionMarks = /[\u200e\u200f\u061c]/g

interface Separators {
  readonly group: string
  readonly decimal: string
}

const separators = new Map<string, Separators>()

/** The locale's marks for numbers in these digits: in Egypt `١٬٢٣٤٫٥` and `1,234.5` are both read, each with its own. */
function separatorsOf(locale: string, numberingSystem: NumberingSystem): Separators {
  const name = `${locale}|${numberingSystem}`
  const known = separators.get(name) ?? readSeparators(locale, numberingSystem)
  separators.set(name, known)
  return known
}

function readSeparators(locale: string, numberingSystem: NumberingSystem): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem }).formatToParts(1234567.5)
  const find = (type: string): string | undefined => parts.find(part => part.type === type)?.value
  return { group: find('group') ?? ',', decimal: find('decimal') ?? '.' }
}

/** The text with ASCII digits, a full stop for the decimal mark, and a comma for every mark or space between groups. */
function plainMarks(text: string, locale: string): string {
  const system = numberingSystemOf(text)
  if (system === null) return text
  const { group, decimal } = separatorsOf(locale, system)
  return [...text]
    .map(mark => (mark === decimal ? '.' : mark === group || gap.test(mark) ? ',' : asciiDigit(mark, system)))
    .join('')
    .replace(/,(?=[km]$)/i, '')
}

/**
 * Reads an amount as a person types it in their locale: `1500`, `1,500.00`, `1.5k`, `2m`; in Latin, Arabic-Indic or Devanagari digits,
 * whichever of them the locale itself prints, but not in two of them at once.
 * Refuses what would need rounding: 1250.505 in a two-decimal currency is `too-many-decimals`, never 1250.51.
 * Refuses separators where the locale does not put them: `1,5` in English is neither 15 nor 1.50.
 */
export function parseAmount(text: string, currency: CurrencyCode, locale: string): Result<bigint, AmountMalformed> {
  const decimals = minorUnitOf(currency)
  const malformed = (rule: AmountMalformed['rule']) => refuse({ type: 'amount-malformed', rule, decimals } as const)
  const plain = plainMarks(text.replace(directionMarks, '').trim(), locale)
  const [, whole, fraction = '', suffix] = shape.exec(plain) ?? []
  if (whole === undefined) return malformed('not-a-number')
  const power = suffix ? powers[suffix.toLowerCase() as keyof typeof powers] : 0
  if (fraction.length > decimals + power) return malformed('too-many-decimals')
  const amountMinor = BigInt(whole.replaceAll(',', '') + fraction.padEnd(decimals + power, '0'))
  if (amountMinor === 0n) return malformed('not-positive')
  return amountMinor > amountMaxMinor ? malformed('too-large') : ok(amountMinor)
}
