import type { Database } from 'better-sqlite3'
import { base64url, hex, sameBytes } from '../crypto/hash.ts'
import { prepared } from '../storage/run.ts'
import { knownServer } from '../sync/known-server.ts'
import { isReceiptGenuine } from '../sync/receipt.ts'
import type { Findings } from './finding.ts'
import type { KnownHead } from './verification.ts'

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
  { seq: number },
  { seq: number; hash: Uint8Array; cursor: number; server_time: string; signature: Uint8Array }
>((db, param) => db.selectFrom('server_receipt').selectAll().where('seq', '>', param('seq')).orderBy('seq').limit(1))
const ownLogId = prepared<Record<never, never>, { log_id: string }>(db =>
  db.selectFrom('log').select('log_id').where('own', '=', 1),
)

/** Nothing that somebody outside has seen was cut off or replaced: known heads, and the server's signed receipts. Rule: V10. */
export function checkHeads(db: Database, heads: readonly KnownHead[], findings: Findings): void {
  for (const head of heads) checkHead(db, head, findings)
  const own = ownLogId.get(db, {})?.logId
  if (own === undefined) return
  for (let row = receiptAfter.get(db, { seq: 0 }); row; row = receiptAfter.get(db, { seq: row.seq })) {
    checkHead(db, { log: own, ...row }, findings)
    checkServerReceipt(db, own, row, findings)
  }
}

function checkHead(db: Database, { log, seq, hash }: KnownHead, findings: Findings): void {
  const here = hashAt.get(db, { log, seq })
  if (!here) findings.add({ type: 'head-missing', record: { log, seq }, where: `hash ${hex(hash)}` })
  else if (!sameBytes(here.hash, hash))
    findings.add({
      type: 'head-differs',
      record: { log, seq },
      where: `hash ${hex(hash)} is known, ${hex(here.hash)} is here`,
    })
}

function checkServerReceipt(db: Database, log: string, row: ReceiptRow, findings: Findings): void {
  const server = knownServer(db)
  const { seq, hash, cursor, serverTime, signature } = row
  const receipt = { log, seq, hash: hex(hash), cursor, serverTime, signature: base64url(signature) }
  if (!server || !isReceiptGenuine(server.publicKey, server.tenant, receipt))
    findings.add({ type: 'receipt-not-genuine', where: String(seq) })
}
