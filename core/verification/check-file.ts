import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import type { Findings } from './finding.ts'

const newest = prepared<Record<never, never>, { position: number }>(db =>
  db.selectFrom('record').select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('position')),
)

/** Positions are dense from 1, so the newest is the number of records. */
export const countRecords = (db: Database): number => newest.get(db, {})?.position ?? 0

/** SQLite's own check: every page can be decrypted, and every index holds what its table holds. */
export function checkFile(db: Database, findings: Findings): void {
  for (const problem of db.pragma('main.integrity_check(10)') as { integrity_check: string }[])
    if (problem.integrity_check !== 'ok') findings.add({ type: 'file-damaged', where: problem.integrity_check })
}

const sqliteCodeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Whether SQLite could not read on, as against a row that a table or a query did not take. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(?!CONSTRAINT|ERROR|MISMATCH)/.test(sqliteCodeOf(error))

/** What SQLite said when it could not read on: its code, for whoever repairs the file. */
export const damageOf = (error: unknown): string => sqliteCodeOf(error) || 'it cannot be read'
