import type { CommandOf } from '../../core/command/command.ts'
import { westernDigits } from '../../core/customers/fold-text.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { parseAmount } from '../../core/money/parse-amount.ts'
import { readDate } from '../lib/read-date.ts'

type PlaceInstruction = CommandOf<'standing-instruction.place'>

/** The order as typed; all text, so that a draft keeps it. */
export interface InstructionForm {
  readonly to: string
  readonly amount: string
  readonly frequency: PlaceInstruction['frequency']
  readonly startsOn: string
  readonly endsOn: string
  readonly times: string
  readonly retryDays: string
  readonly signedBy: readonly string[]
}

/** For how many days an order is tried again where nobody says otherwise. */
export const retryUsually = 3

/** What the order says, whose account it is left out; nothing while something is missing or cannot be read. */
export function instructionOf(
  form: InstructionForm,
  { currency, locale }: { readonly currency: CurrencyCode; readonly locale: string },
): Omit<PlaceInstruction, 'type' | 'key' | 'accountId' | 'signedBy'> | undefined {
  const { to, frequency } = form
  const amount = parseAmount(form.amount, currency, locale)
  const startsOn = readDate(form.startsOn, locale)
  const endsOn = readDate(form.endsOn, locale)
  const times = countOf(form.times)
  const retryDays = countOf(form.retryDays)
  if (to === '' || !amount.ok || !startsOn || retryDays === undefined) return undefined
  if ((form.endsOn.trim() !== '' && !endsOn) || (form.times.trim() !== '' && times === undefined)) return undefined
  return {
    toAccountId: to,
    amountMinor: amount.value,
    currency,
    frequency,
    startsOn,
    retryDays,
    ...(endsOn ? { endsOn } : {}),
    ...(times === undefined ? {} : { times }),
  }
}

const countOf = (text: string): number | undefined => {
  const plain = westernDigits(text.trim())
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined
}
