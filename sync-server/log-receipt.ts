import { hex } from '../core/crypto/hash.ts'
import type { LogHead, Receipt } from '../core/sync/protocol.ts'
import { signReceipt } from '../core/sync/receipt.ts'
import type { EnrolledLog } from './storage/logs.ts'
import { lastRecord, recordAt, type StoredRecord } from './storage/records.ts'
import type { TenantContext } from './tenant-context.ts'

const receiptOf = (
  { server, tenant }: TenantContext,
  { logId, seq, hash, cursor, receivedAt }: StoredRecord,
): Receipt => signReceipt(server, tenant.name, { log: logId, seq, hash: hex(hash), cursor, serverTime: receivedAt })

/** The signed word that the log is stored through `seq`; asked again, the very same receipt. Null for an empty log. */
export function logReceipt(context: TenantContext, logId: string, seq: number): Receipt | null {
  const record = recordAt(context.tenant.db, logId, seq)
  return record ? receiptOf(context, record) : null
}

export function logHead(context: TenantContext, log: EnrolledLog): LogHead {
  const last = lastRecord(context.tenant.db, log.logId)
  return {
    receipt: last ? receiptOf(context, last) : null,
    ...(log.frozenBy ? { frozen: log.frozenBy } : {}),
    ...(log.isRevoked ? { revoked: true } : {}),
  }
}
