import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import type { RecordRef } from '../journal/record.ts'
import { turnoverOf } from '../journal/turnover.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { subjectOf } from './record-subject.ts'
import { deviceRow, ownLog } from './reference.ts'
import { prepared, type Row } from './run.ts'
import { acknowledgedSeq, isLogFrozen, isLogRevoked } from './sync-state.ts'

declare module './tables.ts' {
  interface Tables {
    salvaged_record: SalvagedTable
  }
}

/** What this computer recorded in an earlier life, in a log that the server stopped, and did not bring to the server. */
interface SalvagedTable {
  log_id: string
  device_code: string
  seq: number
  hash: Uint8Array
  signature: Uint8Array
  bytes: Uint8Array
  /** As they were known then: people who were met only in that log are unknown in the books of today. */
  actor_name: string
  subject_name: string | null
  subject_account: string | null
  is_reversed: number
}

/** An operation that was done here and is not in the institution's books: somebody posts it again, or decides not to. */
export interface SalvagedOperation {
  readonly record: RecordRef
  readonly deviceCode: string
  readonly type: string
  readonly businessDate: BusinessDate
  readonly recordedAt: string
  readonly actorName: string
  readonly receipt?: number
  /** Its debits in its first currency; absent where no money moved. */
  readonly amountMinor?: bigint
  readonly currency?: CurrencyCode
  readonly subject?: { readonly name: string; readonly account?: string }
  /** Undone again by a later operation, which stands in the list as well. */
  readonly isReversed: boolean
}

type Salvaged = Row<SalvagedTable>

const kept = prepared<Record<never, never>, SalvagedTable>(db =>
  db.selectFrom('salvaged_record').selectAll().orderBy('log_id').orderBy('seq'),
)
const insert = prepared<{ readonly [K in keyof SalvagedTable & string]: SalvagedTable[K] }, unknown>((db, param) =>
  db
    .insertInto('salvaged_record')
    .values({
      log_id: param('log_id'),
      device_code: param('device_code'),
      seq: param('seq'),
      hash: param('hash'),
      signature: param('signature'),
      bytes: param('bytes'),
      actor_name: param('actor_name'),
      subject_name: param('subject_name'),
      subject_account: param('subject_account'),
      is_reversed: param('is_reversed'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const forget = prepared<Record<never, never>, unknown>(db => db.deleteFrom('salvaged_record'))

interface Unsent {
  position: number
  seq: number
  hash: Uint8Array
  signature: Uint8Array
  bytes: Uint8Array
  actor_name: string | null
  reversed_by: number | null
}

const unsent = prepared<{ log: string; after: number }, Unsent>((db, param) =>
  db
    .selectFrom('record')
    .leftJoin('staff', 'staff.staff_id', 'record.actor')
    .leftJoin('reversal', 'reversal.position', 'record.position')
    .select([
      'record.position',
      'record.seq',
      'record.hash',
      'record.signature',
      'record.bytes',
      'staff.name as actor_name',
      'reversal.reversed_by',
    ])
    .where('record.log_no', '=', eb => eb.selectFrom('log').select('log_no').where('log_id', '=', param('log')))
    .where('record.seq', '>', param('after'))
    .orderBy('record.seq'),
)

/** Whether the server takes nothing more of the own log: what it does not hold, nobody else will ever have. */
export const isLogStopped = (db: Database): boolean => isLogFrozen(db) || isLogRevoked(db)

/** What the server has not taken of a log that it stopped; nothing while the log goes on, for then all of it will be sent. */
function refusedHere(db: Database): readonly Salvaged[] {
  const log = ownLog(db)
  if (!log || !isLogStopped(db)) return []
  const deviceCode = deviceRow(db, log.logId)?.deviceCode ?? log.deviceCode
  return unsent.all(db, { log: log.logId, after: acknowledgedSeq(db) }).map(row => {
    const subject = subjectOf(db, row.position)
    return {
      logId: log.logId,
      deviceCode,
      seq: row.seq,
      hash: row.hash,
      signature: row.signature,
      bytes: row.bytes,
      actorName: row.actorName ?? '',
      subjectName: subject?.name ?? null,
      subjectAccount: subject?.account ?? null,
      isReversed: row.reversedBy === null ? 0 : 1,
    }
  })
}

/** About the log itself and not about anybody's money: nothing to post again. */
const ofTheLogItself: ReadonlySet<string> = new Set(['log.opened', 'staff.keyed', 'audit.sealed'])

/** All that this computer recorded in logs which the server stopped and that is in nobody's books, oldest first. Rule: Y35. */
export const salvagedOperations = (db: Database): readonly SalvagedOperation[] =>
  [...kept.all(db, {}), ...refusedHere(db)].map(operationOf).filter(({ type }) => !ofTheLogItself.has(type))

function operationOf({ logId, deviceCode, seq, bytes, ...shown }: Salvaged): SalvagedOperation {
  const read = decodeRecord(bytes)
  const own = present(read.ok ? read.value : null, 'own records are readable')
  const { type, businessDate, recordedAt, receipt } = own
  const { subjectName, subjectAccount } = shown
  return {
    record: { log: logId, seq },
    deviceCode,
    type,
    businessDate,
    recordedAt,
    actorName: shown.actorName,
    ...(receipt === undefined ? {} : { receipt }),
    ...turnoverOf(own),
    ...(subjectName === null
      ? {}
      : { subject: { name: subjectName, ...(subjectAccount === null ? {} : { account: subjectAccount }) } }),
    isReversed: shown.isReversed === 1,
  }
}

/** Takes what the server did not take over into the books of the same computer's next life, signed as it was. */
export function carrySalvage(from: Database, to: Database): void {
  const carry = to.transaction(() => {
    for (const row of [...kept.all(from, {}), ...refusedHere(from)])
      insert.run(to, {
        log_id: row.logId,
        device_code: row.deviceCode,
        seq: row.seq,
        hash: row.hash,
        signature: row.signature,
        bytes: row.bytes,
        actor_name: row.actorName,
        subject_name: row.subjectName,
        subject_account: row.subjectAccount,
        is_reversed: row.isReversed,
      })
  })
  carry.immediate()
}

/** The list is dealt with: what was to be posted again has been. */
export const forgetSalvage = (db: Database): void => void forget.run(db, {})
