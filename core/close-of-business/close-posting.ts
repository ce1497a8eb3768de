import { journalEntry, type Posting } from '../journal/entry.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import type { Entry, Line } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** An amount from the credited to the debited account; a negative one goes the other way. */
export interface ClosePosting extends Posting {
  readonly description: EntryDescription
}

/** Postings of a kind are one entry; what they have besides accounts of clients is two lines at most. */
export const kindOf = ({ description, debit, credit, currency }: ClosePosting): string =>
  `${description}/${debit.account}/${credit.account}/${currency}`

/**
 * One entry for all postings of a kind, with one line for each account of the ledger and sub-account that they name: what many accounts
 * of clients have in common stands in the books once. What comes to nothing is no line.
 */
export function entriesTogether(postings: readonly ClosePosting[]): readonly Entry[] {
  const kinds = [...new Set(postings.map(kindOf))]
  return kinds.flatMap(kind => {
    const alike = postings.filter(posting => kindOf(posting) === kind)
    const lines = linesTogether(alike)
    const [first] = alike
    return first && lines.length > 0 ? [journalEntry(first.description, lines)] : []
  })
}

function linesTogether(postings: readonly ClosePosting[]): readonly Line[] {
  const byPlace = new Map<string, Line>()
  const add = ({ account, subAccount }: Posting['debit'], amountMinor: bigint, currency: CurrencyCode): void => {
    const place = `${account}/${subAccount ?? ''}`
    const before = byPlace.get(place)?.amountMinor ?? 0n
    byPlace.set(place, {
      account,
      ...(subAccount === undefined ? {} : { subAccount }),
      amountMinor: before + amountMinor,
      currency,
    })
  }
  for (const { debit, credit, amountMinor, currency } of postings) {
    add(debit, amountMinor, currency)
    add(credit, -amountMinor, currency)
  }
  return [...byPlace.values()].filter(({ amountMinor }) => amountMinor !== 0n)
}

/** How many lines of clients' accounts a posting makes: one for each side that names one. */
export const clientLinesOf = ({ debit, credit }: ClosePosting): number =>
  [debit, credit].filter(({ subAccount }) => subAccount !== undefined).length
