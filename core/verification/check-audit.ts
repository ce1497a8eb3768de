import type { Database } from 'better-sqlite3'
import { type AuditEvent, auditGenesis, auditHash, auditSealed } from '../audit/audit-event.ts'
import { fromHex, sameBytes } from '../crypto/hash.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import { type AuditHead, unsealedEvents } from '../storage/audit-events.ts'
import { prepared } from '../storage/run.ts'
import type { Findings } from './finding.ts'

interface SealedRow {
  own: number
  log_id: string
  seq: number
  bytes: Uint8Array
}

/** Inside a shadow, what the signed bytes say; one sealed record in memory at a time. */
const nextSeal = prepared<{ logNo: number; after: number }, SealedRow>((db, param) =>
  db
    .selectFrom('audit_seal')
    .innerJoin('record', 'record.position', 'audit_seal.position')
    .innerJoin('log', 'log.log_no', 'audit_seal.log_no')
    .select(['log.own', 'log.log_id', 'record.seq', 'record.bytes'])
    .where('audit_seal.log_no', '=', param('logNo'))
    .where('audit_seal.seq', '>', param('after'))
    .orderBy('audit_seal.seq')
    .limit(1),
)
const logNumbers = prepared<Record<never, never>, { log_no: number; own: number }>(db =>
  db.selectFrom('log').select(['log_no', 'own']).orderBy('log_no'),
)
const highest = 'SELECT seq FROM main.sqlite_sequence WHERE name = ?'

/**
 * The chain of events runs through every sealed record of a log and on through those that are not in the journal yet; of the own log
 * none is missing. Another log may lack here what was kept aside; that nothing else is missing its records prove. Rule: U5.
 */
export function checkAudit(db: Database, findings: Findings): void {
  for (const { logNo, own } of logNumbers.all(db, {})) {
    const head = walkSeals(db, logNo, findings)
    if (own === 1) checkUnsealedAudit(db, head, findings)
  }
}

function walkSeals(db: Database, logNo: number, findings: Findings): AuditHead {
  let head: AuditHead = { n: 0, hash: auditGenesis }
  for (let seal = nextSeal.get(db, { logNo, after: 0 }); seal; ) {
    const record = { log: seal.logId, seq: seal.seq }
    const decoded = decodeRecord(seal.bytes)
    const body = auditSealed.safeParse(decoded.ok ? decoded.value.body : null)
    if (body.success) {
      const { first, last, previous, events } = body.data
      const isAdjoining = first === head.n + 1
      const isGap = first > head.n + 1 && seal.own === 0
      const before = { n: first - 1, hash: fromHex(previous) }
      const after = chainOf(before, events)
      if (!isGap && !(isAdjoining && sameBytes(before.hash, head.hash)))
        findings.add({ type: 'audit-chain-broken', record, where: `event ${first} does not follow event ${head.n}` })
      else if (after.n !== last || !sameBytes(after.hash, fromHex(body.data.head)))
        findings.add({ type: 'audit-chain-broken', record, where: `events ${first} to ${last}` })
      head = { n: last, hash: fromHex(body.data.head) }
    }
    seal = nextSeal.get(db, { logNo, after: seal.seq })
  }
  return head
}

/** Where the chain comes to; it stops before an event that is out of its place. */
function chainOf(before: AuditHead, events: readonly AuditEvent[]): AuditHead {
  let head = before
  for (const event of events) {
    if (event.n !== head.n + 1) return head
    head = { n: event.n, hash: auditHash(head.hash, event) }
  }
  return head
}

/** Of the own log, none is missing after what is in the journal. */
export function checkUnsealedAudit(db: Database, sealed: AuditHead, findings: Findings): void {
  let head = sealed
  for (const { event, hash } of unsealedEvents(db).toReversed()) {
    if (event.n !== head.n + 1)
      findings.add({ type: 'audit-event-missing', where: `before event ${event.n} of this installation` })
    else if (!sameBytes(auditHash(head.hash, event), hash))
      findings.add({ type: 'audit-chain-broken', where: `event ${event.n} of this installation` })
    head = { n: event.n, hash }
  }
  const given = Number(db.prepare(highest).pluck().get('audit_event') ?? 0)
  if (given > head.n)
    findings.add({ type: 'audit-event-missing', where: `after event ${head.n} of this installation, up to ${given}` })
}
