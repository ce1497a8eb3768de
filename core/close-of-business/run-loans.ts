import { present } from '../assert.ts'
import type { Decision } from '../decision/decision.ts'
import { withLines } from '../journal/entry.ts'
import type { Entry, Line } from '../journal/record.ts'
import { closeLoanOrName } from './close-loan.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import type { ClosedLoan } from './close-records.ts'
import type { ClosingLoan } from './closing-loan.ts'

/** Under what a record may carry, by what one more loan adds at most. */
const linesMax = 184

/** What entries of many loans say: one entry for each description and currency, with one line for each place. */
class EntriesTogether {
  private readonly lines = new Map<string, { description: string; byPlace: Map<string, Line> }>()
  count = 0

  add({ description, lines }: Entry): void {
    for (const line of lines) {
      const kind = `${description}/${line.currency}`
      const together = this.lines.get(kind) ?? { description, byPlace: new Map<string, Line>() }
      this.lines.set(kind, together)
      const place = `${line.account}/${line.subAccount ?? ''}`
      const before = together.byPlace.get(place)
      if (!before) this.count += 1
      together.byPlace.set(place, { ...line, amountMinor: line.amountMinor + (before?.amountMinor ?? 0n) })
    }
  }

  entries(): readonly Entry[] {
    return [...this.lines.values()].flatMap(({ description, byPlace }) => {
      const lines = [...byPlace.values()].filter(({ amountMinor }) => amountMinor !== 0n)
      return lines.length > 0 ? [withLines({ description }, lines)] : []
    })
  }
}

const epochOf = (closing: ClosingLoan): number =>
  closing.type === 'earns' ? closing.loan.epoch : closing.loan.custodyEpoch

/** Goes through as many of the loans as one record holds, in the order of their ids. Rules: E1, E18, E19. */
export function runLoans(
  loans: readonly ClosingLoan[],
  { date, step, chunk }: RunCloseOfBusiness,
): Omit<Decision, 'type' | 'class'> {
  const together = new EntriesTogether()
  const closed: ClosedLoan[] = []
  const epochs: Record<string, number> = {}
  let looked = 0
  for (const closing of loans) {
    if (together.count > linesMax) break
    const { facts, entries } = closeLoanOrName(closing, date)
    looked++
    for (const entry of entries) together.add(entry)
    if (facts) closed.push(facts)
    else if (epochOf(closing) !== 1) epochs[closing.loan.loanId] = epochOf(closing)
  }
  const upTo = present(loans[looked - 1], 'a piece goes through a loan at least').loan.loanId
  return {
    body: {
      date,
      step,
      chunk,
      loans: closed,
      ...(Object.keys(epochs).length > 0 ? { epochs } : {}),
      looked,
      upTo,
    },
    entries: together.entries(),
  }
}
