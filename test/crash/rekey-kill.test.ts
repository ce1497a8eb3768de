import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { present } from '../../core/assert.ts'
import { saveDraft } from '../../core/engine/drafts.ts'
import { type Books, openBooks, rekeyBooks } from '../../core/storage/books.ts'
import { makeBranch } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { liveThroughDay } from '../support/realistic-day.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const cycles = 24
const drafts = 60

/** Books with a day in them, and with enough drafts that a change of their key takes a while. */
function bulkyBooks(file: string, key: Uint8Array): number {
  const branch = makeBranch({ file: { file, key } })
  liveThroughDay(branch)
  const body = 'as typed into a form '.repeat(9_000)
  for (let form = 0; form < drafts; form++)
    saveDraft(branch.books.db, { staffId: 'somebody', form: `form-${form}` }, body, '2026-03-02T08:00:00.000Z')
  const { counts } = expectBooksToBalance(branch)
  branch.books.close()
  return counts.records
}

interface Change {
  readonly file: string
  readonly key: Uint8Array
  readonly next: Uint8Array
}

const program = path.join(import.meta.dirname, 'rekey-child.ts')

/** Changes the key in another process, which a shell limits first; gives what it says until it is killed. */
async function rekeyElsewhere({ file, key, next }: Change, killAfterMs: number | null, limit = ':'): Promise<string[]> {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
  const run = ['-c', `${limit}; exec "$0" "$@"`, process.execPath, program, file, hex(key), hex(next)]
  const child = spawn('/bin/sh', run, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  lines.on('line', line => said.push(line))
  await once(lines, 'line')
  if (killAfterMs === null) await once(lines, 'line')
  else await after(killAfterMs)
  await Promise.all([once(child, 'exit'), once(lines, 'close'), child.kill('SIGKILL')])
  return said
}

const opensWith = (file: string, key: Uint8Array): Books | null => {
  const opened = openBooks({ file, key })
  return opened.ok ? opened.value : null
}

test('[A56][V12] killed at any moment of a change of the key, the books are under the old or the new one, and whole', async () => {
  const file = path.join(temporaryFolder(), 'branch.db')
  let key: Uint8Array = Buffer.alloc(32, 1)
  const records = bulkyBooks(file, key)
  const random = seededRandom(20260303)
  for (let cycle = 0; cycle < cycles; cycle++) {
    const next = Buffer.alloc(32, cycle + 2)
    const said = await rekeyElsewhere({ file, key, next }, random() * 160)
    expect(said).not.toContain('refused')
    // As the engine does: the key that was in force first, although it may be the wrong one by now.
    const old = opensWith(file, key)
    const books = old ?? opensWith(file, next)
    if (!books) throw new Error('under neither key')
    if (said.includes('done')) expect(old).toBeNull()
    expect(expectBooksToBalance({ books }).counts.records).toBe(records)
    expect(books.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(books.db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(drafts)
    books.close()
    if (!old) key = next
  }
  const other = opensWith(file, Buffer.alloc(32, 200))
  expect(other).toBeNull()
}, 300_000)

test('[A56][V14] without room for the change the books stay under their key, whole, and change once there is room', async () => {
  const file = path.join(temporaryFolder(), 'branch.db')
  const [key, next] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const records = bulkyBooks(file, key)
  expect(await rekeyElsewhere({ file, key, next }, null, 'ulimit -f 2000')).toEqual(['begins', 'refused'])
  expect(opensWith(file, next)).toBeNull()
  const books = present(opensWith(file, key), 'the books open as before')
  expect(expectBooksToBalance({ books }).counts.records).toBe(records)
  expect(rekeyBooks(books, next, () => undefined)).toBe(true)
  books.close()
  expect(opensWith(file, key)).toBeNull()
  opensWith(file, next)?.close()
})
