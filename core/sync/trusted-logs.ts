import type { Database } from 'better-sqlite3'
import { fromBase64url } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { deviceAdmittedBodySchema } from '../enrolment/enrolment-records.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import type { JournalRecord } from '../journal/record.ts'
import { prepared } from '../storage/run.ts'
import type { KnownServer } from './known-server.ts'

const admissions = prepared<{ log: string }, { bytes: Uint8Array }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select('bytes')
    .where('record.type', '=', 'device.admitted')
    .where('log.log_id', '=', param('log')),
)

/** Whose records this device takes: the head-office log's, and those of the logs that a record in it admits. Rule: Y9. */
export interface TrustedLogs {
  readonly keyOf: (log: string) => Uint8Array | undefined
  /** Takes note of a record of the head-office log that admits another. */
  readonly heed: (record: JournalRecord) => void
}

export function trustedLogs(db: Database, { headOfficeKey }: Pick<KnownServer, 'headOfficeKey'>): TrustedLogs {
  const headOffice = logIdOf(headOfficeKey)
  const keys = new Map([[headOffice, headOfficeKey]])
  const heed = ({ log, type, body }: JournalRecord): void => {
    if (log !== headOffice || type !== 'device.admitted') return
    const admitted = deviceAdmittedBodySchema.safeParse(body)
    if (!admitted.success) return
    const publicKey = fromBase64url(admitted.data.publicKey)
    if (logIdOf(publicKey) === admitted.data.log) keys.set(admitted.data.log, publicKey)
  }
  for (const { bytes } of admissions.all(db, { log: headOffice })) {
    const record = decodeRecord(bytes)
    if (record.ok) heed(record.value)
  }
  return { keyOf: log => keys.get(log), heed }
}
