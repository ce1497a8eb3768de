import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import { type BeyondLimit, beyondLimit, type CashLimit } from '../cash/cash-limit.ts'
import { countedPieces } from '../cash/cash-records.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DenominationCount } from '../money/denominations.ts'
import { rawBalance } from './balances.ts'
import { countOn, currenciesIn, hadMovedSinceCount } from './cash-counts.ts'
import { cashLimitAt } from './cash-limits.ts'
import { bankAccountRow, type CashTransferRow, transfersOpenOn } from './cash-transfers.ts'
import { type DrawerRow, drawerRow, drawersOfDay, wasOpen } from './drawers.ts'
import { branchRows, grantById } from './reference.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import { logsWithUncountedMoves } from './vault-counts.ts'

/** What one kind of operation brought into a place, or took out of it, on a day. What a count booked is `over-short`. */
export interface CashMovement {
  readonly operation: string
  readonly direction: 'in' | 'out'
  readonly count: number
  readonly amountMinor: bigint
}

/** A count with what the books said before it. */
export interface CashCount {
  readonly counted: DenominationCount
  readonly countedMinor: bigint
  readonly expectedMinor: bigint
  readonly differenceMinor: bigint
  readonly countedBy: string
  readonly recordedAt: string
}

/** One currency in a vault or a drawer on a day: what it began with, what moved, and what the books say lies there at its end. */
export interface CashPlacePosition {
  readonly kind: 'vault' | 'drawer'
  readonly id: string
  /** The branch of the vault, or whose drawer it is. */
  readonly name: string
  /** Whose drawer it is. */
  readonly staffId?: string
  readonly currency: CurrencyCode
  readonly isOpen: boolean
  readonly openingMinor: bigint
  readonly inMinor: bigint
  readonly outMinor: bigint
  readonly movements: readonly CashMovement[]
  readonly closingMinor: bigint
  /** The last count of the day; absent while there is none. */
  readonly count?: CashCount
  readonly isUncounted: boolean
  readonly limit?: CashLimit
  /** Which of its limits it lies beyond at the end of the day. */
  readonly beyond?: BeyondLimit
}

export interface TransferOnItsWay {
  readonly transferId: string
  readonly from: TransferEndName
  readonly to: TransferEndName
  readonly currency: CurrencyCode
  readonly amountMinor: bigint
  readonly counted: DenominationCount
  readonly slip?: string
  readonly sentBy: { readonly staffId: string; readonly name: string }
  readonly sentOn: BusinessDate
  readonly daysOnTheWay: number
}

/** The branch of the vault, whose drawer, or the bank. */
export interface TransferEndName {
  readonly kind: 'vault' | 'drawer' | 'bank'
  readonly id: string
  readonly name: string
}

const movementsSince = prepared<
  { place: string; currency: string; date: string },
  { type: string; booking_date: string; is_count: number; is_in: number; count: number; amount_minor: bigint }
>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select(eb => [
      'record.type',
      'line.booking_date',
      sql<number>`EXISTS (SELECT 1 FROM line AS other WHERE other.position = line.position
        AND other.entry_no = line.entry_no AND other.account IN (${sql.lit(postingAccounts.cashOver)}, ${sql.lit(postingAccounts.cashShort)}))`.as(
        'is_count',
      ),
      sql<number>`line.amount_minor > 0`.as('is_in'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<bigint>('line.amount_minor').as('amount_minor'),
    ])
    .where('line.sub_account', '=', param('place'))
    .where('line.booking_date', '>=', param('date'))
    .where('line.currency', '=', param('currency'))
    .groupBy(['record.type', 'line.booking_date', 'is_count', 'is_in'])
    .orderBy(sql`min(line.position)`),
)

function positionOf(
  db: Database,
  place: Pick<CashPlacePosition, 'kind' | 'id' | 'name' | 'staffId' | 'isOpen' | 'currency'>,
  date: BusinessDate,
): CashPlacePosition {
  const { kind, id, currency } = place
  const account = kind === 'vault' ? postingAccounts.vault : postingAccounts.drawers
  const rows = movementsSince.all(db, { place: id, currency, date })
  const ofDay = rows.filter(row => row.bookingDate === date)
  const openingMinor = rawBalance(db, account, id, currency) - sumMinor(rows.map(row => row.amountMinor))
  const count = countOn(db, id, currency, date)
  const closingMinor = openingMinor + sumMinor(ofDay.map(row => row.amountMinor))
  const limit = cashLimitAt(db, id, currency)
  const beyond = limit && place.isOpen ? beyondLimit(limit, closingMinor) : null
  const sumOf = (isIn: number): bigint => sumMinor(ofDay.flatMap(row => (row.isIn === isIn ? [row.amountMinor] : [])))
  return {
    ...place,
    openingMinor,
    inMinor: sumOf(1),
    outMinor: -sumOf(0),
    movements: ofDay.map(({ type, isCount, isIn, count: operations, amountMinor }) => ({
      operation: isCount === 1 ? 'over-short' : type,
      direction: isIn === 1 ? 'in' : 'out',
      count: operations,
      amountMinor: isIn === 1 ? amountMinor : -amountMinor,
    })),
    closingMinor,
    ...(limit ? { limit } : {}),
    ...(beyond ? { beyond } : {}),
    ...(count ? { count: asCount(db, count) } : {}),
    isUncounted:
      kind === 'vault'
        ? logsWithUncountedMoves(db, { vaultId: id, currency, to: date, countedTo: date }).length > 0
        : (place.isOpen && !count) || hadMovedSinceCount(db, id, currency, date),
  }
}

function asCount(db: Database, row: NonNullable<ReturnType<typeof countOn>>): CashCount {
  const { expectedMinor, differenceMinor, actor, recordedAt } = row
  return {
    counted: countedPieces.parse(JSON.parse(row.counted)),
    countedMinor: expectedMinor + differenceMinor,
    expectedMinor,
    differenceMinor,
    countedBy: grantById(db, actor)?.name ?? '',
    recordedAt,
  }
}

interface BranchPlace {
  readonly branchId: string
  readonly vaultId: string
}

/** The vault's currencies, then the branch's drawers that were open on the day. */
export function cashPositions(
  db: Database,
  { branchId, vaultId }: BranchPlace,
  date: BusinessDate,
): readonly CashPlacePosition[] {
  const vaults = currenciesIn(db, postingAccounts.vault, vaultId).map(currency =>
    positionOf(
      db,
      { kind: 'vault', id: vaultId, name: branchName(db, vaultId), currency: currencyOf(currency), isOpen: true },
      date,
    ),
  )
  return [...vaults, ...drawersOfDay(db, branchId, date).map(row => drawerPosition(db, row, date))]
}

function drawerPosition(db: Database, row: DrawerRow, date: BusinessDate): CashPlacePosition {
  const { drawerId, staffId } = row
  const name = grantById(db, staffId)?.name ?? ''
  const place = { kind: 'drawer', id: drawerId, name, staffId, currency: currencyOf(row.currency) } as const
  return positionOf(db, { ...place, isOpen: wasOpen(db, row, date) }, date)
}

const branchName = (db: Database, vaultId: string): string =>
  branchRows(db).find(row => row.vaultId === vaultId)?.name ?? ''

function endName(db: Database, kind: string, id: string): TransferEndName {
  if (kind === 'bank') return { kind, id, name: bankAccountRow(db, id)?.bankName ?? '' }
  if (kind === 'vault') return { kind, id, name: branchName(db, id) }
  return { kind: 'drawer', id, name: grantById(db, drawerRow(db, id)?.staffId ?? '')?.name ?? '' }
}

/** What was on its way in a branch at the end of a day, oldest first; `daysOnTheWay` counts to that day. */
export const transfersOnTheirWay = (db: Database, branchId: string, date: BusinessDate): readonly TransferOnItsWay[] =>
  transfersOpenOn(db, branchId, date).map(row => onItsWay(db, row, date))

function onItsWay(db: Database, row: CashTransferRow, date: BusinessDate): TransferOnItsWay {
  const { transferId, amountMinor, slip, sentBy, sentOn } = row
  return {
    transferId,
    from: endName(db, row.fromKind, row.fromId),
    to: endName(db, row.toKind, row.toId),
    currency: currencyOf(row.currency),
    amountMinor,
    counted: countedPieces.parse(JSON.parse(row.counted)),
    ...(slip === null ? {} : { slip }),
    sentBy: { staffId: sentBy, name: grantById(db, sentBy)?.name ?? '' },
    sentOn: businessDate(sentOn),
    daysOnTheWay: Math.max(0, daysBetween(businessDate(sentOn), date)),
  }
}
