import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import { journalEntry } from '../../../core/journal/entry.ts'
import type { Line } from '../../../core/journal/record.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { seededRandom } from '../../support/seeded-random.ts'

export const firstDay = businessDate('2025-12-10')
export const dayCount = 60

/** Cash in two places and accounts of every type, none of which has a sub-ledger. */
const accounts = ['1130', '1150', '1320', '2230', '2270', '3300', '4200', '4600', '5300', '5400', '5410']

/** A line as it was asked for, with nothing of the program's own sums: what the statements are held against. */
export interface NaiveLine {
  readonly account: string
  readonly currency: string
  readonly branch: string
  readonly amountMinor: bigint
  readonly booking: BusinessDate
  readonly value: BusinessDate
  readonly entry: number
}

export interface RandomBooks {
  readonly branch: Branch
  readonly branchIds: readonly string[]
  readonly lines: readonly NaiveLine[]
  readonly pickDay: () => BusinessDate
}

/** Entries of two to five lines between random accounts on days in no order, in two currencies and two branches. */
export function randomBooks(seed: number, count = 120): RandomBooks {
  const random = seededRandom(seed)
  const below = (max: number): number => Math.floor(random() * max)
  const branch = makeBranch()
  branch.must('head-office', { type: 'branch.open', code: '002', name: 'Homa Bay' })
  const branchIds = branch.books.db.prepare('SELECT branch_id FROM branch ORDER BY code').pluck().all() as string[]
  const lines: NaiveLine[] = storedLines(branch)
  for (let number = 0; number < count; number++) {
    const booking = addDays(firstDay, below(dayCount))
    const value = below(4) === 0 ? addDays(booking, -below(20)) : booking
    const currency = below(4) === 0 ? ('USD' as const) : branch.currency
    const entryLines = balanced(currency, 1 + below(4))
    const place = branchIds[below(2)] ?? ''
    const entries = [journalEntry('manual-journal', entryLines)]
    appendCrafted(branch, { businessDate: booking, valueDate: value, entries, branch: place })
    for (const { account, amountMinor } of entryLines)
      lines.push({ account, currency, branch: place, amountMinor, booking, value, entry: number })
  }
  function balanced(currency: Line['currency'], parts: number): readonly Line[] {
    const some = Array.from({ length: parts }, () => ({
      account: accounts[below(accounts.length)] ?? '',
      amountMinor: BigInt(1 + below(900_000)) * (below(2) === 0 ? 1n : -1n),
      currency,
    }))
    const sum = some.reduce((total, { amountMinor }) => total + amountMinor, 0n)
    const rest = { account: accounts[below(accounts.length)] ?? '', amountMinor: -sum, currency }
    return sum === 0n ? balanced(currency, parts) : [...some, rest]
  }
  return { branch, branchIds, lines, pickDay: () => addDays(firstDay, below(dayCount)) }
}

/** What founding itself booked. */
const storedLines = ({ books }: Branch): NaiveLine[] =>
  (
    books.db
      .prepare(
        `SELECT account, currency, record.branch, amount_minor AS amountMinor, booking_date AS booking, line.value_date AS value,
           -position * 10 - entry_no AS entry FROM line JOIN record USING (position)`,
      )
      .safeIntegers(true)
      .all() as (NaiveLine & { readonly entry: bigint })[]
  ).map(line => ({ ...line, entry: Number(line.entry) }))

export interface NaiveScope {
  readonly basis: DateBasis
  readonly currency: string
  readonly branchId?: string | undefined
  readonly from?: BusinessDate | undefined
  readonly to: BusinessDate
}

export const inScope = (
  lines: readonly NaiveLine[],
  { basis, currency, branchId, from, to }: NaiveScope,
): readonly NaiveLine[] =>
  lines.filter(
    line =>
      line.currency === currency &&
      (branchId === undefined || line.branch === branchId) &&
      line[basis] <= to &&
      (from === undefined || line[basis] >= from),
  )

/** Debits minus credits by account. */
export function sumsOf(lines: readonly NaiveLine[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { account, amountMinor } of lines) sums.set(account, (sums.get(account) ?? 0n) + amountMinor)
  return sums
}
