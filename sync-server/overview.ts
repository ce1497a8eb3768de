import { base64url, hex } from '../core/crypto/hash.ts'
import type { Overview, PendingEnrolment, StreamHead } from '../core/sync/protocol.ts'
import { signStreamHead } from '../core/sync/stream-head.ts'
import { logHead } from './log-receipt.ts'
import { forkedLogs } from './storage/forks.ts'
import { type EnrolledLog, pendingLogs } from './storage/logs.ts'
import { type StreamPlace, streamEnd, streamNames } from './storage/streams.ts'
import type { TenantContext } from './tenant-context.ts'

export const signedPlace = ({ server, tenant }: TenantContext, { stream, n, runningHash }: StreamPlace): StreamHead =>
  signStreamHead(server, tenant.name, { stream, n, runningHash: hex(runningHash) })

/** All that is new for a device in one answer: its own log's head, its streams' heads, and who waits for head office. */
export function overviewFor(context: TenantContext, log: EnrolledLog): Overview {
  const { db } = context.tenant
  const isStopped = log.frozenBy !== null || log.isRevoked
  const streams = isStopped ? [] : log.streams === '*' ? streamNames(db) : log.streams
  return {
    v: 1,
    serverTime: context.environment.now(),
    log: logHead(context, log),
    streams: streams.map(stream => signedPlace(context, streamEnd(db, stream))),
    pending: log.isHeadOffice && !isStopped ? pendingEnrolments(context) : [],
    ...(log.isHeadOffice ? { forked: [...forkedLogs(db)] } : {}),
  }
}

const pendingEnrolments = ({ tenant }: TenantContext): PendingEnrolment[] =>
  pendingLogs(tenant.db).map(({ logId, publicKey, inviteId, proof }) => ({
    log: logId,
    publicKey: base64url(publicKey),
    inviteId,
    proof: base64url(proof),
  }))
