import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { ok, type Result, refuse } from '../result.ts'

export interface InstanceLock {
  readonly release: () => void
}

/**
 * Keeps every other engine out of the folder, through the operating system's own file lock, which SQLite takes on every
 * platform: it falls with the process, also after SIGKILL or a power cut. The lock file stays empty.
 */
export function takeInstanceLock(
  folder: string,
): Result<InstanceLock, 'second-instance' | 'not-writable' | 'disk-full'> {
  let db: Database | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const binding = process.env.NEXUM_SQLITE_BINDING
    db = new Sqlite(path.join(folder, 'engine.lock'), {
      timeout: 0,
      ...(binding ? { nativeBinding: binding } : {}),
    })
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    const held = db
    return ok({ release: () => held.close() })
  } catch (error) {
    db?.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_BUSY')) return refuse('second-instance')
    if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL')) return refuse('disk-full')
    if (code) return refuse('not-writable')
    throw error
  }
}
