import path from 'node:path'
import { expect, test } from 'vitest'
import { refusalOfFault } from '../../core/engine/translate-fault.ts'
import { openBooks } from '../../core/storage/books.ts'
import { makeBranch, newClient, openForBusiness } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { depositAt, type PostingOrder } from './posting-order.ts'
import { startPosting } from './posting-process.ts'

/** What the engine's edge makes of what a command threw. */
function refusedAtTheEdge(command: () => unknown): string {
  try {
    command()
  } catch (fault) {
    return refusalOfFault(fault).type
  }
  return 'posted'
}

test('[V14] a full disk is refused as such, leaves nothing behind, and posting goes on once there is room', () => {
  const file = path.join(temporaryFolder(), 'branch.db')
  const branch = makeBranch({ file: { file, key: new Uint8Array(32).fill(7) } })
  const { accountId } = openForBusiness(branch)
  const { db } = branch.books
  const state = () =>
    db
      .prepare('SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM line), (SELECT count(*) FROM blob)')
      .raw()
      .get()
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
  let place = 0
  while (refusedAtTheEdge(() => branch.must('officer', depositAt(place, accountId))) === 'posted') place++
  const before = state()
  expect(refusedAtTheEdge(() => branch.must('officer', depositAt(place, accountId)))).toBe('storage-full')
  const photo = {
    mediaType: 'image/jpeg',
    bytes: Uint8Array.from([0xff, 0xd8, 0xff, ...new Uint8Array(199_000)]),
  } as const
  const client = newClient({ familyName: 'Wafula', photo })
  expect(refusedAtTheEdge(() => branch.must('officer', { type: 'client.register', client }))).toBe('storage-full')
  expect(state()).toEqual(before)
  expectBooksToBalance(branch)
  db.pragma('max_page_count = 1000000')
  expect(branch.must('officer', depositAt(place, accountId)).replayed).toBe(false)
  expectBooksToBalance(branch)
  branch.books.close()
})

test.skipIf(process.platform === 'win32')(
  '[V14] a disk that refuses to write ends in a typed refusal; the same keys are posted once later',
  async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'branch.db')
    const key = Buffer.alloc(32, 7)
    const branch = makeBranch({ file: { file, key }, seed: 'limited' })
    const { accountId } = openForBusiness(branch)
    const order: PostingOrder = {
      file,
      key: key.toString('hex'),
      seed: 'limited',
      staffId: branch.desk('officer').staffId,
      accountId,
      first: 0,
      count: 60,
    }
    branch.books.close()
    // The files may grow to 600 blocks of 512 bytes. The signal that comes with more is ignored: a disk sends none.
    const limited = startPosting(folder, "trap '' XFSZ; ulimit -f 600")
    const said = [...(await limited.post(order, () => false))]
    await limited.kill()
    const posted = said.filter(({ word }) => word === 'posted')
    const refused = said.filter(({ word }) => word === 'refused')
    expect(posted.length).toBeGreaterThan(0)
    expect(refused.length).toBe(60 - posted.length)
    expect(new Set(refused.map(({ rest }) => rest))).toEqual(new Set(['storage-unavailable']))

    const free = startPosting(folder)
    const again = await free.post(order, () => false)
    await free.kill()
    expect(again.map(({ word }) => word)).toEqual([...posted.map(() => 'again'), ...refused.map(() => 'posted')])
    const opened = openBooks({ file, key })
    if (!opened.ok) throw new Error(opened.refusal)
    expectBooksToBalance({ books: opened.value })
    opened.value.close()
  },
)
