import type { AlwaysTwo, LimitedAmount } from '../decision/second-person.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { JournalLine } from './journal-commands.ts'

/** A journal's debits against the limit, which is in the institution's currency; one in another currency always takes two people. */
export function journalLimit(lines: readonly JournalLine[], currency: CurrencyCode): LimitedAmount | AlwaysTwo {
  const foreign = lines.find(line => line.currency !== currency)?.currency
  const debits = lines.filter(line => line.side === 'debit' && line.currency === (foreign ?? currency))
  const amountMinor = sumMinor(debits.map(line => line.amountMinor))
  return foreign ? { alwaysTwo: true, amountMinor, currency: foreign } : { limit: 'manualJournalMinor', amountMinor }
}
