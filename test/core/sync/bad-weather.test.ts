import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { forkRecords } from '../../../sync-server/storage/forks.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { removeFolder, startServer, type TestServer } from '../../sync-server/support/server.ts'
import { cuttingProxy } from './support/cutting-proxy.ts'
import { joinedDevice } from './support/joined-device.ts'
import { clientOf, connectedBranch, hashesHere, hashesThere, serverOf } from './support/two-ends.ts'

const idle = { ok: true, value: { state: 'idle', unsent: { count: 0 } } }

test('[Y1] [Y11] a line cut after the commit and before the answer: the head is asked, nothing goes twice', async () => {
  const server = await startServer()
  const proxy = await cuttingProxy(server.url)
  const branch = makeBranch()
  const { client } = clientOf(branch)
  expect(await client.connect(proxy.url, server.code())).toMatchObject({ ok: true })
  const { accountId } = openForBusiness(branch)
  for (let n = 0; n < 30; n++)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: branch.currency })
  proxy.cutAnswersTo = 'POST /v1/logs'
  expect(await client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'server-unreachable' } })
  expect(proxy.cuts()).toBe(1)
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  expect(client.status().unsent.count).toBeGreaterThan(30)
  proxy.cutAnswersTo = null
  expect(await client.syncNow()).toMatchObject(idle)
  expect(server.house.metrics.read('repeated')).toBe(0)
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await proxy.close()
  await server.close()
  removeFolder(server.folder)
})

test('[Y1] [Y15] a line cut again and again in the middle of requests: each session goes on, and all arrives once', async () => {
  const server = await startServer()
  const proxy = await cuttingProxy(server.url)
  const branch = makeBranch()
  const { client } = clientOf(branch)
  await client.connect(proxy.url, server.code())
  const { accountId } = openForBusiness(branch)
  for (let n = 0; n < 150; n++)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: branch.currency })
  for (let bytes = 500; hashesThere(server, branch).length < hashesHere(branch).length; bytes += 2_500) {
    expect(bytes).toBeLessThan(400_000)
    proxy.bytesLeft = bytes
    await client.syncNow()
  }
  proxy.bytesLeft = null
  expect(await client.syncNow()).toMatchObject(idle)
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await proxy.close()
  await server.close()
  removeFolder(server.folder)
})

test('[Y4] [V16] a cloned installation that goes on is found out; both histories are kept and both devices stop sending', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'))
  const original = join(folder, 'original.db')
  const server = await startServer()
  const branch = makeBranch({ file: { file: original, key: null } })
  spoiledOnPurpose(branch, 'two files write under one key')
  const { client } = clientOf(branch)
  await client.connect(server.url, server.code())
  const { accountId } = openForBusiness(branch)
  await client.syncNow()
  branch.books.db.exec(`VACUUM INTO '${join(folder, 'clone.db')}'`)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 70_000n, currency: branch.currency } as const
  const opened = openBooks({ file: join(folder, 'clone.db'), key: null })
  if (!opened.ok) throw new Error(opened.refusal)
  const copied = { ...branch, books: opened.value }
  const { client: clone } = clientOf(copied)
  branch.must('officer', deposit)
  const truth = hashesHere(branch)
  await client.syncNow()
  const seq = truth.length
  executeJournalCommand(opened.value, branch.desk('officer'), {
    ...deposit,
    key: branch.environment.newId(),
    amountMinor: 90_000n,
  })
  expect(hashesHere(copied)[seq - 1]).not.toBe(truth[seq - 1])
  expect(await clone.syncNow()).toMatchObject({
    value: { state: 'frozen', lastProblem: 'log-forked', unsent: { count: 1 } },
  })
  expect(hashesThere(server, branch)).toEqual(truth)
  const evidence = serverOf(copied)?.frozenEvidence ?? ''
  expect(forkRecords(server.main.db, evidence).map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([
    hashesHere(copied)[seq - 1],
  ])
  branch.must('officer', deposit)
  expect(await client.syncNow()).toMatchObject({
    value: { state: 'frozen', lastProblem: 'log-frozen', unsent: { count: 1 } },
  })
  expect(hashesThere(server, branch)).toEqual(truth)
  for (const { books } of [branch, copied])
    expect(verifyBooks(books).findings).toContainEqual({ type: 'log-forked', where: evidence })
  await server.close()
  removeFolder(server.folder)
  rmSync(folder, { recursive: true })
})

test('[Y4] [V16] a copy that is behind its original does not send, and keeps the receipt for what is not here', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'))
  const server = await startServer()
  const branch = makeBranch({ file: { file: join(folder, 'original.db'), key: null } })
  const { client } = clientOf(branch)
  await client.connect(server.url, server.code())
  branch.books.db.exec(`VACUUM INTO '${join(folder, 'copy.db')}'`)
  openForBusiness(branch)
  await client.syncNow()
  const opened = openBooks({ file: join(folder, 'copy.db'), key: null })
  if (!opened.ok) throw new Error(opened.refusal)
  const copied = { ...branch, books: opened.value }
  const { client: copy } = clientOf(copied)
  opened.value.db.exec('UPDATE sync_server SET acknowledged_seq = 0')
  expect(await copy.syncNow()).toMatchObject({
    value: { state: 'frozen', lastProblem: 'log-continued-elsewhere', unsent: { count: 0 } },
  })
  expect(serverOf(copied)?.acknowledgedSeq).toBe(hashesHere(copied).length)
  const { findings } = verifyBooks(opened.value)
  const head = hashesHere(branch).length
  expect(findings.map(({ type, record }) => [type, record?.seq])).toEqual([
    ['head-missing', head],
    ['log-continued-elsewhere', undefined],
  ])
  await server.close()
  removeFolder(server.folder)
  rmSync(folder, { recursive: true })
})

/** Stops the server and starts it again with the database as it was when `backUp` was called. */
async function restored(server: TestServer, backup: string): Promise<TestServer> {
  await server.close()
  for (const tail of ['-wal', '-shm']) rmSync(join(server.folder, `main.db${tail}`), { force: true })
  copyFileSync(backup, join(server.folder, 'main.db'))
  return startServer({ folder: server.folder, server: server.house.server, port: Number(new URL(server.url).port) })
}

test('[Y13] a server restored from an old backup gets the missing records again, from every device', async () => {
  const head = await connectedBranch()
  const { accountId } = openForBusiness(head.branch)
  const invitation = head.branch.must('head-office', {
    type: 'device.invite',
    staffId: head.branch.desk('officer').staffId,
  }).created.invitation
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation: invitation ?? '', seed: 'second' })
  for (const { client } of [second, head, second, head]) await client.syncNow()
  const backup = join(head.server.folder, 'backup.db')
  head.server.main.db.exec(`VACUUM INTO '${backup}'`)
  second.must({ type: 'day.open', date: '2026-03-02' })
  head.branch.must('officer', {
    type: 'savings.deposit',
    accountId,
    amountMinor: 50_000n,
    currency: head.branch.currency,
  })
  await second.client.syncNow()
  await head.client.syncNow()
  await second.client.syncNow()
  const before = { here: hashesHere(head.branch), sent: head.client.status().acknowledgedSeq }
  const server = await restored(head.server, backup)
  expect(hashesThere(server, head.branch).length).toBeLessThan(before.here.length)
  for (let round = 0; round < 3; round++) for (const { client } of [head, second]) await client.syncNow()
  expect(hashesThere(server, head.branch)).toEqual(before.here)
  for (const { client } of [head, second]) expect(await client.syncNow()).toMatchObject(idle)
  const journal = 'SELECT log_id, seq, hex(hash) FROM record JOIN log USING (log_no) ORDER BY 1, 2'
  const rows = (books: typeof second.books) => books.db.prepare(journal).raw().all()
  expect(rows(second.books)).toEqual(rows(head.branch.books))
  const evidence = second.books.db.prepare('SELECT count(*) FROM stream_head WHERE contradicted = 1').pluck().get()
  expect(Number(evidence)).toBeGreaterThanOrEqual(2)
  await server.close()
  removeFolder(server.folder)
})

test('[Y19] a hundred deposits go over the line in less than 20 KB, headers and answers included', async () => {
  const server = await startServer()
  const proxy = await cuttingProxy(server.url)
  const branch = makeBranch()
  const { client } = clientOf(branch)
  await client.connect(proxy.url, server.code())
  const { accountId } = openForBusiness(branch)
  await client.syncNow()
  for (let n = 0; n < 100; n++)
    branch.must('officer', {
      type: 'savings.deposit',
      accountId,
      amountMinor: BigInt(50_000 + n * 700),
      currency: branch.currency,
    })
  const before = proxy.carried()
  expect(await client.syncNow()).toMatchObject(idle)
  expect(proxy.carried() - before).toBeLessThan(20_000)
  await proxy.close()
  await server.close()
  removeFolder(server.folder)
})
