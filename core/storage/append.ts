import type { Database } from 'better-sqlite3'
import type { JournalRecord, Line } from '../journal/record.ts'
import { applyRecord } from './apply/apply-record.ts'
import { addToBalance, type Booking, type Moved, movedBy } from './balances.ts'
import { keepJournalWords } from './journal-words.ts'
import { addToLedger } from './ledger-days.ts'
import { addTurnover } from './log-turnover.ts'
import { noteLate } from './periods.ts'
import { prepared } from './run.ts'
import type { LineTable, RecordTable } from './tables/journal-tables.ts'

/** A record as it is stored and sent: the exact bytes, their place in the chain, and what they say. */
export interface SignedRecord {
  readonly record: JournalRecord
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
  readonly signature: Uint8Array
}

type Columns<T> = { readonly [K in keyof T & string]: T[K] }

const lastPosition = prepared<Record<never, never>, { position: number }>(db =>
  db.selectFrom('record').select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('position')),
)

const insertLine = prepared<Columns<LineTable>, unknown>((db, param) =>
  db.insertInto('line').values({
    position: param('position'),
    entry_no: param('entry_no'),
    line_no: param('line_no'),
    account: param('account'),
    sub_account: param('sub_account'),
    currency: param('currency'),
    amount_minor: param('amount_minor'),
    balance_minor: param('balance_minor'),
    booking_date: param('booking_date'),
    value_date: param('value_date'),
  }),
)

const insertRecord = prepared<Columns<RecordTable>, unknown>((db, param) =>
  db.insertInto('record').values({
    position: param('position'),
    log_no: param('log_no'),
    seq: param('seq'),
    key: param('key'),
    type: param('type'),
    class: param('class'),
    actor: param('actor'),
    branch: param('branch'),
    business_date: param('business_date'),
    value_date: param('value_date'),
    recorded_at: param('recorded_at'),
    receipt: param('receipt'),
    hash: param('hash'),
    signature: param('signature'),
    bytes: param('bytes'),
  }),
)

/**
 * Adds one record with its lines to the journal and applies it to the projections: the same path for a record made here and
 * one pulled from the server. The caller holds the transaction. Returns the record's position in this file.
 */
export function append(db: Database, logNo: number, signed: SignedRecord): number {
  const position = (lastPosition.get(db, {})?.position ?? 0) + 1
  insertLines(db, position, signed.record)
  addTurnover(db, logNo, signed.record)
  keepJournalWords(db, position, signed.record)
  noteLate(db, position, signed.record)
  const { record } = signed
  insertRecord.run(db, {
    position,
    log_no: logNo,
    seq: record.seq,
    key: record.key,
    type: record.type,
    class: record.class,
    actor: record.actor,
    branch: record.branch,
    business_date: record.businessDate,
    value_date: record.valueDate,
    recorded_at: record.recordedAt,
    receipt: record.receipt ?? null,
    hash: signed.hash,
    signature: signed.signature,
    bytes: signed.bytes,
  })
  applyRecord(db, { position, logNo, record })
  return position
}

type LedgerPlace = Pick<Booking, 'account' | 'currency'>

/** What all lines of a record together move each ledger account by. */
function movedInLedger(lines: readonly Line[]): readonly (LedgerPlace & Moved)[] {
  const byPlace = new Map<string, LedgerPlace & Moved>()
  for (const { account, currency, amountMinor } of lines) {
    const place = `${account}/${currency}`
    const before = byPlace.get(place) ?? { account, currency, debitMinor: 0n, creditMinor: 0n }
    const { debitMinor, creditMinor } = movedBy(amountMinor)
    byPlace.set(place, {
      ...before,
      debitMinor: before.debitMinor + debitMinor,
      creditMinor: before.creditMinor + creditMinor,
    })
  }
  return [...byPlace.values()]
}

/** Inserts the lines and moves the balances: each line keeps its sub-account's balance after it, for the receipt. */
export function insertLines(db: Database, position: number, record: JournalRecord): void {
  const { branch, businessDate: bookingDate, valueDate } = record
  const when = { branch, bookingDate, valueDate }
  for (const { account, currency, ...moved } of movedInLedger(record.entries.flatMap(({ lines }) => lines)))
    addToLedger(db, { ...when, account, currency }, moved)
  record.entries.forEach((entry, entryNo) => {
    entry.lines.forEach(({ account, subAccount, currency, amountMinor }, lineNo) => {
      insertLine.run(db, {
        position,
        entry_no: entryNo,
        line_no: lineNo,
        account,
        sub_account: subAccount ?? null,
        currency,
        amount_minor: amountMinor,
        balance_minor: subAccount ? rawBalanceAfter(db, { ...when, account, currency }, subAccount, amountMinor) : null,
        booking_date: bookingDate,
        value_date: valueDate,
      })
    })
  })
}

function rawBalanceAfter(db: Database, at: Booking, subAccount: string, amountMinor: bigint): bigint {
  const { debitMinor, creditMinor } = addToBalance(db, at, subAccount, movedBy(amountMinor))
  return debitMinor - creditMinor
}
