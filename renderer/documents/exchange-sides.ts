import { documentLocale } from '../../core/documents/document-language.ts'
import type { ExchangeReceiptModel } from '../../core/documents/document-model.ts'
import { formatMoney } from '../../core/money/format-amount.ts'
import { formatRate } from '../../core/money/format-rate.ts'
import { receiptWords } from './receipt-parts.tsx'

export interface ExchangeSide {
  readonly label: string
  readonly figure: string
  readonly inWords: string
}

/** The two sides of an exchange, its rates, and what rounding made of it, in the words and digits of the paper. */
export function exchangeSides(model: ExchangeReceiptModel): {
  readonly sides: readonly ExchangeSide[]
  readonly rates: readonly { readonly label: string; readonly rate: string }[]
} {
  const { labels } = receiptWords(model)
  const locale = documentLocale(model.locale)
  const { handedIn, paidOut } = model
  return {
    sides: [
      { label: labels.handedIn, figure: formatMoney(handedIn, locale), inWords: handedIn.inWords },
      { label: labels.paidOut, figure: formatMoney(paidOut, locale), inWords: paidOut.inWords },
    ],
    rates: [
      ...model.rates.map(({ way, currency, quote, rate }) => ({
        label: `${currency}: ${way === 'bought' ? labels.boughtAt : labels.soldAt}`,
        rate: `${quote} ${formatRate(rate, locale)}`,
      })),
      ...(model.rounding ? [{ label: labels.cashRounding, rate: formatMoney(model.rounding, locale) }] : []),
    ],
  }
}
