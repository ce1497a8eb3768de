import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openBooks } from '../../core/storage/books.ts'
import { recordByKey } from '../../core/storage/records.ts'
import { type Branch, makeBranch } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { monthBehind } from '../support/month-behind.ts'
import { journalOf, runNights } from '../support/nights.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const seed = 'closing'
const killsMax = 8
const program = path.join(import.meta.dirname, 'closing-child.ts')

/** Runs the process until it has said so many pieces and a random moment has passed, or to its end; gives what it said. */
async function runAndKill(order: readonly string[], pieces: number, ms: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, ...order], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  const closed = once(lines, 'close')
  const enough = new Promise<void>(resolve => {
    lines.on('line', line => {
      said.push(line)
      if (said.length >= pieces) resolve()
    })
  })
  const ended = once(child, 'exit')
  await Promise.race([enough, ended])
  await after(ms)
  child.kill('SIGKILL')
  await Promise.all([closed, ended])
  return said
}

test('[E14][V12] killed again and again, the close of business goes on where it was: every piece that was told is there, once', async () => {
  const whole = makeBranch({ seed })
  monthBehind(whole, { withLoans: true })
  runNights(whole)

  const file = path.join(temporaryFolder(), 'branch.db')
  const key = Buffer.alloc(32, 7)
  const killed = makeBranch({ seed, file: { file, key } })
  monthBehind(killed, { withLoans: true })
  const { staffId } = killed.desk('officer')
  killed.books.close()

  const random = seededRandom(20261123)
  const order = [file, key.toString('hex'), seed, staffId]
  const told = new Set<string>()
  for (let kill = 0; kill < killsMax; kill++)
    for (const piece of await runAndKill(order, 1 + Math.floor(random() * 3), random() * 40)) {
      expect(told.has(piece)).toBe(false)
      told.add(piece)
    }
  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const again: Branch = { ...killed, books: opened.value }
  for (const piece of told) expect(recordByKey(opened.value.db, piece)).not.toBeNull()
  expect(told.size).toBeGreaterThan(killsMax)
  runNights(again)
  expect(journalOf(again)).toEqual(journalOf(whole))
  expectBooksToBalance(again)
  opened.value.close()
})
