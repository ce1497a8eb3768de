import type { Database } from 'better-sqlite3'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'
import { approvalAppliers, closeApproval } from './apply-approvals.ts'
import { cashAppliers } from './apply-cash.ts'
import { correctionAppliers } from './apply-corrections.ts'
import { customerAppliers } from './apply-customers.ts'
import { dayAppliers } from './apply-days.ts'
import { institutionAppliers } from './apply-institution.ts'
import { savingsAppliers } from './apply-savings.ts'

export type Applier = (db: Database, applied: Applied) => void

const appliers: ReadonlyMap<string, Applier> = new Map(
  Object.entries({
    ...institutionAppliers,
    ...dayAppliers,
    ...cashAppliers,
    ...customerAppliers,
    ...savingsAppliers,
    ...correctionAppliers,
    ...approvalAppliers,
  }),
)

const keepPending = prepared<{ logNo: number; seq: number; position: number; type: string }, unknown>((db, param) =>
  db.insertInto('pending_record').values({
    log_no: param('logNo'),
    seq: param('seq'),
    position: param('position'),
    type: param('type'),
  }),
)

/**
 * Writes a record's effect into the projections. A type or version that this program does not know yet has its lines booked
 * already; the record itself waits for a program that does.
 */
export function applyRecord(db: Database, applied: Applied): void {
  const { record } = applied
  const applier = record.typeVersion === 1 ? appliers.get(record.type) : undefined
  if (record.cause) closeApproval(db, applied)
  if (applier) applier(db, applied)
  else
    keepPending.run(db, {
      logNo: applied.logNo,
      seq: record.seq,
      position: applied.position,
      type: record.type,
    })
}
