import type { CommandOf } from '../../../core/command/command.ts'
import type { JournalLine } from '../../../core/manual-journals/journal-commands.ts'
import { type CurrencyCode, isCurrencyCode } from '../../../core/money/currency.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import { readDate } from '../../lib/read-date.ts'

/** A line as it is typed; one of the two amounts is empty. */
export interface TypedLine {
  readonly account: string
  readonly currency: string
  readonly debit: string
  readonly credit: string
}

export interface JournalForm {
  readonly templateId: string
  readonly purpose: CommandOf<'journal.post'>['purpose']
  readonly branchId: string
  readonly valueDate: string
  readonly reference: string
  readonly note: string
  readonly total: string
  readonly lines: readonly TypedLine[]
}

export const emptyLine = (currency: string): TypedLine => ({ account: '', currency, debit: '', credit: '' })

export const emptyForm = (currency: CurrencyCode): JournalForm => ({
  templateId: '',
  purpose: 'expense',
  branchId: '',
  valueDate: '',
  reference: '',
  note: '',
  total: '',
  lines: [emptyLine(currency), emptyLine(currency), emptyLine(currency)],
})

export const isEmptyLine = ({ account, debit, credit }: TypedLine): boolean =>
  account.trim() === '' && debit.trim() === '' && credit.trim() === ''

/** The code at the beginning of `5400 Office costs`. */
export const codeIn = (account: string): string | undefined => /^\d{4,10}(?=\s|$)/.exec(account.trim())?.[0]

type Amount = Omit<JournalLine, 'account'>

/** The side and amount of a typed line; nothing while it has none, or one that cannot be read. */
export function amountIn({ currency, debit, credit }: TypedLine, locale: string): Amount | undefined {
  if (!isCurrencyCode(currency) || (debit.trim() !== '') === (credit.trim() !== '')) return undefined
  const side = debit.trim() === '' ? 'credit' : 'debit'
  const parsed = parseAmount(side === 'debit' ? debit : credit, currency, locale)
  return parsed.ok ? { side, currency, amountMinor: parsed.value } : undefined
}

function lineIn(line: TypedLine, locale: string): JournalLine | undefined {
  const account = codeIn(line.account)
  const amount = amountIn(line, locale)
  return account === undefined || !amount ? undefined : { account, ...amount }
}

/** The journal that the form means; nothing while a line or the date is not finished. */
export function journalIn(
  { templateId, purpose, branchId, valueDate, reference, note, lines }: JournalForm,
  locale: string,
): Omit<CommandOf<'journal.post'>, 'key'> | undefined {
  const typed = lines.filter(line => !isEmptyLine(line))
  const read = typed.flatMap(line => lineIn(line, locale) ?? [])
  const day = readDate(valueDate, locale)
  if (read.length < 2 || read.length < typed.length || (valueDate.trim() !== '' && !day)) return undefined
  return {
    type: 'journal.post',
    purpose,
    lines: read,
    ...(templateId ? { templateId } : {}),
    ...(branchId ? { branchId } : {}),
    ...(day ? { valueDate: day } : {}),
    ...(reference.trim() ? { reference: reference.trim().toUpperCase() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}
