import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import type { Desk } from '../../core/command/desk.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { signerOf } from '../../core/crypto/signing.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import type { Books } from '../../core/storage/books.ts'
import { ownLogOf } from './branch.ts'
import { testEnvironment } from './deterministic-environment.ts'
import { temporaryFolder } from './temporary-folder.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures/first-issue')

interface Keys {
  readonly databaseKey: string
  readonly logSeed: string
  readonly staff: Readonly<Record<string, { readonly staffId: string; readonly seed: string }>>
}

const keys: Keys = JSON.parse(readFileSync(path.join(fixtures, 'keys.json'), 'utf8'))
/** The fixture's one row that no program has written: a head of a stream that never was, with a signature of nobody's. */
const madeUpStream = 'branch/elsewhere'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

/**
 * A copy of a head office's books as the program of the first issue left them: two devices and a server, a day that is closed and one
 * that is open, a request that waits, and rows in every table. Nobody else has the key.
 */
export function firstIssueFile(): { readonly file: string; readonly key: Uint8Array } {
  const file = path.join(temporaryFolder(), 'branch.db')
  copyFileSync(path.join(fixtures, 'branch.db'), file)
  const books = { file, key: bytesOf(keys.databaseKey) }
  const db = openBare(books)
  db.prepare('DELETE FROM stream_head WHERE stream = ?').run(madeUpStream)
  db.close()
  return books
}

/** The file as SQLite sees it, without any program of ours. */
export function openBare({ file, key }: { readonly file: string; readonly key: Uint8Array }): Database {
  const db = new Sqlite(file)
  db.pragma("cipher = 'aegis'")
  db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
  return db
}

/** Works on in those books as one of their people. */
export function deskOfFirstIssue(code: string): Desk {
  const staffId = keys.staff[code]?.staffId
  if (!staffId) throw new Error(`nobody is ${code}`)
  return { environment, log: ownLogOf(bytesOf(keys.logSeed)), staffId }
}

const environment = testEnvironment('after the update', '2026-03-03T12:00:00.000Z')

type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> : never

export function executeAs(
  books: Books,
  code: string,
  command: Keyless<JournalCommand>,
  cosigner?: string,
): Result<Outcome, Refusal> {
  const signer = cosigner === undefined ? undefined : signerOf(bytesOf(keys.staff[cosigner]?.seed ?? ''))
  const desk = deskOfFirstIssue(code)
  const second = signer && { cosigner: { staffId: deskOfFirstIssue(cosigner ?? '').staffId, sign: signer.sign } }
  const parsed = journalCommandSchema.parse({ key: environment.newId(), ...command })
  const executed = executeJournalCommand(books, { ...desk, ...second }, parsed)
  return executed.ok ? { ok: true, value: executed.value.outcome } : executed
}
