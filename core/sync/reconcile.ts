import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { acknowledge } from './acknowledge.ts'
import { findParting } from './find-parting.ts'
import { keepReceipt } from './keep-receipt.ts'
import { type KnownServer, setAcknowledged, setFrozen, setRevoked } from './known-server.ts'
import type { Link } from './link.ts'
import { ownHashAt, ownHeadSeq } from './own-records.ts'
import type { LogHead, Receipt } from './protocol.ts'
import { isReceiptGenuine } from './receipt.ts'
import type { SyncProblem } from './sync-problem.ts'

/** What stands in the table when the server has more of this log than this file. */
export const continuedElsewhere = 'continued-elsewhere'

/**
 * Takes the server's head as where to send from: lower after the server came back from a backup, higher when an answer was
 * lost. A log that the server has stopped is settled all the same, so that what it did not take is known to the record.
 * Refuses: device-revoked, log-frozen, server-not-genuine, log-continued-elsewhere. Rules: Y4, Y13, Y32.
 */
export async function reconcile(
  db: Database,
  link: Link,
  server: KnownServer,
  head: LogHead,
): Promise<Result<null, SyncProblem>> {
  if (head.frozen) setFrozen(db, head.frozen)
  if (head.revoked) setRevoked(db)
  const settled = await settle(db, link, server, head.receipt)
  if (head.revoked) return refuse({ type: 'device-revoked' })
  return head.frozen ? refuse({ type: 'log-frozen', evidence: head.frozen }) : settled
}

async function settle(
  db: Database,
  link: Link,
  server: KnownServer,
  receipt: Receipt | null,
): Promise<Result<null, SyncProblem>> {
  if (!receipt) {
    setAcknowledged(db, 0)
    return ok(null)
  }
  if (receipt.log !== link.log.logId || !isReceiptGenuine(server.publicKey, server.tenant, receipt))
    return refuse({ type: 'server-not-genuine' })
  const here = ownHashAt(db, receipt.seq)
  if (here && hex(here) === receipt.hash) {
    const acknowledged = acknowledge(db, server, link.log.logId, receipt)
    return acknowledged.ok ? ok(null) : acknowledged
  }
  keepReceipt(db, receipt)
  if (!here) setFrozen(db, continuedElsewhere)
  const parting = await findParting(db, link, here ? receipt.seq : ownHeadSeq(db) + 1)
  if (!parting.ok) return parting
  setAcknowledged(db, parting.value - 1)
  return here ? ok(null) : refuse({ type: 'log-continued-elsewhere' })
}
