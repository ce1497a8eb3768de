import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { present } from '../../core/assert.ts'
import { businessDate } from '../../core/calendar/business-date.ts'
import { localEnvironment } from '../../core/engine/local-environment.ts'
import type { Books } from '../../core/storage/books.ts'
import { recordByKey } from '../../core/storage/records.ts'
import { ownLog } from '../../core/storage/reference.ts'
import { journalSize, recordsOf } from '../../sync-server/storage/records.ts'
import { booksOfEngine } from '../core/engine/books-of-engine.ts'
import {
  cheapCost,
  countVault,
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  temporaryFolder,
  workADay,
} from '../core/engine/made-engine.ts'
import { hashesHere } from '../core/sync/support/two-ends.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { removeFolder, startServer, type TestServer } from '../sync-server/support/server.ts'
import { depositAt, type EngineOrder } from './posting-order.ts'
import { type Said, startEngineProcess } from './posting-process.ts'

const cycles = 64

test('[V12][W8] sixty-four times SIGKILL of the whole engine at any moment of its work after a sign-in: nothing acknowledged is lost, nothing is half there, a retry counts once', async () => {
  const { directory, accountId, server } = await busyInstallation()
  const who = { code: 'OFF1', passphrase: passphrases.OFF1, kdfCost: cheapCost }
  const order: Omit<EngineOrder, 'first'> = { directory, ...who, accountId }
  const acknowledged = new Map<number, string>()
  const random = seededRandom(20261123)
  const cache = temporaryFolder()
  let spare = startEngineProcess(cache)
  for (let cycle = 0; cycle < cycles; cycle++) {
    const engine = spare
    await engine.ready
    spare = startEngineProcess(cache)
    // The deposit before the last acknowledged one, so that a retry of what is known and of what was under way are both tried.
    const first = Math.max(0, acknowledged.size - 2)
    const answers = Math.floor(random() ** 2 * 12)
    // Only after the sign-in: one that dies before its answer counts as a wrong try, and the next has to wait.
    await engine.post({ ...order, first }, said => said.length > answers)
    if (cycle % 8 === 7) await hearsMore(server)
    await after(random() ** 3 * 300)
    const [signedIn, ...said] = await engine.kill()
    expect(signedIn).toMatchObject({ word: 'signed-in' })
    for (const one of said) take(acknowledged, one)
  }
  await spare.kill()

  const sent = await finishWork(directory)
  const books = await booksOfEngine(directory)
  expectAcknowledged(books, accountId, acknowledged)
  expectGaplessReceipts(books)
  const there = recordsOf(server.main.db, present(ownLog(books.db), 'the own log').logId)
  expect(there.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual(hashesHere({ books }).slice(0, sent))
  books.close()
})

/** A connected installation whose close of business is weeks behind, so that each engine has work in the background. */
async function busyInstallation() {
  const server = await startServer()
  onTestFinished(async () => {
    await server.close()
    removeFolder(server.folder)
  })
  let clock = '2026-03-02T07:00:00.000Z'
  const made = await foundedEngine({ environment: { ...localEnvironment, now: () => clock } })
  must(await made.signIn('HO1'))
  must(await made.port.execute({ type: 'sync.connect', serverUrl: server.url, code: server.code() }))
  const { accountId } = await workADay(made)
  const drawer = must(await made.port.query({ type: 'my-day' })).drawer
  const inDrawer = { faceMinor: 50_000n, pieces: 45 }
  const drawerId = drawer?.drawerId ?? ''
  must(await made.port.execute({ type: 'drawer.close', key: newKey(), drawerId, counted: [inDrawer] }))
  await countVault(made, 'OFF1')
  must(await made.port.execute({ type: 'day.close', key: newKey() }))
  clock = '2026-04-27T07:00:00.000Z'
  must(await made.signIn('MGR1'))
  must(await made.port.execute({ type: 'day.open', key: newKey(), date: businessDate('2026-04-27') }))
  must(await made.signIn('OFF1'))
  must(await made.port.execute({ type: 'drawer.open', key: newKey(), currency: 'KES', counted: [inDrawer] }))
  await made.engine.close()
  return { directory: made.directory, accountId, server }
}

/** Until the server has had something from the engine that is alive: it dies while it sends, then, and not before. */
async function hearsMore({ main }: TestServer): Promise<void> {
  const before = journalSize(main.db).records
  while (journalSize(main.db).records === before) await after(5)
}

/** A deposit that was told twice is the same record both times. */
function take(acknowledged: Map<number, string>, { place, word, rest }: Said): void {
  expect(['posted', 'again'], rest).toContain(word)
  const known = acknowledged.get(place)
  if (known !== undefined) expect({ place, word, seq: rest }).toEqual({ place, word: 'again', seq: known })
  acknowledged.set(place, rest)
}

/** The engine once more, left alone until the close of business is done and everything is sent; up to which record that is. */
async function finishWork(directory: string): Promise<number> {
  const { engine, port, signIn } = await startEngine({ directory })
  must(await signIn('OFF1'))
  const state = async () => must(await port.query({ type: 'close-of-business' })).state
  while ((await state()) === 'running') await after(20)
  expect(await state()).toBe('nothing-due')
  const { acknowledgedSeq, unsent } = must(await port.execute({ type: 'sync.now' }))
  expect(unsent.count).toBe(0)
  await engine.close()
  return acknowledgedSeq
}

function expectAcknowledged(books: Books, accountId: string, acknowledged: ReadonlyMap<number, string>): void {
  const { counts } = expectBooksToBalance({ books })
  for (const [place, seq] of acknowledged)
    expect(recordByKey(books.db, depositAt(place, accountId).key)?.seq).toBe(Number(seq))
  const deposits = books.db
    .prepare<[], number>("SELECT count(*) FROM record WHERE type = 'savings.deposited'")
    .pluck()
    .get()
  // The day's own deposit, and one at most that was under way, unacknowledged, when the last process died.
  expect([acknowledged.size + 1, acknowledged.size + 2]).toContain(deposits)
  expect(acknowledged.size).toBeGreaterThan(cycles)
  expect(closesMeanwhile(books)).toBeGreaterThan(0)
  expect(counts.records).toBeGreaterThan(acknowledged.size)
}

const closesMeanwhile = ({ db }: Books) =>
  db
    .prepare<[], number>(
      `SELECT count(*) FROM record WHERE type = 'close-of-business.ran'
        AND position < (SELECT max(position) FROM record WHERE type = 'savings.deposited')`,
    )
    .pluck()
    .get()

function expectGaplessReceipts({ db }: Books): void {
  const receipts = db.prepare('SELECT receipt FROM record WHERE receipt IS NOT NULL ORDER BY position').pluck().all()
  expect(receipts.length).toBeGreaterThan(cycles)
  expect(receipts).toEqual(receipts.map((_, place) => place + 1))
}
