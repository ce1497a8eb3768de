import { fillTemplate } from '../../../core/manual-journals/fill-template.ts'
import { isBlank, type JournalTemplate } from '../../../core/manual-journals/journal-template.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { emptyLine, type TypedLine } from './journal-form.ts'

interface FilledWith {
  readonly totalMinor: bigint | undefined
  readonly nameOf: (code: string) => string
  readonly locale: string
}

/** The lines of a template as they would be typed: what it knows filled in, what it leaves to the person empty, and room for one more. */
export function linesOfTemplate(template: JournalTemplate, { totalMinor, nameOf, locale }: FilledWith): TypedLine[] {
  const { currency, lines } = template
  const typed = (line: { account: string; side: 'debit' | 'credit' }, amountMinor: bigint | undefined): TypedLine => ({
    ...emptyLine(currency),
    account: `${line.account} ${nameOf(line.account)}`,
    [line.side]: amountMinor === undefined ? '' : formatAmount({ amountMinor, currency }, locale),
  })
  const blanks = lines.filter(isBlank)
  const filled = fillTemplate({ ...template, lines: lines.filter(line => !isBlank(line)) }, { totalMinor })
  const known = filled.ok
    ? filled.value.map(line => typed(line, line.amountMinor))
    : lines.filter(line => !isBlank(line)).map(line => typed(line, line.amountMinor))
  return [...known, ...blanks.map(line => typed(line, undefined)), emptyLine(currency)]
}
