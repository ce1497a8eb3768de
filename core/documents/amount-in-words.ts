import { toCardinal as englishWords } from 'n2words/en-GB'
import { toCardinal as indianEnglishWords } from 'n2words/en-IN'
import { toCardinal as frenchWords } from 'n2words/fr-FR'
import { toCardinal as hindiWords } from 'n2words/hi-IN'
import { assert } from '../assert.ts'
import type { Money } from '../money/amount.ts'
import { minorUnitOf } from '../money/currency.ts'
import { arabicCurrencyNames } from './currency-names/arabic.ts'
import type { CurrencyName, CurrencyNames } from './currency-names/currency-names.ts'
import { englishCurrencyNames } from './currency-names/english.ts'
import { frenchCurrencyNames } from './currency-names/french.ts'
import { hindiCurrencyNames } from './currency-names/hindi.ts'
import { portugueseCurrencyNames } from './currency-names/portuguese.ts'
import { spanishCurrencyNames } from './currency-names/spanish.ts'
import { swahiliCurrencyNames } from './currency-names/swahili.ts'
import { type DocumentLanguage, documentLanguage, documentLocale } from './document-language.ts'
import { arabicWords, beforeNoun } from './words/arabic.ts'
import { portugueseWords } from './words/portuguese.ts'
import { spanishWords } from './words/spanish.ts'
import { swahiliWords } from './words/swahili.ts'

/** Whole units to put into words, what they are called, and the minor units as `50/100`, or empty where there are none. */
interface Parts {
  readonly whole: bigint
  readonly name: CurrencyName
  readonly fraction: string
}

const nameFor = (whole: bigint, name: CurrencyName): string => (whole === 1n ? name.one : name.many)

/** Whole millions and more are nouns in the Romance languages and take a preposition: `dos millones de chelines`. */
const isWholeMillions = (whole: bigint): boolean => whole > 0n && whole % 1_000_000n === 0n

function english({ whole, name, fraction }: Parts, words: (whole: bigint) => string): string {
  return `${words(whole)} ${nameFor(whole, name)} ${fraction ? `and ${fraction}` : 'only'}`
}

function french({ whole, name, fraction }: Parts): string {
  const noun = whole < 2n ? name.one : name.many
  const of = isWholeMillions(whole) ? (/^[aeiouéh]/.test(noun) ? "d'" : 'de ') : ''
  const counted = name.feminine ? frenchWords(whole).replace(/un$/, 'une') : frenchWords(whole)
  return `${counted} ${of}${noun}${fraction && ` et ${fraction}`}`
}

function spanish({ whole, name, fraction }: Parts): string {
  const of = isWholeMillions(whole) ? 'de ' : ''
  return `${spanishWords(whole, name.feminine === true)} ${of}${nameFor(whole, name)}${fraction && ` con ${fraction}`}`
}

function portuguese({ whole, name, fraction }: Parts): string {
  const of = isWholeMillions(whole) ? 'de ' : ''
  return `${portugueseWords(whole, name.feminine === true)} ${of}${nameFor(whole, name)}${fraction && ` e ${fraction}`}`
}

const swahili = ({ whole, name, fraction }: Parts): string =>
  `${nameFor(whole, name)} ${swahiliWords(whole)} ${fraction ? `na ${fraction}` : 'tu'}`

function arabic({ whole, name, fraction }: Parts): string {
  const words = arabicWords(whole, name.feminine === true)
  const counted = whole === 1n || whole === 2n ? `${name.many} ${words}` : `${beforeNoun(words)} ${name.many}`
  return `${counted}${fraction && ` و${fraction}`} فقط لا غير`
}

/** The library writes तेतालीस for 43; the standard spelling has the nasal. */
const hindi = ({ whole, name, fraction }: Parts): string =>
  `${hindiWords(whole).replaceAll('तेतालीस', 'तैंतालीस')} ${nameFor(whole, name)} ${fraction ? `और ${fraction}` : 'मात्र'}`

const namesIn: Readonly<Record<DocumentLanguage, CurrencyNames>> = {
  en: englishCurrencyNames,
  fr: frenchCurrencyNames,
  es: spanishCurrencyNames,
  pt: portugueseCurrencyNames,
  sw: swahiliCurrencyNames,
  ar: arabicCurrencyNames,
  hi: hindiCurrencyNames,
}

function sayIn(language: DocumentLanguage, parts: Parts, locale: string): string {
  switch (language) {
    case 'en':
      return english(parts, /^en[-_]IN/i.test(locale) ? indianEnglishWords : englishWords)
    case 'fr':
      return french(parts)
    case 'es':
      return spanish(parts)
    case 'pt':
      return portuguese(parts)
    case 'sw':
      return swahili(parts)
    case 'ar':
      return arabic(parts)
    case 'hi':
      return hindi(parts)
  }
}

/** `05/100`, in the digits of the locale. */
function fractionText(minor: bigint, unit: bigint, locale: string): string {
  const digits = (value: bigint, count: number): string =>
    new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: count }).format(value)
  return `${digits(minor, unit.toString().length - 1)}/${digits(unit, 1)}`
}

/**
 * An amount in words as on a cheque: whole units spelled, minor units as a fraction, `One thousand five hundred Kenyan
 * shillings and 50/100`. Exact to the last unit; English where the locale's language is not one that paper is printed in,
 * the ISO code where the currency has no name here. Asserts that the amount is not negative. Rule: D5.
 */
export function amountInWords({ amountMinor, currency }: Money, locale: string): string {
  assert(amountMinor >= 0n, 'an amount in words is not negative')
  const unit = 10n ** BigInt(minorUnitOf(currency))
  const minor = amountMinor % unit
  const language = documentLanguage(locale)
  const text = sayIn(
    language,
    {
      whole: amountMinor / unit,
      name: namesIn[language][currency] ?? { one: currency, many: currency },
      fraction: minor === 0n ? '' : fractionText(minor, unit, documentLocale(locale)),
    },
    locale,
  )
  return text.charAt(0).toUpperCase() + text.slice(1)
}
