import { westernDigits } from '../../core/customers/fold-text.ts'
import { isRate, type Rate } from '../../core/money/rate.ts'

const markOf = (locale: string, type: 'decimal' | 'group'): string | undefined =>
  new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.5).find(part => part.type === type)?.value

/** A rate above nothing as the locale writes it, `129.5` or `129,5`; a mark that could be of thousands there is not read. Rule: W44. */
export function readRate(text: string, locale: string): Rate | undefined {
  const typed = westernDigits(text.trim())
  if (typed.includes('.') && markOf(locale, 'group') === '.') return undefined
  const plain = typed.replace(markOf(locale, 'decimal') ?? '.', '.')
  return isRate(plain) && /[1-9]/.test(plain) ? plain : undefined
}
