import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { keepReceipt } from './keep-receipt.ts'
import { type KnownServer, setAcknowledged } from './known-server.ts'
import { ownHashAt } from './own-records.ts'
import type { Receipt } from './protocol.ts'
import { isReceiptGenuine } from './receipt.ts'
import type { SyncProblem } from './sync-problem.ts'

/**
 * Keeps the server's signed word that it holds the own log through a record. Refuses a receipt that the pinned server did
 * not sign, that is about other records than ours, or that does not reach `least`, which it must after what was sent: nothing counts as
 * sent on its account. Rules: Y11, Y41.
 */
export function acknowledge(
  db: Database,
  server: KnownServer,
  log: string,
  receipt: Receipt,
  least = 0,
): Result<number, SyncProblem> {
  const hash = ownHashAt(db, receipt.seq)
  const isOurs = receipt.log === log && hash !== null && hex(hash) === receipt.hash
  const isEnough = receipt.seq >= least
  if (!isOurs || !isEnough || !isReceiptGenuine(server.publicKey, server.tenant, receipt))
    return refuse({ type: 'server-not-genuine' })
  const keep = db.transaction(() => {
    keepReceipt(db, receipt)
    setAcknowledged(db, receipt.seq)
  })
  keep.immediate()
  return ok(receipt.seq)
}
