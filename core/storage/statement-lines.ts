import type { Database } from 'better-sqlite3'
import { type Expression, sql } from 'kysely'
import { type BusinessDate, businessDate, lastDayEver } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import { entryWord } from '../journal/entry-description.ts'
import type { LinePlace } from '../journal/line-place.ts'
import { accountsOf } from './account-places.ts'
import { prepared, type Row } from './run.ts'

interface StatementLine {
  booking_date: string
  position: number
  entry_no: number
  line_no: number
  value_date: string
  amount_minor: bigint
  log_id: string
  seq: number
  type: string
  recorded_at: string
  receipt: number | null
  /** What the entry says it is: an operation's fee stands in an entry of its own. */
  description: string
}

/** What a line's entry says it is, as it was signed: an older program's prose too. */
export const entryDescription = sql<string>`json_extract(CAST(record.bytes AS TEXT), '$.entries[' || line.entry_no || '].description')`

const columns = [
  'line.booking_date',
  'line.position',
  'line.entry_no',
  sql<number>`min(line.line_no)`.as('line_no'),
  'line.value_date',
  sql<bigint>`sum(line.amount_minor)`.as('amount_minor'),
  'log.log_id',
  'record.seq',
  'record.type',
  'record.recorded_at',
  'record.receipt',
  entryDescription.as('description'),
] as const

/** An account with an overdraft stands on two: what an entry does to them is one movement of the client's. */
const isOfAccount = (accountId: Expression<string>) => sql<boolean>`line.account IN ${accountsOf(accountId)}`

const between = prepared<{ accountId: string; from: string; to: string }, StatementLine>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(columns)
    .where('line.sub_account', '=', param('accountId'))
    .where(isOfAccount(param('accountId')))
    .where('line.booking_date', '>=', param('from'))
    .where('line.booking_date', '<=', param('to'))
    .groupBy(['line.booking_date', 'line.position', 'line.entry_no'])
    .orderBy('line.booking_date')
    .orderBy('line.position')
    .orderBy('line.entry_no'),
)

type Bounds = { accountId: string; from: string; date: string; position: number; entryNo: number; lineNo: number }

const page = prepared<Bounds & { limit: number }, StatementLine>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(columns)
    .where('line.sub_account', '=', param('accountId'))
    .where(isOfAccount(param('accountId')))
    .where('line.booking_date', '>=', param('from'))
    .where(
      sql<boolean>`(line.booking_date, line.position, line.entry_no, line.line_no)
        < (${param('date')}, ${param('position')}, ${param('entryNo')}, ${param('lineNo')})`,
    )
    .groupBy(['line.booking_date', 'line.position', 'line.entry_no'])
    .orderBy('line.booking_date', 'desc')
    .orderBy('line.position', 'desc')
    .orderBy('line.entry_no', 'desc')
    .limit(param('limit')),
)

const sumBefore = prepared<Omit<Bounds, 'from'>, { raw_minor: bigint }>((db, param) =>
  db
    .selectFrom('line')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('amount_minor'), eb.val(0n)).as('raw_minor'))
    .where('sub_account', '=', param('accountId'))
    .where(isOfAccount(param('accountId')))
    .where(
      sql<boolean>`(booking_date, position, entry_no, line_no)
        < (${param('date')}, ${param('position')}, ${param('entryNo')}, ${param('lineNo')})`,
    ),
)
const sumValued = prepared<{ accountId: string; date: string }, { raw_minor: bigint }>((db, param) =>
  db
    .selectFrom('line')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('amount_minor'), eb.val(0n)).as('raw_minor'))
    .where('sub_account', '=', param('accountId'))
    .where(isOfAccount(param('accountId')))
    .where('value_date', '<=', param('date')),
)

/** A place after every line that is booked up to a day. */
const endOf = (date: BusinessDate): LinePlace => ({
  bookingDate: date,
  position: Number.MAX_SAFE_INTEGER,
  entryNo: 0,
  lineNo: 0,
})

const boundsOf = ({ bookingDate, position, entryNo, lineNo }: LinePlace) => ({
  date: bookingDate,
  position,
  entryNo,
  lineNo,
})

const placeOf = ({ bookingDate, position, entryNo, lineNo }: Row<StatementLine>): LinePlace => ({
  bookingDate: businessDate(bookingDate),
  position,
  entryNo,
  lineNo,
})

const worded = (line: Row<StatementLine>): Row<StatementLine> => ({ ...line, description: entryWord(line.description) })

export interface StatementRange {
  readonly accountId: string
  readonly from?: BusinessDate | undefined
  readonly to?: BusinessDate | undefined
}

/** A line of a sub-account and its balance after it, debits positive, in the order of the statement. */
export type BalancedLine = Row<StatementLine> & { readonly place: LinePlace; readonly rawBalanceMinor: bigint }

/** A sub-account's lines booked from `from` to `to`, both inclusive, oldest first; debits positive. */
export const linesBetween = (
  db: Database,
  range: { readonly accountId: string; readonly from: BusinessDate; readonly to: BusinessDate },
): readonly Row<StatementLine>[] => between.all(db, range).map(worded)

/** The newest lines of a range before a place, newest first; the index finds them at any depth. Rules: Q3, Q4. */
export function linesBefore(
  db: Database,
  { accountId, from, to }: StatementRange,
  { before, limit }: { readonly before: LinePlace | undefined; readonly limit: number },
): readonly BalancedLine[] {
  const end = endOf(to ?? lastDayEver)
  const place = before && before.bookingDate <= end.bookingDate ? before : end
  const lines = page.all(db, { accountId, from: from ?? '', ...boundsOf(place), limit })
  const oldest = lines.at(-1)
  if (!oldest) return []
  const below = sumBefore.get(db, { accountId, ...boundsOf(placeOf(oldest)) })?.rawMinor ?? 0n
  return withBalances(lines, below)
}

/** Oldest to newest the amounts add up on what was there before them. */
function withBalances(lines: readonly Row<StatementLine>[], belowMinor: bigint): readonly BalancedLine[] {
  let rawBalanceMinor = belowMinor
  return lines
    .toReversed()
    .map(line => {
      rawBalanceMinor += line.amountMinor
      return { ...worded(line), place: placeOf(line), rawBalanceMinor }
    })
    .toReversed()
}

/** A sub-account's balance (debits minus credits) at the start of a booking day. */
export const rawBalanceBefore = (
  db: Database,
  { accountId, from }: { readonly accountId: string; readonly from: BusinessDate },
): bigint => sumBefore.get(db, { accountId, date: from, position: 0, entryNo: 0, lineNo: 0 })?.rawMinor ?? 0n

/** A sub-account's balance (debits minus credits) at the end of a day: what was booked, or what counts, up to it. Rule: Q3. */
export const rawBalanceAsOf = (db: Database, accountId: string, date: BusinessDate, basis: DateBasis): bigint =>
  (basis === 'value'
    ? sumValued.get(db, { accountId, date })
    : sumBefore.get(db, { accountId, ...boundsOf(endOf(date)) })
  )?.rawMinor ?? 0n
