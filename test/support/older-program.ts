import type { Database } from 'better-sqlite3'

/** Leaves a file as a program would have that did not know `hold.placed`: the records are in the journal and wait, the holds are not there. */
export function forgetHolds(db: Database): void {
  db.exec(`DELETE FROM hold;
INSERT INTO pending_record SELECT log_no, seq, position, type, 1, 'unknown-type' FROM record WHERE type = 'hold.placed'`)
}
