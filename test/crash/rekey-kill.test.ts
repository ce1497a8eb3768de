import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { saveDraft } from '../../core/engine/drafts.ts'
import { type Books, openBooks } from '../../core/storage/books.ts'
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

const program = path.join(import.meta.dirname, 'rekey-child.ts')

/** Begins to change the key in another process, and kills it so many milliseconds later. True when it had said that it was done. */
async function killedWhileRekeying(file: string, key: Uint8Array, next: Uint8Array, afterMs: number): Promise<boolean> {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
  const child = spawn(process.execPath, [program, file, hex(key), hex(next)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  lines.on('line', line => said.push(line))
  await once(lines, 'line')
  await after(afterMs)
  await Promise.all([once(child, 'exit'), once(lines, 'close'), child.kill('SIGKILL')])
  expect(said).not.toContain('refused')
  return said.includes('done')
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
    const isDone = await killedWhileRekeying(file, key, next, random() * 160)
    // As the engine does: the key that was in force first, although it may be the wrong one by now.
    const old = opensWith(file, key)
    const books = old ?? opensWith(file, next)
    if (!books) throw new Error('under neither key')
    if (isDone) expect(old).toBeNull()
    expect(expectBooksToBalance({ books }).counts.records).toBe(records)
    expect(books.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(books.db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(drafts)
    books.close()
    if (!old) key = next
  }
  const other = opensWith(file, Buffer.alloc(32, 200))
  expect(other).toBeNull()
}, 300_000)
