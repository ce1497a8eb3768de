import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { acknowledge } from './acknowledge.ts'
import { findParting } from './find-parting.ts'
import { type KnownServer, setAcknowledged, setFrozen } from './known-server.ts'
import type { Link } from './link.ts'
import { ownHashAt } from './own-records.ts'
import type { LogHead } from './protocol.ts'
import { isReceiptGenuine } from './receipt.ts'
import type { SyncProblem } from './sync-problem.ts'

/** What stands in the table when the server has more of this log than this file. */
export const continuedElsewhere = 'continued-elsewhere'

/**
 * Takes the server's head as where to send from: lower after the server came back from a backup, higher when an answer was
 * lost. Refuses: server-not-genuine, log-frozen, log-continued-elsewhere. Rule: Y4, Y13.
 */
export async function reconcile(
  db: Database,
  link: Link,
  server: KnownServer,
  head: LogHead,
): Promise<Result<null, SyncProblem>> {
  if (head.frozen) {
    setFrozen(db, head.frozen)
    return refuse({ type: 'log-frozen', evidence: head.frozen })
  }
  const { receipt } = head
  if (!receipt) {
    setAcknowledged(db, 0)
    return ok(null)
  }
  if (receipt.log !== link.log.logId || !isReceiptGenuine(server.publicKey, server.tenant, receipt))
    return refuse({ type: 'server-not-genuine' })
  const here = ownHashAt(db, receipt.seq)
  if (!here) {
    setFrozen(db, continuedElsewhere)
    return refuse({ type: 'log-continued-elsewhere' })
  }
  if (hex(here) === receipt.hash) {
    const acknowledged = acknowledge(db, server, link.log.logId, receipt)
    return acknowledged.ok ? ok(null) : acknowledged
  }
  const parting = await findParting(db, link, receipt.seq)
  if (!parting.ok) return parting
  setAcknowledged(db, parting.value - 1)
  return ok(null)
}
