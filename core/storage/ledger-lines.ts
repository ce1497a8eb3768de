import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { type BusinessDate, businessDate, lastDayEver } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { LedgerPlace } from '../journal/ledger-place.ts'
import type { LeftOut } from '../journal/left-out.ts'
import { sumMinor } from '../money/amount.ts'
import { type DateWay, dateOnWay, isOnWay, onEachWay, waysBy } from './date-ways.ts'
import { prepared, type Row } from './run.ts'

/** Which lines of a ledger account: in one currency, of one branch or all, within days by one of a line's two dates. */
export interface LedgerRange {
  readonly account: string
  readonly currency: string
  readonly branchId: string | undefined
  readonly basis: DateBasis
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate | undefined
  /** Only lines of entries that moved one of these accounts in the same currency. */
  readonly besides: readonly string[] | undefined
  /** Lines that are left out by the year that closings and their days belong to. */
  readonly without: LeftOut | undefined
  /** The first day of the fiscal year that is meant. */
  readonly yearFrom: BusinessDate
}

interface LedgerLine {
  account: string
  position: number
  entry_no: number
  line_no: number
  booking_date: string
  value_date: string
  sub_account: string | null
  amount_minor: bigint
  branch: string
  log_id: string
  device_code: string
  seq: number
  type: string
  receipt: number | null
}

type Bounds = {
  readonly account: string
  readonly currency: string
  readonly branch: string
  readonly from: string
  readonly date: string
  readonly position: number
  readonly entryNo: number
  readonly lineNo: number
  /** Codes as JSON, or empty for every entry. */
  readonly besides: string
  readonly without: LeftOut | ''
  readonly yearFrom: string
}

const dayOf = (way: DateWay) => dateOnWay(way, 'line')

const ofClosing = sql<boolean>`line.position IN (
  SELECT position FROM year_closing
  UNION ALL SELECT reopened_position FROM year_closing WHERE reopened_position IS NOT NULL)`

const page = (way: DateWay) =>
  prepared<Bounds & { readonly limit: number }, LedgerLine>((db, param) =>
    db
      .selectFrom('line')
      .innerJoin('record', 'record.position', 'line.position')
      .innerJoin('log', 'log.log_no', 'record.log_no')
      .select([
        'line.account',
        'line.position',
        'line.entry_no',
        'line.line_no',
        'line.booking_date',
        'line.value_date',
        'line.sub_account',
        'line.amount_minor',
        'record.branch',
        'log.log_id',
        'log.device_code',
        'record.seq',
        'record.type',
        'record.receipt',
      ])
      .where('line.account', '=', param('account'))
      .where('line.currency', '=', param('currency'))
      .where(isOnWay(way, 'line'))
      .where(sql<boolean>`${dayOf(way)} >= ${param('from')}`)
      .where(
        sql<boolean>`(${dayOf(way)}, line.position, line.entry_no, line.line_no)
          < (${param('date')}, ${param('position')}, ${param('entryNo')}, ${param('lineNo')})`,
      )
      .where(sql<boolean>`(${param('branch')} = '' OR record.branch = ${param('branch')})`)
      .where(
        sql<boolean>`(${param('besides')} = '' OR EXISTS (
          SELECT 1 FROM line AS beside WHERE beside.position = line.position AND beside.entry_no = line.entry_no
            AND beside.currency = line.currency AND beside.account IN (SELECT value FROM json_each(${param('besides')}))))`,
      )
      .where(
        sql<boolean>`CASE ${param('without')}
          WHEN 'closings' THEN NOT ${ofClosing}
          WHEN 'year-closing' THEN NOT (${dayOf(way)} >= ${param('yearFrom')} AND ${ofClosing})
          WHEN 'other-years' THEN
            ${dayOf(way)} >= ${param('yearFrom')} AND NOT (line.value_date < ${param('yearFrom')} AND ${ofClosing})
          WHEN 'this-year' THEN
            ${dayOf(way)} < ${param('yearFrom')} OR (line.value_date < ${param('yearFrom')} AND ${ofClosing})
          ELSE 1 END`,
      )
      .orderBy(sql`${dayOf(way)} DESC`)
      .orderBy('line.position', 'desc')
      .orderBy('line.entry_no', 'desc')
      .orderBy('line.line_no', 'desc')
      .limit(param('limit')),
  )
const pages = onEachWay(page)

const sum = (way: DateWay) =>
  prepared<Omit<Bounds, 'besides' | 'without' | 'yearFrom'>, { raw_minor: bigint }>((db, param) =>
    db
      .selectFrom('line')
      .innerJoin('record', 'record.position', 'line.position')
      .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('raw_minor'))
      .where('line.account', '=', param('account'))
      .where('line.currency', '=', param('currency'))
      .where(isOnWay(way, 'line'))
      .where(sql<boolean>`${dayOf(way)} >= ${param('from')}`)
      .where(
        sql<boolean>`(${dayOf(way)}, line.position, line.entry_no, line.line_no)
          < (${param('date')}, ${param('position')}, ${param('entryNo')}, ${param('lineNo')})`,
      )
      .where(sql<boolean>`(${param('branch')} = '' OR record.branch = ${param('branch')})`),
  )
const sums = onEachWay(sum)

export type PlacedLine = Row<LedgerLine> & { readonly place: LedgerPlace }

function boundsOf(
  { account, currency, branchId, from, to, besides, without, yearFrom }: LedgerRange,
  before: LedgerPlace | undefined,
): Bounds {
  const last = to ?? lastDayEver
  const end = { date: last, position: Number.MAX_SAFE_INTEGER, entryNo: 0, lineNo: 0 }
  const place = before && before.date <= last ? before : end
  return {
    account,
    currency,
    branch: branchId ?? '',
    from: from ?? '',
    besides: besides ? JSON.stringify(besides) : '',
    without: without ?? '',
    yearFrom,
    ...place,
  }
}

const placed = (line: Row<LedgerLine>, basis: DateBasis): PlacedLine => {
  const { position, entryNo, lineNo } = line
  const date = businessDate(basis === 'value' ? line.valueDate : line.bookingDate)
  return { ...line, place: { date, position, entryNo, lineNo } }
}

const isNewer = ({ place: a }: PlacedLine, { place: b }: PlacedLine): number =>
  a.date === b.date ? b.position - a.position || b.entryNo - a.entryNo || b.lineNo - a.lineNo : a.date < b.date ? 1 : -1

/** The newest lines of a range before a place, newest first; an index finds them at any depth. Rule: T7. */
export function ledgerLinesBefore(
  db: Database,
  range: LedgerRange,
  { before, limit }: { readonly before: LedgerPlace | undefined; readonly limit: number },
): readonly PlacedLine[] {
  const bounds = { ...boundsOf(range, before), limit }
  return waysBy[range.basis]
    .flatMap(way => pages[way].all(db, bounds))
    .map(line => placed(line, range.basis))
    .toSorted(isNewer)
    .slice(0, limit)
}

/** Debits minus credits of one day's lines that stand before a place. */
export function rawOnDayBefore(db: Database, range: LedgerRange, place: LedgerPlace): bigint {
  const {
    besides: _besides,
    without: _without,
    yearFrom: _yearFrom,
    ...bounds
  } = boundsOf({ ...range, from: place.date, to: place.date }, place)
  return sumMinor(waysBy[range.basis].map(way => sums[way].get(db, bounds)?.rawMinor ?? 0n))
}

/** The same of many accounts together: each account's index gives its newest, and the newest of those are meant. Rule: T19. */
export const journalLinesBefore = (
  db: Database,
  accounts: readonly string[],
  range: Omit<LedgerRange, 'account'>,
  page: { readonly before: LedgerPlace | undefined; readonly limit: number },
): readonly PlacedLine[] =>
  accounts
    .flatMap(account => ledgerLinesBefore(db, { ...range, account }, page))
    .toSorted(isNewer)
    .slice(0, page.limit)
