import { type Money, sumMinor } from '../money/amount.ts'
import type { JournalRecord } from './record.ts'

/** What a record is said to move, in a list of many: the debits of its first currency. Null where it moves nothing. */
export function turnoverOf({ entries }: Pick<JournalRecord, 'entries'>): Money | null {
  const lines = entries.flatMap(entry => entry.lines)
  const [first] = lines
  if (!first) return null
  const { currency } = first
  const debits = lines.filter(line => line.currency === currency && line.amountMinor > 0n)
  return { amountMinor: sumMinor(debits.map(line => line.amountMinor)), currency }
}
