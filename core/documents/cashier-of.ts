import type { Database } from 'better-sqlite3'
import type { JournalRecord } from '../journal/record.ts'
import { recordAt } from '../storage/records.ts'

/** Whose hands the cash went through: who recorded it or, where somebody else approved a kept request, who asked for it. */
export function cashierOf(db: Database, { actor, cause = [] }: JournalRecord): string {
  const requests = cause.map(ref => recordAt(db, ref)?.record).filter(record => record?.type === 'approval.requested')
  return requests[0]?.actor ?? actor
}

/** Who signed it besides the cashier, or decided what the cashier had asked for; null where it took one person. */
export function secondPersonOf(db: Database, record: JournalRecord): string | null {
  const { actor, cosigners = [] } = record
  return cosigners[0]?.staff ?? (actor === cashierOf(db, record) ? null : actor)
}
