import type { Database } from 'better-sqlite3'
import type { ForkedLog } from '../../core/sync/protocol.ts'
import { statement } from './statement.ts'

export interface ForkRecord {
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

const insert = statement<{ evidence: string; logId: string; seq: number; foundAt: string }>(
  'INSERT INTO fork VALUES (@evidence, @logId, @seq, @foundAt)',
)
const insertRecord = statement<{
  evidence: string
  seq: number
  hash: Uint8Array
  signature: Uint8Array
  bytes: Uint8Array
}>('INSERT INTO fork_record VALUES (@evidence, @seq, @hash, @signature, @bytes)')
const records = statement<{ evidence: string }, ForkRecord>(
  'SELECT seq, hash, signature, bytes FROM fork_record WHERE evidence = @evidence ORDER BY seq',
)
const found = statement<Record<never, never>, ForkedLog>(
  `SELECT log_id AS log, evidence, found_at AS foundAt FROM fork JOIN log USING (log_id) WHERE revoked_at IS NULL ORDER BY found_at`,
)
const total = statement<Record<never, never>, { forks: number }>('SELECT count(*) AS forks FROM fork')

/** Keeps the second history beside the first, which stays as it is. */
export function keepFork(
  db: Database,
  fork: { evidence: string; logId: string; seq: number; foundAt: string },
  branch: readonly ForkRecord[],
): void {
  insert.run(db, fork)
  for (const record of branch) insertRecord.run(db, { evidence: fork.evidence, ...record })
}

export const forkRecords = (db: Database, evidence: string): readonly ForkRecord[] => records.all(db, { evidence })
/** The logs that stand still, for head office to decide about. */
export const forkedLogs = (db: Database): readonly ForkedLog[] => found.all(db, {})
export const forkCount = (db: Database): number => total.get(db, {})?.forks ?? 0
