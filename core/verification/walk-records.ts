import type { Database } from 'better-sqlite3'
import { sameBytes } from '../crypto/hash.ts'
import { genesisHash } from '../journal/chain.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Applied } from '../storage/apply/applied.ts'
import { freshenLoans, type StaleLoans } from '../storage/apply/loan-standing.ts'
import { violatedCustody } from '../storage/custody.ts'
import { journalPages, type RawRecord } from '../storage/journal-pages.ts'
import { replay } from '../storage/rebuild.ts'
import { recordAt } from '../storage/records.ts'
import { emptyShadow, forgetShadowLines } from '../storage/shadow.ts'
import { staffKeyAt } from '../storage/staff-keys.ts'
import { quarantinedAt } from '../sync/quarantine.ts'
import { checkNamedBlobs } from './check-blobs.ts'
import { isDamage } from './check-file.ts'
import { checkLines } from './check-lines.ts'
import { checkRecord } from './check-record.ts'
import type { Findings } from './finding.ts'
import type { LogPlace } from './log-places.ts'

export interface Walk {
  readonly places: ReadonlyMap<number, LogPlace>
  /** The position after which the walk begins; 0 is the beginning. */
  readonly after: number
  /** How far a server has said that it holds the own log; 0 when none has. */
  readonly acknowledgedSeq: number
  /** Whether each record is booked anew into the shadow that the caller holds. */
  readonly isReplayed: boolean
}

export interface Walked {
  readonly records: number
  readonly lines: number
}

const recordsPerStep = 64

/** Every stored record from a position on, in the order of the file, a page in memory at a time; yields how many it has read. */
export function* walkRecords(db: Database, walk: Walk, findings: Findings): Generator<number, Walked> {
  let position = walk.after
  let records = 0
  let lines = 0
  const staleLoans: StaleLoans = new Set()
  for (const page of journalPages(db, walk.after)) {
    for (const row of page) {
      lines += walkRecord(db, row, position, { ...walk, staleLoans }, findings)
      position = row.position
      records++
      if (records % recordsPerStep === 0) yield records
    }
    if (walk.isReplayed) forgetShadowLines(db)
  }
  yield records
  if (!freshenLoans(db, staleLoans)) replayAtEachRecord(db, findings)
  return { records, lines }
}

/** Where a loan cannot be replayed at the end: what each record does is found by beginning again. Rule: L64. */
function replayAtEachRecord(db: Database, findings: Findings): void {
  emptyShadow(db)
  for (const page of journalPages(db)) {
    for (const row of page) {
      const read = decodeRecord(row.bytes)
      if (read.ok) replayInShadow(db, { ...row, record: read.value }, findings)
    }
    forgetShadowLines(db)
  }
}

/** Returns how many lines are stored with the record. */
function walkRecord(
  db: Database,
  row: RawRecord,
  previous: number,
  walk: Walk & Pick<Applied, 'staleLoans'>,
  findings: Findings,
): number {
  const place = walk.places.get(row.logNo)
  if (!place) {
    findings.add({ type: 'log-unknown', where: `${row.logNo} (record at place ${row.position} of the file)` })
    return 0
  }
  const ref = { log: place.logId, seq: row.seq }
  passQuarantined(db, place, row.seq)
  const foundBefore = findings.count()
  const { logId } = place
  const record = checkRecord(row, admittedLate(db, place, row) ?? place, findings, staffId =>
    staffKeyAt(db, { staffId, logId }, row.position),
  )
  const isGapTold = findings.count() > foundBefore
  if (row.position !== previous + 1 && !isGapTold)
    findings.add({
      type: 'record-out-of-place',
      record: ref,
      where: `something is missing before place ${row.position}`,
    })
  if (!record) return 0
  if (walk.isReplayed) checkCustody(db, record, findings)
  if (walk.isReplayed) replayInShadow(db, { ...row, record, staleLoans: walk.staleLoans }, findings)
  const isUnsent = place.isOwn && row.seq > walk.acknowledgedSeq
  checkNamedBlobs(db, { ref, isUnsent }, record, findings)
  return checkLines(db, { position: row.position, ref, isReplayed: walk.isReplayed }, record, findings)
}

/** Moves the place over records of the log that are kept aside for review: the chain goes through them. Rule: Y23. */
function passQuarantined(db: Database, place: LogPlace, seq: number): void {
  while (!place.isOwn && place.seq + 1 < seq) {
    const aside = quarantinedAt(db, place.logId, place.seq + 1)
    if (!aside) return
    const read = decodeRecord(aside.bytes)
    place.seq += 1
    place.hash = aside.hash
    place.receipt = (read.ok ? read.value.receipt : undefined) ?? place.receipt
  }
}

/** The place before a record that was kept aside, passed over, and booked after an update; null for any other record. Rule: Y29. */
function admittedLate(db: Database, place: LogPlace, { seq, hash, receipt }: RawRecord): LogPlace | null {
  if (place.isOwn || seq > place.seq) return null
  const aside = quarantinedAt(db, place.logId, seq)
  const before = { log: place.logId, seq: seq - 1 }
  const previous = seq === 1 ? genesisHash : (recordAt(db, before) ?? quarantinedAt(db, before.log, before.seq))?.hash
  if (!aside || !sameBytes(aside.hash, hash) || !previous) return null
  return { ...place, seq: seq - 1, hash: previous, receipt: (receipt ?? 1) - 1 }
}

/** Against the books as they were just before the record. Rule: Y22. */
function checkCustody(db: Database, record: JournalRecord, findings: Findings): void {
  const where = violatedCustody(db, record)
  if (where) findings.add({ type: 'custody-violated', record: { log: record.log, seq: record.seq }, where })
}

/** A record that was tampered with may have an impossible effect, such as opening a drawer twice. A damaged page is not its fault. */
function replayInShadow(db: Database, applied: Applied, findings: Findings): void {
  const { position, logNo, record, staleLoans } = applied
  try {
    replay(db, { position, logNo, record, staleLoans })
  } catch (error) {
    if (isDamage(error)) throw error
    const where = error instanceof Error ? error.name : 'unknown'
    findings.add({ type: 'effect-refused', record: { log: record.log, seq: record.seq }, where })
  }
}
