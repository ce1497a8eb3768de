import type { Database } from 'better-sqlite3'
import { base64url, hex, sameBytes } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { institutionRow } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import { type KnownServer, knownServer } from '../sync/known-server.ts'
import { ownHeadSeq } from '../sync/own-records.ts'
import { continuedElsewhere } from '../sync/reconcile.ts'
import { isStreamHeadGenuine } from '../sync/stream-head.ts'
import { streamCursor } from '../sync/stream-state.ts'
import type { Findings } from './finding.ts'

const newestReceipt = prepared<Record<never, never>, { seq: number }>(db =>
  db.selectFrom('server_receipt').select(eb => eb.fn.coalesce(eb.fn.max('seq'), eb.val(0)).as('seq')),
)
const streamHeads = prepared<
  Record<never, never>,
  { stream: string; n: number; running_hash: Uint8Array; signature: Uint8Array; contradicted: number }
>(db => db.selectFrom('stream_head').selectAll().orderBy('stream').orderBy('n'))

/**
 * What the server has told this installation, held against its own signatures and the institution's, and what cannot be while the log is
 * whole here. Rules: V16, V25.
 */
export function checkServer(db: Database, findings: Findings): void {
  const server = knownServer(db)
  if (!server) return
  checkAcknowledged(db, server, findings)
  checkStreamHeads(db, server, findings)
  const institution = institutionRow(db)
  if (institution && logIdOf(server.headOfficeKey) !== institution.headOfficeLog)
    findings.add({ type: 'head-office-key-wrong', where: institution.headOfficeLog })
  const { frozenEvidence } = server
  if (frozenEvidence === continuedElsewhere) findings.add({ type: 'log-continued-elsewhere', where: '' })
  else if (frozenEvidence !== null) findings.add({ type: 'log-forked', where: frozenEvidence })
}

/** Nothing counts as sent without the server's receipt for it, or for what came after it. */
function checkAcknowledged(db: Database, { acknowledgedSeq }: KnownServer, findings: Findings): void {
  const head = ownHeadSeq(db)
  if (acknowledgedSeq > head)
    findings.add({
      type: 'acknowledged-beyond-head',
      where: `up to no. ${acknowledgedSeq}, and it ends at no. ${head}`,
    })
  const receipt = newestReceipt.get(db, {})?.seq ?? 0
  if (acknowledgedSeq > receipt)
    findings.add({
      type: 'receipt-missing',
      where: `up to no. ${acknowledgedSeq}, and the newest receipt is ${receipt === 0 ? 'missing too' : `for no. ${receipt}`}`,
    })
}

/** What is kept of the server's word on its streams is signed by it, and is what was pulled. */
function checkStreamHeads(db: Database, { publicKey, tenant }: KnownServer, findings: Findings): void {
  for (const { stream, n, runningHash, signature, contradicted } of streamHeads.all(db, {})) {
    const where = `${stream} no. ${n}`
    const head = { stream, n, runningHash: hex(runningHash), signature: base64url(signature) }
    if (!isStreamHeadGenuine(publicKey, tenant, head)) findings.add({ type: 'stream-head-wrong', where })
    if (contradicted !== 0) continue
    const cursor = streamCursor(db, stream)
    const isAsPulled = n < cursor.n || (n === cursor.n && sameBytes(runningHash, cursor.runningHash))
    if (!isAsPulled) findings.add({ type: 'stream-head-wrong', where })
  }
}
