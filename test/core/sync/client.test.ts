import { expect, test } from 'vitest'
import { fromBase64url } from '../../../core/crypto/hash.ts'
import { generateSigningKey, signerOf } from '../../../core/crypto/signing.ts'
import { isReceiptGenuine } from '../../../core/sync/receipt.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { removeFolder, startServer } from '../../sync-server/support/server.ts'
import { clientOf, connectedBranch, hashesHere, hashesThere, meddling, serverOf } from './support/two-ends.ts'

test('[Y6] [Y11] head office connects with the founding code, its journal arrives, and the receipt is kept', async () => {
  const { branch, server, client, changed } = await connectedBranch()
  openForBusiness(branch)
  expect(client.status()).toMatchObject({ state: 'idle', unsent: { count: 4 } })
  const synced = await client.syncNow()
  expect(synced).toMatchObject({ ok: true, value: { state: 'idle', unsent: { count: 0, amountMinor: 0n } } })
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  const [receipt] = branch.books.db
    .prepare(
      'SELECT seq, hex(hash) AS hash, cursor, server_time AS serverTime, signature FROM server_receipt ORDER BY seq DESC',
    )
    .all() as { seq: number; hash: string; cursor: number; serverTime: string; signature: Buffer }[]
  if (!receipt) throw new Error('a receipt')
  const { log } = branch.desk('head-office')
  const signed = {
    ...receipt,
    log: log.logId,
    hash: receipt.hash.toLowerCase(),
    signature: receipt.signature.toString('base64url'),
  }
  expect(isReceiptGenuine(serverOf(branch)?.publicKey ?? new Uint8Array(), 'main', signed)).toBe(true)
  expect(fromBase64url(signed.signature)).toHaveLength(64)
  expect(changed).toContain('sync')
  await server.close()
  removeFolder(server.folder)
})

test('[Y6] a wrong code, a used code and a code of another server are refused, and nothing is connected', async () => {
  const { server } = await connectedBranch()
  const other = await startServer({ server: signerOf(generateSigningKey().seed) })
  const late = clientOf(makeBranch({ seed: 'late' }))
  const code = other.code()
  const [first = ''] = code.split('-')
  const wrong = code.replace(first, first === '00000' ? '11111' : '00000')
  expect(await late.client.connect(other.url, 'nonsense')).toMatchObject({ refusal: { reason: 'unknown' } })
  expect(await late.client.connect(other.url, wrong)).toMatchObject({ refusal: { reason: 'unknown' } })
  expect(await late.client.connect(server.url, code)).toMatchObject({ refusal: { reason: 'wrong-institution' } })
  expect(await late.client.connect('http://example.com', code)).toEqual({
    ok: false,
    refusal: { type: 'server-address-insecure' },
  })
  expect(await late.client.connect('http://127.0.0.1:9', code)).toEqual({
    ok: false,
    refusal: { type: 'server-unreachable' },
  })
  expect(await late.client.syncNow()).toEqual({ ok: false, refusal: { type: 'not-connected' } })
  expect(await late.client.connect(other.url, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ ok: true })
  expect(await late.client.connect(other.url, code)).toMatchObject({ refusal: { type: 'already-connected' } })
  expect(await clientOf(makeBranch({ seed: 'later' })).client.connect(other.url, code)).toMatchObject({
    refusal: { reason: 'used' },
  })
  for (const one of [server, other]) {
    await one.close()
    removeFolder(one.folder)
  }
})

test('[Y1] [Y11] an answer lost after the commit is made up for by the head: nothing is sent or counted twice', async () => {
  let isCutting = false
  const cutting = meddling(async (request, send) => {
    const answer = await send()
    return isCutting && request.method === 'POST'
      ? { ok: false, refusal: { type: 'server-unreachable', timedOut: false } }
      : answer
  })
  const { branch, server, client } = await connectedBranch(cutting)
  openForBusiness(branch)
  isCutting = true
  const before = serverOf(branch)?.acknowledgedSeq
  expect(await client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'server-unreachable' } })
  expect(serverOf(branch)?.acknowledgedSeq).toBe(before)
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  isCutting = false
  const repeatedBefore = server.house.metrics.read('repeated')
  expect(await client.syncNow()).toMatchObject({ value: { state: 'idle', unsent: { count: 0 } } })
  expect(server.house.metrics.read('repeated')).toBe(repeatedBefore)
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await server.close()
  removeFolder(server.folder)
})

test('[Y11] a receipt that the pinned server has not signed acknowledges nothing', async () => {
  let isForging = false
  const forging = meddling(async (request, send) => {
    const answer = await send()
    if (!isForging || request.method !== 'POST' || !answer.ok) return answer
    return { ok: true, value: { ...answer.value, signature: 'A'.repeat(86) } }
  })
  const { branch, server, client } = await connectedBranch(forging)
  openForBusiness(branch)
  isForging = true
  const before = serverOf(branch)?.acknowledgedSeq
  expect(await client.syncNow()).toMatchObject({ value: { state: 'waiting', lastProblem: 'server-not-genuine' } })
  expect(serverOf(branch)?.acknowledgedSeq).toBe(before)
  await server.close()
  removeFolder(server.folder)
})

test('[Y5] a device whose counter is behind is told the next one and goes on', async () => {
  const { branch, server, client } = await connectedBranch()
  branch.books.db.exec('UPDATE sync_server SET request_counter = 0')
  openForBusiness(branch)
  expect(await client.syncNow()).toMatchObject({ value: { state: 'idle', unsent: { count: 0 } } })
  await server.close()
  removeFolder(server.folder)
})

test('[Y15] a server that is away is a status, not a refusal; work goes on and is sent when it is back', async () => {
  const { branch, server, client } = await connectedBranch()
  await server.close()
  openForBusiness(branch)
  expect(await client.syncNow()).toMatchObject({
    ok: true,
    value: { state: 'waiting', lastProblem: 'server-unreachable', unsent: { count: 4 } },
  })
  const port = Number(new URL(server.url).port)
  const back = await startServer({ folder: server.folder, server: server.house.server, port })
  expect(await client.syncNow()).toMatchObject({ value: { state: 'idle', unsent: { count: 0 } } })
  expect(hashesThere(back, branch)).toEqual(hashesHere(branch))
  await back.close()
  removeFolder(server.folder)
})
