import { useTranslation } from 'react-i18next'
import { isBusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import { isRate } from '../../../core/money/rate.ts'
import type { Frequency } from '../../../core/schedule/schedule-terms.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useFrequencyWord } from '../../lib/frequency-word.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'

export interface ProductWords {
  /** What a term is called, by its path; a tier of the rates by its number. */
  readonly term: (field: string) => string
  /** What it means, where its name does not say it. */
  readonly hint: (field: string) => string
  readonly choice: (field: string, choice: string) => string
  /** An order of the components of what is owed, as it is typed. */
  readonly order: (text: string) => string
  readonly frequency: (frequency: Frequency) => string
  /** A term's value as it stands in the product. */
  readonly value: (field: string, text: string, currency: CurrencyCode) => string
}

/** The place of a row, in the path of one of its terms. */
const placeInList = /\.(\d+)(?=\.|$)/
const withoutPlace = (field: string): string => field.replace(placeInList, '')

const tier = /^interest\.rates\.tiers\.(\d+)\.(fromMinor|annualPercent)$/

const isPercent = (field: string): boolean =>
  /(?:[pP]ercent|points|percentOfLoan)$/.test(field) || field.startsWith('annualPercent.')

const isCount = (field: string): boolean =>
  /(?:Days|Max|Min|months\w+|every|people|fromCycle|daysAfter|installments\.\w+|grace\.\w+|firstAfterDays\.\w+)$/.test(
    field,
  )

/** The terms of products in the words of head office. */
export function useProductWords(): ProductWords {
  const { t, i18n } = useTranslation('products')
  const locale = i18n.language
  const term = (field: string): string => {
    const [, place, part] = tier.exec(field) ?? []
    if (place !== undefined)
      return t(part === 'fromMinor' ? 'tier-from' : 'tier-percent', { number: Number(place) + 1 })
    const [, row] = placeInList.exec(field) ?? []
    const name = t(`term-${withoutPlace(field)}` as 'term-name', { defaultValue: field })
    return row === undefined ? name : t('term-in-row', { term: name, number: Number(row) + 1 })
  }
  const choice = (field: string, value: string): string =>
    t(`word-${withoutPlace(field)}-${value}` as 'word-yes', {
      defaultValue: t(`word-${value}` as 'word-yes', { defaultValue: value }),
    })
  const value = (field: string, text: string, currency: CurrencyCode): string => {
    if (field.endsWith('Minor') && /^\d+$/.test(text))
      return formatMoney({ amountMinor: BigInt(text), currency }, locale)
    if (isPercent(field) && isRate(text)) return formatPercentRate(text, locale)
    if (isBusinessDate(text)) return formatDate(text, locale)
    if (isCount(field) && /^\d+$/.test(text)) return formatCount(Number(text), locale)
    return /(?:^|\.)(?:name|productId|chargeId)$/.test(field) ? text : choice(field, text)
  }
  const hint = (field: string): string => t(`hint-${withoutPlace(field)}` as 'hint-productId', { defaultValue: '' })
  const order = (text: string): string =>
    text
      .split(',')
      .map(component => choice('order', component))
      .join(' · ')
  const frequency = useFrequencyWord()
  return { term, hint, choice, order, frequency, value }
}
