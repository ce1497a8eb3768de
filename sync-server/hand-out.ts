import { fromBase64url } from '../core/crypto/hash.ts'
import { deviceAdmittedBodySchema, deviceInviteBodySchema } from '../core/enrolment/enrolment-records.ts'
import { decodeRecord } from '../core/journal/decode-record.ts'
import type { JournalRecord } from '../core/journal/record.ts'
import { keepInvitation } from './storage/enrolments.ts'
import { admitLog, type EnrolledLog } from './storage/logs.ts'
import { recordsOf } from './storage/records.ts'
import { appendToStream } from './storage/streams.ts'
import type { TenantContext } from './tenant-context.ts'

export interface Stored {
  readonly cursor: number
  readonly hash: Uint8Array
  readonly record: JournalRecord
}

/**
 * Puts a stored record into the streams it names. What a log wrote before head office admitted it waits for that, so nobody
 * meets a record of a log before the record that admits it. Rule: Y9.
 */
export function handOut(context: TenantContext, log: EnrolledLog, stored: Stored): void {
  if (!log.isAdmitted) return
  for (const stream of new Set(stored.record.streams))
    appendToStream(context.tenant.db, stream, stored.cursor, stored.hash)
  if (log.isHeadOffice) heedHeadOffice(context, stored.record)
}

/** The only two records that mean something to the server: head office decides who may come in. */
function heedHeadOffice(context: TenantContext, { type, body }: JournalRecord): void {
  const { db } = context.tenant
  if (type === 'device.invited') {
    const invited = deviceInviteBodySchema.safeParse(body)
    if (invited.success) keepInvitation(db, { ...invited.data, codeKey: fromBase64url(invited.data.codeKey) })
  }
  if (type === 'device.admitted') {
    const admitted = deviceAdmittedBodySchema.safeParse(body)
    if (admitted.success && admitLog(db, admitted.data.log)) handOutWaiting(context, admitted.data.log)
  }
}

function handOutWaiting({ tenant }: TenantContext, logId: string): void {
  for (const { bytes, cursor, hash } of recordsOf(tenant.db, logId)) {
    const decoded = decodeRecord(bytes)
    if (!decoded.ok) continue
    for (const stream of new Set(decoded.value.streams)) appendToStream(tenant.db, stream, cursor, hash)
  }
}
