import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hex, utf8 } from '../../../core/crypto/hash.ts'
import { generateSigningKey, signerOf } from '../../../core/crypto/signing.ts'
import { chainHash, genesisHash } from '../../../core/journal/chain.ts'
import type { PageItem } from '../../../core/sync/pull-page.ts'
import { readPage } from '../../../core/sync/read-page.ts'
import { signAnswer } from '../../../core/sync/signed-answer.ts'
import { requestHeaders } from '../../../core/sync/signed-request.ts'
import { emptyStreamHash, runningHash, signStreamHead } from '../../../core/sync/stream-head.ts'
import { logReceipt } from '../../../sync-server/log-receipt.ts'
import { openForBusiness } from '../../support/branch.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { clientOf, connectedBranch, hashesHere, hashesThere, meddling, serverOf } from './support/two-ends.ts'

const server = signerOf(generateSigningKey().seed)
const known = { publicKey: server.publicKey, tenant: 'main' }
const start = { stream: 'reference', n: 0, runningHash: emptyStreamHash }

/** A page as an honest server makes it: `count` records of two logs, by turns. */
function honestPage(count: number) {
  const last = new Map<string, Uint8Array>()
  let at: Uint8Array = emptyStreamHash
  const items = Array.from({ length: count }, (_, place): PageItem => {
    const log = place % 3 === 0 ? 'a'.repeat(26) : 'b'.repeat(26)
    const before = last.get(log)
    const bytes = Buffer.from(`record ${place}`)
    const hash = chainHash(before ?? genesisHash, bytes)
    last.set(log, hash)
    at = runningHash(at, hash)
    return {
      position: place * 2 + 1,
      log,
      ...(before ? {} : { previous: genesisHash }),
      signature: new Uint8Array(64),
      bytes,
    }
  })
  return { head: signStreamHead(server, 'main', { stream: 'reference', n: count, runningHash: hex(at) }), items }
}

test('[Y12] an honest page is proved, item by item', () => {
  const read = readPage(known, start, honestPage(7), () => null)
  expect(read.ok && read.value.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('[Y12] a page with records dropped, doubled, swapped or changed, or with another head, is refused', () => {
  const place = fc.nat(6)
  const harm = fc.constantFrom('drop', 'double', 'swap', 'byte', 'previous', 'count', 'signature', 'stream', 'from')
  fc.assert(
    fc.property(harm, place, place, (kind, one, other) => {
      const { head, items } = honestPage(7)
      const at = items[one]
      const to = items[other]
      if (!at || !to || 'ownSeq' in at || (kind === 'swap' && one === other)) return
      const harmed = [...items]
      if (kind === 'drop') harmed.splice(one, 1)
      if (kind === 'double') harmed.splice(one, 0, at)
      if (kind === 'swap') [harmed[one], harmed[other]] = [to, at]
      if (kind === 'byte') harmed[one] = { ...at, bytes: Buffer.from(`${at.bytes}x`) }
      if (kind === 'previous') harmed[one] = { ...at, previous: emptyStreamHash.map(() => 1) }
      const told = kind === 'count' ? { ...head, n: 8 } : kind === 'stream' ? { ...head, stream: 'other' } : head
      const anotherLetter = told.signature.startsWith('A') ? 'B' : 'A'
      const signed = kind === 'signature' ? { ...told, signature: anotherLetter + told.signature.slice(1) } : told
      const from = kind === 'from' ? { ...start, runningHash: emptyStreamHash.map(() => 2) } : start
      expect(readPage(known, from, { head: signed, items: harmed }, () => null).ok).toBe(false)
    }),
    { seed: 20260302, numRuns: 1000 },
  )
})

/** Head office with some business, and a second device that has not pulled it yet. */
async function twoDevices() {
  const head = await connectedBranch()
  const invitation = head.branch.must('head-office', {
    type: 'device.invite',
    staffId: head.branch.desk('officer').staffId,
  }).created.invitation
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation: invitation ?? '', seed: 'second' })
  for (const { client } of [second, head, second]) await client.syncNow()
  openForBusiness(head.branch)
  await head.client.syncNow()
  const close = async (): Promise<void> => {
    await head.server.close()
    removeFolder(head.server.folder)
  }
  const state = () =>
    second.books.db
      .prepare('SELECT (SELECT count(*) FROM record), (SELECT group_concat(stream || n) FROM stream_cursor)')
      .raw()
      .get()
  const meddle = (sql: string) =>
    head.server.main.db.exec(`DROP TRIGGER stream_item_refuses_update; DROP TRIGGER stream_item_refuses_delete; ${sql}`)
  return { head, second, close, state, meddle }
}

const branchItem = "FROM stream_item WHERE stream LIKE 'branch/%'"

test('[Y12] a server that leaves out a record of a stream is noticed, and nothing of the page is applied', async () => {
  const { second, close, state, meddle } = await twoDevices()
  const before = state()
  meddle(`CREATE TABLE gone AS SELECT stream, n ${branchItem} ORDER BY n LIMIT 1 OFFSET 1;
    DELETE FROM stream_item WHERE (stream, n) IN (SELECT * FROM gone);
    UPDATE stream_item SET n = n - 1 WHERE n > (SELECT n FROM gone) AND stream = (SELECT stream FROM gone);`)
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'stream-broken' } })
  expect(state()).toEqual(before)
  await close()
})

test('[Y12] a server that changes the order of a stream is noticed', async () => {
  const { second, close, state, meddle } = await twoDevices()
  const before = state()
  meddle(`CREATE TABLE pair AS SELECT position, cursor ${branchItem} ORDER BY n DESC LIMIT 2;
    UPDATE stream_item SET cursor = (SELECT cursor FROM pair WHERE pair.position <> stream_item.position) WHERE position IN (SELECT position FROM pair);`)
  expect(await second.client.syncNow()).toMatchObject({ value: { lastProblem: 'stream-broken' } })
  expect(state()).toEqual(before)
  await close()
})

test('[Y13] a server that signs another history of a stream contradicts itself in writing, and nothing here is lost', async () => {
  const { head, second, close, meddle } = await twoDevices()
  await second.client.syncNow()
  const records = second.books.db.prepare('SELECT count(*) FROM record').pluck().get()
  const last = head.server.main.db
    .prepare("SELECT stream, n, running_hash FROM stream_item WHERE stream = 'reference' ORDER BY n DESC")
    .get() as { n: number }
  meddle(`DELETE FROM stream_item WHERE stream = 'reference' AND n = ${last.n}`)
  await second.client.syncNow()
  expect(second.books.db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(records)
  const heads = second.books.db
    .prepare("SELECT n FROM stream_head WHERE stream = 'reference' AND contradicted = 1 ORDER BY n")
    .pluck()
    .all()
  expect(heads).toEqual([last.n - 1, last.n])
  await close()
})

test('[Y9] records of a log that head office has not admitted are not taken, even from a server that hands them out', async () => {
  const { head, second, close } = await twoDevices()
  await second.client.syncNow()
  const invitation = head.branch.must('head-office', {
    type: 'device.invite',
    staffId: head.branch.desk('teller').staffId,
  }).created.invitation
  await head.client.syncNow()
  const third = await joinedDevice({ serverUrl: head.server.url, invitation: invitation ?? '', seed: 'third' })
  const { log } = third.desk
  head.server.main.db.prepare('UPDATE log SET is_admitted = 1 WHERE log_id = ?').run(log.logId)
  await third.client.syncNow()
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'record-faulty' } })
  expect(second.books.db.prepare('SELECT count(*) FROM log WHERE log_id = ?').pluck().get(log.logId)).toBe(0)
  await close()
})

test('[Y12] a page that cannot be applied leaves neither records nor cursor behind, and comes again', async () => {
  const { second, close, state } = await twoDevices()
  const before = state()
  const pages = second.books.db.pragma('page_count', { simple: true })
  second.books.db.pragma(`max_page_count = ${pages}`)
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'page-not-applied' } })
  expect(state()).toEqual(before)
  second.books.db.pragma('max_page_count = 1000000')
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'idle' } })
  expect(state()).not.toEqual(before)
  await close()
})

test('[Y18] a pulled record that cannot be applied is booked and waits; what comes after it goes on', async () => {
  const { head, second, close } = await twoDevices()
  spoiledOnPurpose(second, 'a trigger lets its projections fail')
  second.books.db.exec(
    "CREATE TRIGGER poison BEFORE INSERT ON savings_account BEGIN SELECT RAISE(ABORT, 'a projection that fails'); END",
  )
  expect(await second.client.syncNow()).toMatchObject({ value: { state: 'idle' } })
  const { db } = second.books
  expect(db.prepare('SELECT type FROM pending_record').pluck().all()).toEqual(['savings.opened'])
  const journal = 'SELECT log_id, seq, hex(hash) FROM record JOIN log USING (log_no) ORDER BY 1, 2'
  expect(db.prepare(journal).raw().all()).toEqual(head.branch.books.db.prepare(journal).raw().all())
  const booked = 'SELECT * FROM balance ORDER BY 1, 2, 3, 4'
  expect(db.prepare(booked).raw().all()).toEqual(head.branch.books.db.prepare(booked).raw().all())
  await close()
})

test('[Y41] a server that answers every push with an older receipt of its own lowers nothing and is asked no more', async () => {
  let older: Uint8Array | null = null
  let pushes = 0
  const open = meddling(async (request, send) => {
    const reply = await send()
    if (!reply.ok || !request.path.endsWith('/records')) return reply
    pushes += 1
    const body = pushes < 10 && older ? older : reply.value.body
    const signature = signAnswer(server.house.server, {
      tenant: request.headers[requestHeaders.tenant] ?? '',
      log: request.headers[requestHeaders.log] ?? '',
      counter: Number(request.headers[requestHeaders.counter]),
      status: 200,
      body,
    })
    return { ok: true, value: { status: 200, body, signature } }
  })
  const { branch, server, client } = await connectedBranch()
  const { client: misled } = clientOf(branch, open)
  const receiptAt = (seq: number): Uint8Array => {
    const context = { tenant: server.main, ...server.house }
    return utf8(JSON.stringify({ v: 1, receipt: logReceipt(context, branch.desk('head-office').log.logId, seq) }))
  }
  const before = serverOf(branch)?.acknowledgedSeq ?? 0
  older = receiptAt(1)
  openForBusiness(branch)
  expect(await misled.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'server-not-genuine' } })
  expect(pushes).toBe(1)
  expect(serverOf(branch)?.acknowledgedSeq).toBe(before)
  expect(await client.syncNow()).toMatchObject({ value: { state: 'idle', unsent: { count: 0 } } })
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await server.close()
  removeFolder(server.folder)
})
