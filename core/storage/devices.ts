import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { KnownDevice } from '../institution/known-device.ts'
import { prepared } from './run.ts'

const byLog = prepared<
  { log: string },
  { log_id: string; branch_id: string; revoked_position: number | null; successor: string | null }
>((db, param) =>
  db
    .selectFrom('device')
    .select(['log_id', 'branch_id', 'revoked_position', 'successor'])
    .where('log_id', '=', param('log')),
)

const beside = prepared<{ branchId: string; log: string }, { log_id: string }>((db, param) =>
  db
    .selectFrom('device')
    .select('log_id')
    .where('branch_id', '=', param('branchId'))
    .where('log_id', '<>', param('log'))
    .where('revoked_position', 'is', null)
    .limit(1),
)

interface ListedDevice {
  log_id: string
  branch_id: string
  device_code: string
  branch_name: string | null
  revoked_position: number | null
  successor_code: string | null
  forked_at: string | null
  records: number
  last_recorded_at: string | null
}

const all = prepared<Record<never, never>, ListedDevice>(db =>
  db
    .selectFrom('device')
    .leftJoin('branch', 'branch.branch_id', 'device.branch_id')
    .leftJoin('log', 'log.log_id', 'device.log_id')
    .leftJoin('device as successor', 'successor.log_id', 'device.successor')
    .leftJoin('forked_log', 'forked_log.log_id', 'device.log_id')
    .select(eb => [
      'device.log_id',
      'device.branch_id',
      'device.device_code',
      'branch.name as branch_name',
      'device.revoked_position',
      'successor.device_code as successor_code',
      'forked_log.found_at as forked_at',
      eb
        .selectFrom('record')
        .select(inner => inner.fn.coalesce(inner.fn.max('record.seq'), inner.val(0)).as('records'))
        .whereRef('record.log_no', '=', 'log.log_no')
        .as('records'),
      eb
        .selectFrom('record')
        .select('record.recorded_at')
        .whereRef('record.log_no', '=', 'log.log_no')
        .orderBy('record.seq', 'desc')
        .limit(1)
        .as('last_recorded_at'),
    ])
    .orderBy('device.device_code'),
)

/**
 * The server has the revocation by a receipt, and every stream was pulled to where it stood after that: the revoked log can have
 * nothing under way any more. An institution without a server has one installation and nothing under way.
 */
const settled = prepared<{ log: string }, { log_id: string }>((db, param) =>
  db
    .selectFrom('device')
    .innerJoin('record', 'record.position', 'device.revoked_position')
    .select('device.log_id')
    .where('device.log_id', '=', param('log'))
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM server_receipt JOIN sync_server
        WHERE server_receipt.seq >= record.seq AND server_receipt.server_time < sync_server.reference_current_at)`,
    ),
)

export function knownDevice(db: Database, log: string): KnownDevice | null {
  const row = byLog.get(db, { log })
  if (!row) return null
  const { logId, branchId, revokedPosition, successor } = row
  return { log: logId, branchId, isRevoked: revokedPosition !== null, successor }
}

/** Whether another device still belongs to the branch, which may have done meanwhile what only has not come here. */
export const hasDeviceBeside = (db: Database, at: { readonly branchId: string; readonly log: string }): boolean =>
  beside.get(db, at) !== undefined

export const isRevocationSettled = (db: Database, log: string): boolean => settled.get(db, { log }) !== undefined

export const deviceRows = (db: Database) => all.all(db, {})
