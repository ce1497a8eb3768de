import type { Database } from 'better-sqlite3'
import { base64url, hex, sameBytes } from '../crypto/hash.ts'
import { prepared } from '../storage/run.ts'
import { knownServer } from '../sync/known-server.ts'
import { isReceiptGenuine } from '../sync/receipt.ts'
import type { Findings } from './finding.ts'
import type { KnownHead, SeenByServer } from './verification.ts'

interface ReceiptRow {
  readonly seq: number
  readonly hash: Uint8Array
  readonly cursor: number
  readonly serverTime: string
  readonly signature: Uint8Array
}

const hashAt = prepared<{ log: string; seq: number }, { hash: Uint8Array }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select('hash')
    .where('log.log_id', '=', param('log'))
    .where('seq', '=', param('seq')),
)
const receiptAfter = prepared<
  { seq: number; hash: Uint8Array },
  { seq: number; hash: Uint8Array; cursor: number; server_time: string; signature: Uint8Array }
>((db, param) =>
  db
    .selectFrom('server_receipt')
    .selectAll()
    .where(eb => eb.or([eb('seq', '>', param('seq')), eb('seq', '=', param('seq')).and('hash', '>', param('hash'))]))
    .orderBy('seq')
    .orderBy('hash')
    .limit(1),
)
const ownLogId = prepared<Record<never, never>, { log_id: string }>(db =>
  db.selectFrom('log').select('log_id').where('own', '=', 1),
)

/**
 * Nothing that somebody outside has seen was cut off or replaced: known heads, and the server's signed receipts. Returns how far the
 * server has seen the own log. Rule: V10.
 */
export function checkHeads(db: Database, heads: readonly KnownHead[], findings: Findings): SeenByServer | null {
  for (const head of heads) checkHead(db, head, findings)
  const own = ownLogId.get(db, {})?.logId
  if (own === undefined) return null
  let seen: SeenByServer | null = null
  for (let row = receiptAfter.get(db, beforeAll); row; row = receiptAfter.get(db, row)) {
    const isHere = checkHead(db, { log: own, ...row }, findings)
    const isGenuine = checkServerReceipt(db, own, row, findings)
    if (isHere && isGenuine) seen = { seq: row.seq, at: row.serverTime }
  }
  return seen
}

const beforeAll = { seq: 0, hash: new Uint8Array() }

/** Returns whether the record is here as it is known. */
function checkHead(db: Database, { log, seq, hash }: KnownHead, findings: Findings): boolean {
  const here = hashAt.get(db, { log, seq })
  if (!here) findings.add({ type: 'head-missing', record: { log, seq }, where: `hash ${hex(hash)}` })
  else if (!sameBytes(here.hash, hash))
    findings.add({
      type: 'head-differs',
      record: { log, seq },
      where: `hash ${hex(hash)} is known, ${hex(here.hash)} is here`,
    })
  return here !== undefined && sameBytes(here.hash, hash)
}

function checkServerReceipt(db: Database, log: string, row: ReceiptRow, findings: Findings): boolean {
  const server = knownServer(db)
  const { seq, hash, cursor, serverTime, signature } = row
  const receipt = { log, seq, hash: hex(hash), cursor, serverTime, signature: base64url(signature) }
  const isGenuine = server !== null && isReceiptGenuine(server.publicKey, server.tenant, receipt)
  if (!isGenuine) findings.add({ type: 'receipt-not-genuine', where: String(seq) })
  return isGenuine
}
