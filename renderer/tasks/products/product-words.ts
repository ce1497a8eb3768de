import { useTranslation } from 'react-i18next'
import { isBusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import { isRate } from '../../../core/money/rate.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'

export interface ProductWords {
  /** What a term is called, by its path; a tier of the rates by its number. */
  readonly term: (field: string) => string
  /** What it means, where its name does not say it. */
  readonly hint: (field: string) => string
  readonly choice: (field: string, choice: string) => string
  /** A term's value as it stands in the product. */
  readonly value: (field: string, text: string, currency: CurrencyCode) => string
}

const tier = /^interest\.rates\.tiers\.(\d+)\.(fromMinor|annualPercent)$/

/** The terms of products in the words of head office. */
export function useProductWords(): ProductWords {
  const { t, i18n } = useTranslation('products')
  const locale = i18n.language
  const term = (field: string): string => {
    const [, place, part] = tier.exec(field) ?? []
    if (place !== undefined)
      return t(part === 'fromMinor' ? 'tier-from' : 'tier-percent', { number: Number(place) + 1 })
    return t(`term-${field}` as 'term-name', { defaultValue: field })
  }
  const choice = (field: string, value: string): string =>
    t(`word-${field}-${value}` as 'word-yes', {
      defaultValue: t(`word-${value}` as 'word-yes', { defaultValue: value }),
    })
  const value = (field: string, text: string, currency: CurrencyCode): string => {
    if (field.endsWith('Minor') && /^\d+$/.test(text))
      return formatMoney({ amountMinor: BigInt(text), currency }, locale)
    if (/(?:[pP]ercent|points|percentOfLoan)$/.test(field) && isRate(text)) return formatPercentRate(text, locale)
    if (isBusinessDate(text)) return formatDate(text, locale)
    if (/(?:Days|months\w+)$/.test(field) && /^\d+$/.test(text)) return formatCount(Number(text), locale)
    return field === 'name' || field === 'productId' ? text : choice(field, text)
  }
  return { term, hint: field => t(`hint-${field}` as 'hint-productId', { defaultValue: '' }), choice, value }
}
