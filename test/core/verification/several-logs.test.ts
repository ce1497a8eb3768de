import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { signerOf } from '../../../core/crypto/signing.ts'
import { describeFinding } from '../../../core/verification/describe-finding.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'
import { unguarded } from './tamper.ts'

/** Head office and a second device that have sent each other everything, through a real server. */
async function twoDevices() {
  const head = await connectedBranch()
  openForBusiness(head.branch)
  const { staffId } = head.branch.desk('officer')
  const { invitation = '' } = head.branch.must('head-office', { type: 'device.invite', staffId }).created
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  await second.client.syncNow()
  await head.client.syncNow()
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  second.must({ type: 'client.register', client: newClient({ givenNames: 'Wambui', familyName: 'Njoroge' }) })
  for (const { client } of [second, head, second]) await client.syncNow()
  await head.server.close()
  removeFolder(head.server.folder)
  return { books: head.branch.books, branch: head.branch, second }
}

test("[V1] [V9] pulled logs are proved as the own one is, on both sides; the server's receipts hold", async () => {
  const { branch, second } = await twoDevices()
  const here = expectBooksToBalance(branch)
  const there = expectBooksToBalance(second)
  const heads = ({ logs }: typeof here) => logs.map(({ logId, seq, hash }) => [logId, seq, hash]).toSorted()
  expect(here.logs).toHaveLength(2)
  expect(heads(here)).toEqual(heads(there))
  const receipts = branch.books.db.prepare('SELECT count(*) FROM server_receipt').pluck().get()
  expect(receipts).toBeGreaterThan(0)
})

test('[V10] [V16] what the server has signed for cannot be cut off, and its receipt cannot be made up', async () => {
  const { books } = await twoDevices()
  const last = books.db.prepare('SELECT max(seq) FROM server_receipt').pluck().get() as number
  unguarded(books.db, db => {
    db.prepare('UPDATE server_receipt SET cursor = cursor + 1 WHERE seq = ?').run(last)
  })
  expect(verifyBooks(books).findings).toEqual([{ type: 'receipt-not-genuine', where: String(last) }])
  unguarded(books.db, db => {
    db.prepare('UPDATE server_receipt SET cursor = cursor - 1 WHERE seq = ?').run(last)
    const own = '(SELECT position FROM record JOIN log USING (log_no) WHERE own = 1 AND seq >= ?)'
    db.prepare(`DELETE FROM line WHERE position IN ${own}`).run(last)
    db.prepare(`DELETE FROM record WHERE position IN ${own}`).run(last)
  })
  const { findings } = verifyBooks(books)
  expect(findings).toContainEqual(
    expect.objectContaining({ type: 'head-missing', record: expect.objectContaining({ seq: last }) }),
  )
  expect(findings).toContainEqual({
    type: 'acknowledged-beyond-head',
    where: `up to no. ${last}, and it ends at no. ${last - 1}`,
  })
})

test('[V1] a record taken out of a pulled log is missed, also when it was the last', async () => {
  const { books, second } = await twoDevices()
  const { logId } = second.desk.log
  const place = books.db
    .prepare('SELECT max(position) FROM record JOIN log USING (log_no) WHERE log_id = ?')
    .pluck()
    .get(logId) as number
  const newest = books.db.prepare('SELECT max(position) FROM record').pluck().get() as number
  expect(place).toBe(newest)
  const known = verifyBooks(books).logs.find(log => log.logId === logId)
  unguarded(books.db, db => db.prepare('DELETE FROM record WHERE position = ?').run(place))
  const head = { log: logId, seq: known?.seq ?? 0, hash: known?.hash ?? new Uint8Array() }
  expect(verifyBooks(books, { knownHeads: [head] }).firstBadRecord).toMatchObject({
    type: 'head-missing',
    record: { log: logId, seq: head.seq },
  })
})

test('[V2] a log that head office never admitted is found, however well it is signed', async () => {
  const { books } = await twoDevices()
  const { publicKey } = signerOf(new Uint8Array(32).fill(66))
  const stranger = logIdOf(publicKey)
  spoiledOnPurpose({ books }, 'a log is put in that head office never admitted')
  books.db
    .prepare("INSERT INTO log (log_id, public_key, device_code, own) VALUES (?, ?, '99', 0)")
    .run(stranger, publicKey)
  expect(verifyBooks(books).findings.map(describeFinding)).toEqual([
    `Head office never admitted log ${stranger} under the key that it is signed with.`,
  ])
})

test.each([
  ['every receipt is deleted', 'DELETE FROM server_receipt', 'receipt-missing'],
  ['the newest receipt is deleted', 'DELETE FROM server_receipt WHERE seq > 1', 'receipt-missing'],
  ['head office has another key', 'UPDATE sync_server SET head_office_key = randomblob(32)', 'head-office-key-wrong'],
  ['the server has another key', 'UPDATE sync_server SET public_key = randomblob(32)', 'stream-head-wrong'],
  ['a stream has another head', 'UPDATE stream_head SET running_hash = randomblob(32)', 'stream-head-wrong'],
  ['a stream head is beyond what was pulled', 'UPDATE stream_cursor SET n = n - 1', 'stream-head-wrong'],
] as const)('[V25] where %s, the books are not clean', async (_what, sql, type) => {
  const { books, branch } = await twoDevices()
  expectBooksToBalance(branch)
  unguarded(books.db, db => void db.exec(sql))
  for (const depth of ['full', 'quick'] as const)
    expect(verifyBooks(books, { depth }).findings.map(finding => finding.type)).toContain(type)
})
