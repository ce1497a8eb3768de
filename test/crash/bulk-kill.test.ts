import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  cheapCost,
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  workADay,
} from '../core/engine/made-engine.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { depositAt } from './posting-order.ts'

const total = 1_500
const kills = 3
const program = path.join(import.meta.dirname, 'bulk-child.ts')

/** Posts the batch in another process, and kills it a moment after it has told of so many chunks; gives how far it said it was. */
async function runAndKill(order: readonly string[], chunks: number, ms: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...order], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  const ended = once(child, 'exit')
  const closed = once(lines, 'close')
  const enough = new Promise<void>(resolve => {
    lines.on('line', line => {
      said.push(line)
      if (said.length >= chunks) resolve()
    })
  })
  await Promise.race([enough, ended])
  await after(ms)
  child.kill('SIGKILL')
  await Promise.all([ended, closed])
  for (const line of said) expect(line).toMatch(/^done \d+$/)
  return Number(said.at(-1)?.slice('done '.length))
}

test('[N2][V12] a batch that is killed again and again posts each operation once, and what it told of is there', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  await made.engine.close()
  const { directory } = made
  const batch = newKey()
  const order = [directory, 'OFF1', passphrases.OFF1, accountId, batch, String(total), JSON.stringify(cheapCost)]
  const random = seededRandom(20261124)
  let told = 0
  for (let kill = 0; kill < kills; kill++)
    told = Math.max(told, await runAndKill(order, 1 + Math.floor(random() * 3), random() * 60))
  expect(told).toBeGreaterThan(0)
  const { port, signIn } = await startEngine({ directory })
  must(await signIn('OFF1'))
  const items = Array.from({ length: total }, (_, place) => depositAt(place, accountId))
  const { counts } = must(await port.execute({ type: 'bulk.run', batch, items }))
  expect(counts).toMatchObject({ posted: total - counts.known, refused: 0 })
  expect(counts.known).toBeGreaterThanOrEqual(told)
  expect(must(await port.execute({ type: 'bulk.run', batch, items })).counts).toMatchObject({ known: total, posted: 0 })
  const { balanceMinor } = must(await port.query({ type: 'account', accountId }))
  expect(balanceMinor).toBe(250_000n + 50_000n * BigInt(total))
  must(await signIn('HO1'))
  expect(must(await port.execute({ type: 'books.verify', depth: 'full' }))).toMatchObject({ isClean: true })
})
