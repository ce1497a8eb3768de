import type { CurrencyCode } from '../../core/money/currency.ts'
import { parseAmount } from '../../core/money/parse-amount.ts'

/** The amount that the text means, also where nothing is one: a fee of nothing, a limit of zero. */
export function readAmountOrZero(text: string, currency: CurrencyCode, locale: string): bigint | undefined {
  const parsed = parseAmount(text, currency, locale)
  if (parsed.ok) return parsed.value
  return parsed.refusal.rule === 'not-positive' ? 0n : undefined
}
