import type { BusinessDate } from '../calendar/business-date.ts'
import { togetherIn } from '../command/load-standing.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import type { Money } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { clientRow } from '../storage/clients.ts'
import { exposuresOf, guaranteesBy } from '../storage/exposure.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { ClientExposureAnswer } from './loan-security-answers.ts'
import type { Reading } from './reader.ts'

/** All that a client owes, may still be paid, and stands for, in the institution's currency. Refuses client-unknown. Rule: L50. */
export function clientExposureAnswer(reading: Reading, clientId: string): Result<ClientExposureAnswer, Refusal> {
  const { db, context } = reading
  if (!clientRow(db, clientId)) return refuse({ type: 'client-unknown' })
  const { institution } = context
  const businessDate: BusinessDate = dayAtHand(context)
  const loans = exposuresOf(db, clientId)
  const guarantees = guaranteesBy(db, clientId).map(row => ({
    loanId: row.loanId,
    number: row.number,
    borrowerName: row.name || row.clientNumber,
    coversMinor: row.coversMinor,
    currency: currencyOf(row.currency),
  }))
  /** Absent where the rate of a currency is not known. */
  const together = (name: 'owedMinor' | 'undrawnMinor' | 'guaranteedMinor', amounts: readonly Money[]) => {
    const sum = togetherIn(reading, amounts, institution.currency, { institution, businessDate })
    return sum.ok ? { [name]: sum.value } : {}
  }
  const each = (name: 'owedMinor' | 'undrawnMinor') =>
    loans.map(({ currency, ...loan }) => ({ amountMinor: loan[name], currency }))
  return ok({
    currency: institution.currency,
    loans,
    guarantees,
    ...together('owedMinor', each('owedMinor')),
    ...together('undrawnMinor', each('undrawnMinor')),
    ...together(
      'guaranteedMinor',
      guarantees.map(({ coversMinor: amountMinor, currency }) => ({ amountMinor, currency })),
    ),
  })
}
