import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { JournalRecord } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { prepared } from './run.ts'

/** What a log has turned over is kept at the end of each run of so many of its records. */
const blockSize = 64
const blockOf = (seq: number): number => Math.floor(seq / blockSize)

type At = { logNo: number; currency: string; block: number }

const add = prepared<At & { debitMinor: bigint }, unknown>((db, param) =>
  db
    .insertInto('log_turnover')
    .values({
      log_no: param('logNo'),
      currency: param('currency'),
      block: param('block'),
      debit_minor: sql<bigint>`${param('debitMinor')} + coalesce((
        SELECT debit_minor FROM log_turnover
        WHERE log_no = ${param('logNo')} AND currency = ${param('currency')} AND block < ${param('block')}
        ORDER BY block DESC LIMIT 1), 0)`,
    })
    .onConflict(conflict =>
      conflict.doUpdateSet(eb => ({ debit_minor: eb('log_turnover.debit_minor', '+', param('debitMinor')) })),
    ),
)
const upTo = prepared<At, { debit_minor: bigint }>((db, param) =>
  db
    .selectFrom('log_turnover')
    .select('debit_minor')
    .where('log_no', '=', param('logNo'))
    .where('currency', '=', param('currency'))
    .where('block', '<=', param('block'))
    .orderBy('block', 'desc')
    .limit(1),
)
const between = prepared<{ logNo: number; currency: string; from: number; to: number }, { debit_minor: bigint }>(
  (db, param) =>
    db
      .selectFrom('record')
      .innerJoin('line', 'line.position', 'record.position')
      .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('debit_minor'))
      .where('record.log_no', '=', param('logNo'))
      .where('record.seq', '>=', param('from'))
      .where('record.seq', '<=', param('to'))
      .where('line.currency', '=', param('currency'))
      .where('line.amount_minor', '>', 0n),
)

/** Adds a record's debits to what its log has turned over. A log's records come in the order of their numbers. */
export function addTurnover(db: Database, logNo: number, { seq, entries }: JournalRecord): void {
  const sums = new Map<CurrencyCode, bigint>()
  for (const { currency, amountMinor } of entries.flatMap(({ lines }) => lines))
    if (amountMinor > 0n) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor)
  for (const [currency, debitMinor] of sums) add.run(db, { logNo, currency, block: blockOf(seq), debitMinor })
}

/** All debits of a log's records after a number, in one currency; however many they are, it reads one block of them. Rule: Q7. */
export function turnoverAfter(db: Database, logNo: number, seq: number, currency: string): bigint {
  const block = blockOf(seq)
  const turnover = (last: number): bigint => upTo.get(db, { logNo, currency, block: last })?.debitMinor ?? 0n
  const begun = between.get(db, { logNo, currency, from: block * blockSize, to: seq })?.debitMinor ?? 0n
  return turnover(Number.MAX_SAFE_INTEGER) - turnover(block - 1) - begun
}
