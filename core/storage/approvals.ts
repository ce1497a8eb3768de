import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'
import type { ApprovalTable } from './tables.ts'

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

export const isApprovalOpen = (db: Database, position: number): boolean => openAt.get(db, { position }) !== undefined

/** The requests that nobody has decided yet, oldest first. */
export const openApprovals = (db: Database) => open.all(db, {})
