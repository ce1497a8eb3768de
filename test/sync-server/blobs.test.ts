import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { HandDevice } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'

const subject = '01890000-0000-7000-8000-00000000000a'
const someone = '01890000-0000-7000-8000-00000000000b'
const content = randomBytes(150_000)
const hash = createHash('sha256').update(content).digest('hex')

const put = (device: HandDevice, offset: number, body: Uint8Array, name = hash, size = content.length) =>
  device.call(`/v1/blobs/${name}?offset=${offset}&size=${size}`, { method: 'PUT', body })

/** A log whose first record names the blob. */
async function naming(seed: string) {
  const at = await enrolled(seed)
  at.device.write({ blobs: [{ name: 'photo', subject, hash }] })
  await at.device.push(1)
  return at
}

test('[Y14] a blob goes on from where it was cut, is whole when its hash is right, and comes back in pieces', async () => {
  const { device, close } = await naming('pieces')
  expect((await device.call(`/v1/blobs/${hash}`)).json).toEqual({ type: 'not-found' })
  expect((await put(device, 0, content.subarray(0, 60_000))).json).toEqual({ have: 60_000 })
  expect((await put(device, 0, content.subarray(0, 60_000))).json).toEqual({ type: 'offset-differs', have: 60_000 })
  expect((await put(device, 90_000, content.subarray(90_000))).json).toEqual({ type: 'offset-differs', have: 60_000 })
  expect((await put(device, 60_000, content.subarray(60_000))).json).toEqual({ have: 150_000 })
  expect((await put(device, 0, content.subarray(0, 10))).json).toEqual({ have: 150_000 })
  const parts = []
  for (let at = 0; at < content.length; ) {
    const { bytes } = await device.call(`/v1/blobs/${hash}?offset=${at}`)
    parts.push(bytes)
    at += bytes.length
  }
  expect(parts.length).toBeGreaterThan(1)
  expect(Buffer.concat(parts).equals(content)).toBe(true)
  expect((await device.call(`/v1/blobs/${hash}?offset=999999`)).bytes).toHaveLength(0)
  await close()
})

test('[Y14] bytes that are not what the name says are forgotten, and the right ones are taken afterwards', async () => {
  const { device, close } = await naming('wrong')
  await put(device, 0, content.subarray(1, 60_001))
  expect((await put(device, 60_000, content.subarray(60_000))).json).toEqual({ type: 'content-differs' })
  expect((await put(device, 0, content)).json).toEqual({ have: 150_000 })
  await close()
})

test('[Y14] [Y16] a blob that no record of the log names, that is too large, or longer than it said, is refused', async () => {
  const { device, server, close } = await naming('refused')
  const other = createHash('sha256').update('other').digest('hex')
  expect((await put(device, 0, content, other)).json).toEqual({ type: 'not-permitted' })
  expect((await put(device, 0, content, hash, 2_000_000)).json).toEqual({ type: 'body-too-large' })
  expect((await put(device, 0, content, hash, 100)).json).toEqual({ type: 'request-malformed', where: 'size' })
  expect((await put(device, 0, new Uint8Array(), hash)).json).toEqual({ type: 'request-malformed', where: 'size' })
  expect((await put(device, 0, content, 'x')).json).toEqual({ type: 'request-malformed', where: 'query' })
  expect(
    server.main.db.prepare('SELECT (SELECT count(*) FROM blob) + (SELECT count(*) FROM blob_piece)').pluck().get(),
  ).toBe(0)
  await close()
})

test('[Y14] a key is given once and never changed, for people whom the log speaks of', async () => {
  const { device, close } = await naming('keys')
  const key = randomBytes(32)
  const path = `/v1/subjects/${subject}/key`
  expect((await device.call(path)).json).toEqual({ type: 'not-found' })
  expect((await device.call(path, { method: 'PUT', body: key })).status).toBe(200)
  expect((await device.call(path, { method: 'PUT', body: key })).status).toBe(200)
  expect((await device.call(path, { method: 'PUT', body: randomBytes(32) })).json).toEqual({ type: 'content-differs' })
  expect(Buffer.from((await device.call(path)).bytes).equals(key)).toBe(true)
  expect((await device.call(path, { method: 'PUT', body: randomBytes(31) })).json).toMatchObject({
    type: 'request-malformed',
  })
  expect((await device.call(`/v1/subjects/${someone}/key`, { method: 'PUT', body: key })).json).toEqual({
    type: 'not-permitted',
  })
  expect((await device.call('/v1/subjects/x/key')).json).toMatchObject({ type: 'request-malformed' })
  await close()
})
