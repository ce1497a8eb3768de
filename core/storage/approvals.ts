import type { Database } from 'better-sqlite3'
import type { RecordRef } from '../journal/record.ts'
import { prepared } from './run.ts'
import type { ApprovalTable } from './tables/journal-projections.ts'

const openAt = prepared<{ position: number }, { request_position: number }>((db, param) =>
  db
    .selectFrom('approval')
    .select('request_position')
    .where('request_position', '=', param('position'))
    .where('decided_position', 'is', null),
)
const open = prepared<Record<never, never>, ApprovalTable>(db =>
  db.selectFrom('approval').selectAll().where('decided_position', 'is', null).orderBy('request_position'),
)

const byCommand = prepared<{ key: string }, { log_id: string; seq: number }>((db, param) =>
  db
    .selectFrom('approval')
    .innerJoin('record', 'record.position', 'approval.request_position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['log.log_id', 'record.seq'])
    .where('approval.command_key', '=', param('key'))
    .limit(1),
)

/** The request under which a command, known by its key, waits or was decided. */
export function requestOfCommand(db: Database, key: string): RecordRef | null {
  const row = byCommand.get(db, { key })
  return row ? { log: row.logId, seq: row.seq } : null
}

export const isApprovalOpen = (db: Database, position: number): boolean => openAt.get(db, { position }) !== undefined

/** The requests that nobody has decided yet, oldest first. */
export const openApprovals = (db: Database) => open.all(db, {})
