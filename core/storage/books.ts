import Sqlite, { type Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isWeather } from './is-weather.ts'
import { migrate, newestVersion } from './migrate.ts'

/** One open file of books: the journal, its projections and what belongs to this installation. One connection, one writer. */
export interface Books {
  readonly db: Database
  readonly close: () => void
}

export interface BooksFile {
  readonly file: string
  /** The raw 256-bit database key; null only for a database in memory, which SQLite cannot encrypt. */
  readonly key: Uint8Array | null
}

export type BooksProblem = 'damaged-file' | 'newer-version' | 'not-writable' | 'disk-full' | 'second-instance'

/** The WAL-reset corruption of SQLite before 3.51.3 (sqlite.org/wal.html#walresetbug) must not be in the driver. */
const sqliteVersionMin = [3, 51, 3] as const

/**
 * Opens the books, or makes them when the file is new; those of an older program are brought up to date. Refuses a file that cannot be read with this key (wrong or damaged
 * look the same to SQLite), one written by a newer program, and one that cannot be written.
 */
export function openBooks({ file, key }: BooksFile): Result<Books, BooksProblem> {
  let db: Database | undefined
  try {
    db = connect(file, key)
    if (userVersion(db) > newestVersion) return closing(db, 'newer-version')
    if (!migrate(db).ok) return closing(db, 'damaged-file')
    if (isSmall(db) && db.pragma('quick_check(1)', { simple: true }) !== 'ok') return closing(db, 'damaged-file')
    const opened = db
    return ok({ db: opened, close: () => opened.close() })
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return closing(db, problem)
  }
}

/** Up to here a whole check at each opening costs nothing anybody feels; beyond, each page's own seal is checked as it is read. */
const checkedBytesMax = 32_000_000

const isSmall = (db: Database): boolean =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })) <=
  checkedBytesMax

const closing = (db: Database | undefined, problem: BooksProblem) => {
  db?.close()
  return refuse(problem)
}

function connect(file: string, key: Uint8Array | null): Database {
  const db = unlocked(file, key, {})
  makeDurable(db)
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('busy_timeout = 2000')
  db.pragma('wal_autocheckpoint = 4000')
  db.pragma('cache_size = -32000')
  assertDurable(db, file)
  return db
}

function makeDurable(db: Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
}

function unlocked(file: string, key: Uint8Array | null, options: Sqlite.Options): Database {
  const nativeBinding = process.env.NEXUM_SQLITE_BINDING
  const db = new Sqlite(file, nativeBinding ? { ...options, nativeBinding } : options)
  if (key) {
    // AEGIS-256 seals a page ten times as fast as ChaCha20-Poly1305 where the processor knows AES; every posting seals eight.
    db.pragma("cipher = 'aegis'")
    db.pragma(`key = ${keyText(key)}`)
  }
  return db
}

const keyText = (key: Uint8Array): string => `'raw:${Buffer.from(key).toString('hex')}'`

/**
 * Seals every page anew under another key, in one transaction of the rollback journal, which a cut undoes: the file is under the old
 * key or under the new one, never under both. Not in WAL, where the old pages would stay in the file until the next checkpoint.
 * `onChanged` is called as soon as the file is under the new key, whatever fails after that: who still took the old one for the books'
 * key would give up the true one with the next change. True when a fresh connection has read the file with the new key; false when that
 * could not be tried, or nothing was changed (no room, another program in the file). Throws where a page is damaged. EXTRA flushes the
 * folder after the journal is gone: without it a power cut could bring journal and old key back after everybody has given the old key up.
 */
export function rekeyBooks({ db }: Books, key: Uint8Array, onChanged: () => void): boolean {
  try {
    if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return false
    db.pragma('synchronous = EXTRA')
    db.pragma(`rekey = ${keyText(key)}`)
    onChanged()
    return isUnder(db.name, key)
  } catch (error) {
    if (!isWeather(error) || problemOf(error) === 'damaged-file') throw error
    return false
  } finally {
    makeDurable(db)
    assertDurable(db, db.name)
  }
}

/** False when it cannot be asked now. */
function isUnder(file: string, key: Uint8Array): boolean {
  const books = readBooks({ file, key })
  assert(books.ok || books.refusal !== 'damaged-file', 'the file is under its new key')
  if (books.ok) books.value.close()
  return books.ok
}

/**
 * Opens books that exist already for reading only: not a byte of the file changes, also while an engine works with it. Beside it
 * SQLite may leave an empty write-ahead log. Refuses as `openBooks` does; what an older program wrote is `not-writable`, because
 * it would have to be brought up to date first.
 */
export function readBooks({ file, key }: BooksFile): Result<Books, BooksProblem> {
  let db: Database | undefined
  try {
    db = unlocked(file, key, { readonly: true, fileMustExist: true })
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma('busy_timeout = 2000')
    const version = userVersion(db)
    if (version !== newestVersion) return closing(db, version > newestVersion ? 'newer-version' : 'not-writable')
    const opened = db
    return ok({ db: opened, close: () => opened.close() })
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return closing(db, problem)
  }
}

/** `synchronous` is set *and read back*: this build of SQLite silently falls to NORMAL when WAL is chosen. */
function assertDurable(db: Database, file: string): void {
  const read = (name: string): unknown => db.pragma(name, { simple: true })
  assert(read('synchronous') === 2, 'synchronous is FULL')
  assert(read('recursive_triggers') === 1, 'recursive triggers are on')
  assert(file === ':memory:' || read('journal_mode') === 'wal', 'the journal mode is WAL')
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number)
  const order =
    sqliteVersionMin.map((part, place) => (version[place] ?? 0) - part).find(difference => difference !== 0) ?? 0
  assert(order >= 0, 'SQLite has the WAL-reset fix')
}

export const userVersion = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

function problemOf(error: unknown): BooksProblem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return 'damaged-file'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'not-writable'
  if (code.startsWith('SQLITE_FULL')) return 'disk-full'
  if (code.startsWith('SQLITE_BUSY')) return 'second-instance'
  return null
}
