import { fromBase64url } from '../core/crypto/hash.ts'
import {
  deviceAdmittedBodySchema,
  deviceInviteBodySchema,
  deviceRevokedBodySchema,
} from '../core/enrolment/enrolment-records.ts'
import { decodeRecord } from '../core/journal/decode-record.ts'
import type { JournalRecord } from '../core/journal/record.ts'
import { mayPull } from './may-pull.ts'
import { keepInvitation } from './storage/enrolments.ts'
import { admitLog, type EnrolledLog, enrolledLog, revokeLog } from './storage/logs.ts'
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
  handOutStored(context, log, stored)
  if (log.isHeadOffice) heedHeadOffice(context, stored.record)
}

/** What devices other than head office may tell everybody: that they are there, and which keys people have at them. */
const referenceTypes: ReadonlySet<string> = new Set(['log.opened', 'staff.keyed'])

/** A device writes into the streams that it pulls itself, and into `reference` only what is its own to say there. Rule: Y25. */
const mayWrite = (log: EnrolledLog, stream: string, { type }: JournalRecord): boolean =>
  mayPull(log, [stream]) && (log.isHeadOffice || stream !== 'reference' || referenceTypes.has(type))

function handOutStored({ tenant }: TenantContext, log: EnrolledLog, { record, cursor, hash }: Stored): void {
  for (const stream of new Set(record.streams))
    if (mayWrite(log, stream, record)) appendToStream(tenant.db, stream, cursor, hash)
}

/** The only records that mean something to the server: head office decides who may come in, and who may no longer. */
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
  if (type === 'device.revoked') {
    const revoked = deviceRevokedBodySchema.safeParse(body)
    if (revoked.success) revokeLog(db, revoked.data.log, context.environment.now())
  }
}

function handOutWaiting(context: TenantContext, logId: string): void {
  const { db } = context.tenant
  const log = enrolledLog(db, logId)
  if (!log) return
  for (const { bytes, cursor, hash } of recordsOf(db, logId)) {
    const decoded = decodeRecord(bytes)
    if (decoded.ok) handOutStored(context, log, { cursor, hash, record: decoded.value })
  }
}
