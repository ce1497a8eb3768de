import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { hex } from '../crypto/hash.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import { entryProse } from '../journal/entry-description.ts'
import type { JournalRecord } from '../journal/record.ts'
import { recordNumber } from '../journal/record-number.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { ok, type Result, refuse } from '../result.ts'
import { allLogs } from '../storage/records.ts'
import type { ControlBlock } from './control-block.ts'
import { monthEnd } from './export-order.ts'
import { currenciesOf, type ExportedBooks } from './exported-books.ts'
import { type Leaf, type LeafBalance, leafKey } from './leaf-balances.ts'
import { recordsByDay } from './scope-records.ts'

export interface ExportedLine {
  readonly leaf: Leaf
  readonly currency: CurrencyCode
  /** Debits are positive. */
  readonly amountMinor: bigint
}

export interface ExportedEntry {
  /** Device, sequence number and place in the record: `01-123-1`. */
  readonly code: string
  readonly logId: string
  readonly seq: number
  readonly entryNo: number
  readonly type: string
  /** What the entry says that it is, in plain English: of a later program any text. */
  readonly memo: string
  readonly valueDate: BusinessDate
  readonly bookingDate: BusinessDate
  readonly hash: string
  readonly lines: readonly ExportedLine[]
}

/** What an export tells one after the other, in the order of value dates. */
export type BookEvent =
  | { readonly kind: 'opening'; readonly date: BusinessDate; readonly balances: readonly ExportedLine[] }
  | { readonly kind: 'entry'; readonly entry: ExportedEntry }
  /** What the accounts hold at the end of a day: of those that the month moved, or at the end of all of them. */
  | { readonly kind: 'balances'; readonly date: BusinessDate; readonly balances: readonly ExportedLine[] }

/** The stored lines are not those of the signed records, or a record cannot be read: there is nothing right to export. */
export type BooksDiffer = { readonly type: 'books-differ'; readonly where: string }

interface Running extends LeafBalance {
  amountMinor: bigint
  debitMinorSoFar: bigint
  creditMinorSoFar: bigint
  hasMoved: boolean
}

/**
 * Reads the signed records of a part of the books, a record at a time, and tells them with the balances between. Calls `onRecord`
 * after each. Returns the control block; refuses books whose stored lines are not those of the signed records. Rules: X7, X8, X10, X14.
 */
export function* bookEvents(
  db: Database,
  books: ExportedBooks,
  onRecord: () => void,
): Generator<BookEvent, Result<ControlBlock, BooksDiffer>> {
  const { scope } = books
  const running = new Map(books.balances.map(balance => [balance.key, startOf(balance)]))
  const devices = new Map(allLogs(db).map(({ logNo, deviceCode }) => [logNo, deviceCode]))
  const opening = balancesOf(running, ({ openingMinor }) => openingMinor !== 0n)
  if (scope.from && opening.length > 0) yield { kind: 'opening', date: scope.from, balances: opening }
  const counts = { records: 0, entries: 0, lines: 0 }
  let previous: BusinessDate | null = null
  for (const { date, records } of recordsByDay(db, scope)) {
    if (previous && monthEnd(previous) < date) yield* movedBalances(running, monthEnd(previous))
    previous = date
    for (const row of records) {
      const decoded = decodeRecord(row.bytes)
      const device = devices.get(row.logNo) ?? ''
      if (!decoded.ok || decoded.value.valueDate !== date)
        return refuse({ type: 'books-differ', where: `record ${device}-${row.seq}` })
      for (const entry of entriesOf(decoded.value, device, row.hash, running)) {
        if (!entry) return refuse({ type: 'books-differ', where: `record ${device}-${row.seq}` })
        counts.entries += 1
        counts.lines += entry.lines.length
        yield { kind: 'entry', entry }
      }
      counts.records += 1
      onRecord()
    }
  }
  const end = scope.to ?? previous ?? scope.from
  const different = [...running.values()].find(isDifferent)
  if (different) return refuse({ type: 'books-differ', where: `${different.leaf.name} ${different.currency}` })
  if (end && running.size > 0) yield { kind: 'balances', date: end, balances: balancesOf(running, () => true) }
  return ok({ ...controlHead(books), ...counts, turnover: turnoverOf(books, running) })
}

const startOf = (balance: LeafBalance): Running => ({
  ...balance,
  amountMinor: balance.openingMinor,
  debitMinorSoFar: 0n,
  creditMinorSoFar: 0n,
  hasMoved: false,
})

/** Books the entries of a record into the running balances; null in the place of one with a line that is not stored. */
function* entriesOf(
  record: JournalRecord,
  device: string,
  hash: Uint8Array,
  running: ReadonlyMap<string, Running>,
): Generator<ExportedEntry | null> {
  for (const [entryNo, { description, lines }] of record.entries.entries()) {
    const exported: ExportedLine[] = []
    for (const { account, subAccount, currency, amountMinor } of lines) {
      const balance = running.get(leafKey(record.branch, account, subAccount ?? null, currency))
      if (!balance) return yield null
      balance.amountMinor += amountMinor
      if (amountMinor > 0n) balance.debitMinorSoFar += amountMinor
      else balance.creditMinorSoFar -= amountMinor
      balance.hasMoved = true
      exported.push({ leaf: balance.leaf, currency, amountMinor })
    }
    yield {
      code: `${recordNumber({ deviceCode: device, seq: record.seq })}-${entryNo + 1}`,
      logId: record.log,
      seq: record.seq,
      entryNo,
      type: record.type,
      memo: entryProse(description),
      valueDate: record.valueDate,
      bookingDate: record.businessDate,
      hash: hex(hash),
      lines: exported,
    }
  }
}

function* movedBalances(running: ReadonlyMap<string, Running>, date: BusinessDate): Generator<BookEvent> {
  const balances = balancesOf(running, ({ hasMoved }) => hasMoved)
  for (const balance of running.values()) balance.hasMoved = false
  if (balances.length > 0) yield { kind: 'balances', date, balances }
}

const balancesOf = (
  running: ReadonlyMap<string, Running>,
  isMeant: (balance: Running) => boolean,
): readonly ExportedLine[] =>
  [...running.values()].filter(isMeant).map(({ leaf, currency, amountMinor }) => ({ leaf, currency, amountMinor }))

const isDifferent = ({ debitMinor, creditMinor, debitMinorSoFar, creditMinorSoFar }: Running): boolean =>
  debitMinor !== debitMinorSoFar || creditMinor !== creditMinorSoFar

const controlHead = ({ institutionId, branchCode, scope: { from, to }, logs }: ExportedBooks) => ({
  institutionId,
  branchCode,
  from,
  to,
  logs,
})

const turnoverOf = (books: ExportedBooks, running: ReadonlyMap<string, Running>): ControlBlock['turnover'] =>
  currenciesOf(books).map(currency => {
    const own = [...running.values()].filter(balance => balance.currency === currency)
    return {
      currency,
      debitMinor: sumMinor(own.map(({ debitMinorSoFar }) => debitMinorSoFar)),
      creditMinor: sumMinor(own.map(({ creditMinorSoFar }) => creditMinorSoFar)),
    }
  })
