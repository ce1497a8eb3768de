import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { base64url } from '../../core/crypto/hash.ts'
import { type Signer, signerOf } from '../../core/crypto/signing.ts'
import { type HandDevice, handDevice } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'

const branchId = '01890000-0000-7000-8000-000000000001'
const subject = '01890000-0000-7000-8000-00000000000a'
const content = randomBytes(500)
const hash = createHash('sha256').update(content).digest('hex')
const blobs = [{ name: 'photo', subject, hash }]

/** Invites and admits a device of a branch, as head office's records say it. */
async function admit(head: HandDevice, device: HandDevice, code: Signer, branch: string): Promise<void> {
  const inviteId = head.environment.newId()
  const reference = { streams: ['reference'], entries: [] }
  const invited = {
    inviteId,
    codeKey: base64url(code.publicKey),
    staffId: branchId,
    branchId: branch,
    deviceCode: '02',
    expiresOn: '2099-01-01',
  }
  head.write({ ...reference, type: 'device.invited', body: invited })
  await head.push(1)
  expect((await device.enrol(code)).status).toBe(200)
  const admitted = { log: device.log, publicKey: base64url(device.signer.publicKey), deviceCode: '02', inviteId }
  head.write({ ...reference, type: 'device.admitted', body: admitted })
  expect((await head.push(1)).status).toBe(200)
}

async function headAndStranger(seed: string) {
  const at = await enrolled(seed)
  const stranger = handDevice(at.server, `${seed}-stranger`)
  await admit(at.device, stranger, signerOf(new Uint8Array(32).fill(7)), '01890000-0000-7000-8000-000000000002')
  const streams = () =>
    at.server.main.db
      .prepare('SELECT stream FROM stream_item JOIN record USING (cursor) WHERE log_id = ? ORDER BY position')
      .pluck()
      .all(stranger.log)
  return { ...at, stranger, streams }
}

test('[Y24] naming a blob or a person in a record of its own opens nothing to a device, nor lets it give the key', async () => {
  const { device, stranger, close } = await headAndStranger('naming')
  device.write({ blobs })
  await device.push(1)
  const key = `/v1/subjects/${subject}/key`
  stranger.write({ blobs, streams: ['branch/01890000-0000-7000-8000-000000000002'] })
  expect((await stranger.push(1)).status).toBe(200)
  expect((await stranger.call(key, { method: 'PUT', body: randomBytes(32) })).json).toEqual({ type: 'not-permitted' })
  const put = { method: 'PUT', body: content }
  const path = `/v1/blobs/${hash}?offset=0&size=${content.length}`
  expect((await stranger.call(path, put)).json).toEqual({ type: 'not-permitted' })
  expect((await device.call(key, { method: 'PUT', body: randomBytes(32) })).status).toBe(200)
  expect((await device.call(path, put)).json).toEqual({ have: content.length })
  expect((await stranger.call(key)).json).toEqual({ type: 'not-permitted' })
  expect((await stranger.call(`/v1/blobs/${hash}`)).json).toEqual({ type: 'not-permitted' })
  device.write({ blobs, streams: ['branch/01890000-0000-7000-8000-000000000002'] })
  await device.push(1)
  expect((await stranger.call(key)).status).toBe(200)
  expect((await stranger.call(`/v1/blobs/${hash}`)).status).toBe(200)
  await close()
})

test('[Y25] a record is handed out in the streams that its device may pull, and in reference only as its own opening', async () => {
  const { stranger, streams, close } = await headAndStranger('streams')
  stranger.write({ type: 'log.opened', entries: [], body: {}, streams: ['reference'] })
  stranger.write({ type: 'staff.added', entries: [], body: {}, streams: ['reference'] })
  stranger.write({ streams: [`branch/${branchId}`, 'elsewhere'] })
  stranger.write({ streams: ['branch/01890000-0000-7000-8000-000000000002'] })
  expect((await stranger.push(1)).status).toBe(200)
  expect(streams()).toEqual(['reference', 'branch/01890000-0000-7000-8000-000000000002'])
  await close()
})

test('[Y26] one request with a wild counter does not use up the counters of a log', async () => {
  const { device, close } = await enrolled('wild')
  const wild = await device.call('/v1/streams', { counter: 999_999_999_999_999 })
  expect(wild.json).toMatchObject({ type: 'counter-used' })
  expect((await device.call('/v1/streams', { counter: Number(wild.json.next) })).status).toBe(200)
  await close()
})
