import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openBooks } from '../../core/storage/books.ts'
import { recordByKey } from '../../core/storage/records.ts'
import { makeBranch, openForBusiness } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { depositAt, depositMinor, type PostingOrder } from './posting-order.ts'
import { type Said, startPosting } from './posting-process.ts'

const cycles = 64
const seed = 'killed'

test('[V12] sixty-four times SIGKILL at any moment: nothing acknowledged is lost, nothing is half there, a retry counts once', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'branch.db')
  const key = Buffer.alloc(32, 7)
  const branch = makeBranch({ file: { file, key }, seed })
  const { accountId } = openForBusiness(branch)
  const { staffId } = branch.desk('officer')
  branch.books.close()

  const random = seededRandom(20260302)
  const order: Omit<PostingOrder, 'first'> = { file, key: key.toString('hex'), seed, staffId, accountId, count: 10_000 }
  const acknowledged = new Map<number, string>()
  let spare = startPosting(folder)
  for (let cycle = 0; cycle < cycles; cycle++) {
    const engine = spare
    spare = startPosting(folder)
    await engine.ready
    // The deposit before the last acknowledged one, so that a retry of what is known and of what was under way are both tried.
    const first = Math.max(0, acknowledged.size - 2)
    const enough = Math.floor(random() ** 2 * 30)
    if (enough > 0) await engine.post({ ...order, first }, said => said.length >= enough)
    else void engine.post({ ...order, first }, () => false)
    await after(random() * (enough > 0 ? 3 : 40))
    for (const said of await engine.kill()) take(acknowledged, said)
  }
  await spare.kill()

  const opened = openBooks({ file, key })
  if (!opened.ok) throw new Error(opened.refusal)
  const books = opened.value
  const { counts } = expectBooksToBalance({ books })
  for (const [place, seq] of acknowledged)
    expect(recordByKey(books.db, depositAt(place, accountId).key)?.seq).toBe(Number(seq))
  const deposits = books.db.prepare("SELECT count(*) FROM record WHERE type = 'savings.deposited'").pluck().get()
  const balance = books.db.prepare('SELECT credit_minor FROM balance WHERE sub_account = ?').pluck().get(accountId)
  // One deposit at most was under way, unacknowledged, when the last process died.
  expect([acknowledged.size, acknowledged.size + 1]).toContain(deposits)
  expect(BigInt(Number(balance))).toBe(BigInt(Number(deposits)) * depositMinor)
  expect(acknowledged.size).toBeGreaterThan(cycles)
  expect(counts.records).toBeGreaterThan(acknowledged.size)
  books.close()
})

/** A deposit that was told twice is the same record both times. */
function take(acknowledged: Map<number, string>, { place, word, rest }: Said): void {
  expect(['posted', 'again']).toContain(word)
  const known = acknowledged.get(place)
  if (known !== undefined) expect({ place, word, seq: rest }).toEqual({ place, word: 'again', seq: known })
  acknowledged.set(place, rest)
}
