import { expect, test } from 'vitest'
import { chainHash, signHash } from '../../core/journal/chain.ts'
import { receiptSchema } from '../../core/sync/protocol.ts'
import { encodePushBatch } from '../../core/sync/push-batch.ts'
import { isReceiptGenuine } from '../../core/sync/receipt.ts'
import { compress } from '../../core/sync/wire-lines.ts'
import { forkRecords } from '../../sync-server/storage/forks.ts'
import { recordAt, recordsOf } from '../../sync-server/storage/records.ts'
import { type HandDevice, handDevice, hashText, type SignedRecord } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'
import type { TestServer } from './support/server.ts'

const stored = (at: TestServer, { log }: HandDevice) =>
  recordsOf(at.main.db, log).map(({ seq, hash }) => [seq, hashText({ hash })])
const written = ({ records }: HandDevice) => records.map(({ seq, hash }) => [seq, hashText({ hash })])

test('[Y1] a batch is stored and acknowledged with a receipt that verifies; pushed twice, it gives the same receipt', async () => {
  const { device, server: at, close } = await enrolled('twice')
  for (let n = 0; n < 5; n++) device.write()
  const first = await device.push(1)
  const again = await device.push(1)
  expect(first.status).toBe(200)
  expect(again.json).toEqual(first.json)
  const receipt = receiptSchema.parse(first.json.receipt)
  expect(receipt).toMatchObject({ seq: 5, log: device.log, hash: written(device)[4]?.[1] })
  expect(isReceiptGenuine(at.house.server.publicKey, 'main', receipt)).toBe(true)
  expect(isReceiptGenuine(at.house.server.publicKey, 'other', receipt)).toBe(false)
  expect(isReceiptGenuine(at.house.server.publicKey, 'main', { ...receipt, seq: 6 })).toBe(false)
  expect(stored(at, device)).toEqual(written(device))
  await close()
})

test('[Y1] [Y2] pieces that overlap, repeat and come out of order end in the same log', async () => {
  const { device, server: at, close } = await enrolled('pieces')
  for (let n = 0; n < 9; n++) device.write()
  expect((await device.push(4, 6)).json).toEqual({ type: 'gap', sendFrom: 1 })
  expect((await device.push(1, 3)).status).toBe(200)
  expect((await device.push(7, 9)).json).toEqual({ type: 'gap', sendFrom: 4 })
  expect((await device.push(2, 6)).status).toBe(200)
  expect((await device.push(1, 2)).json.receipt).toMatchObject({ seq: 2 })
  expect((await device.push(5, 9)).status).toBe(200)
  expect(stored(at, device)).toEqual(written(device))
  await close()
})

const spoilt: readonly [string, string, (record: SignedRecord, device: HandDevice) => Partial<SignedRecord>][] = [
  ['a signature with one bit changed', 'signature', ({ signature }) => ({ signature: flipped(signature, 10) })],
  ['a byte changed', 'signature', ({ bytes }) => ({ bytes: flipped(bytes, 200) })],
  ['another log in it', 'other-log', (_, device) => resigned(device, text => text.replace(device.log, 'a'.repeat(26)))],
  ['another place in it', 'other-seq', (_, device) => resigned(device, text => text.replace('"seq":3', '"seq":4'))],
  [
    'lines that do not balance',
    'unbalanced',
    (_, device) =>
      resigned(device, text => text.replace('"amountMinor":"1000","currency"', '"amountMinor":"1001","currency"')),
  ],
  ['an unknown field', 'unreadable', (_, device) => resigned(device, text => text.replace('{"v":1', '{"v":1,"x":1'))],
  ['no JSON', 'unreadable', (_, device) => resigned(device, () => 'record')],
  [
    'too many streams',
    'too-many-streams',
    (_, device) => resigned(device, text => text.replace('"streams":[', `"streams":[${'"a","b","c","d",'.repeat(3)}`)),
  ],
  [
    'an amount of 16 digits',
    'amount-too-large',
    (_, device) =>
      resigned(device, text => text.replace(/(?<="amountMinor":"-?)1000(?=","currency")/g, '1'.repeat(16))),
  ],
  [
    'more lines than an operation has',
    'too-many-lines',
    (_, device) =>
      resigned(device, text =>
        text.replace(/"lines":\[(.*?)\]/, (_all, lines) => `"lines":[${Array(101).fill(lines).join()}]`),
      ),
  ],
]

test.each(spoilt)(
  '[Y3] a record with %s is refused (%s), and what stood before it is taken',
  async (_name, because, spoil) => {
    const { device, server: at, close } = await enrolled('spoilt')
    for (let n = 0; n < 4; n++) device.write()
    const third = device.records[2]
    if (!third) throw new Error('three records')
    device.records[2] = { ...third, ...spoil(third, device) }
    const answer = await device.push(1)
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject({ type: 'record-refused', seq: 3, because, receipt: { seq: 2 } })
    expect(stored(at, device)).toEqual(written(device).slice(0, 2))
    await close()
  },
)

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, place) => (place === at ? byte ^ 1 : byte))

/** The third record changed, then chained and signed as the log itself would: only its content is wrong. */
function resigned({ records, signer }: HandDevice, change: (text: string) => string): Partial<SignedRecord> {
  const [, second, third] = records
  if (!second || !third) throw new Error('three records')
  const bytes = new TextEncoder().encode(change(new TextDecoder().decode(third.bytes)))
  return { bytes, signature: signHash(signer, chainHash(second.hash, bytes)) }
}

test('[Y4] a second history is kept as evidence beside the first, and the log is frozen', async () => {
  const { device, server: at, close } = await enrolled('cloned')
  for (let n = 0; n < 4; n++) device.write()
  expect((await device.push(1)).status).toBe(200)
  const before = stored(at, device)
  const clone = handDevice(at, 'cloned')
  clone.records.push(...device.records.slice(0, 2))
  clone.environment.setClock('2026-04-01T00:00:00.000Z')
  for (let n = 0; n < 3; n++) clone.write()
  const body = compress(
    encodePushBatch({ from: 2, previous: clone.records[0]?.hash ?? new Uint8Array(), records: clone.records.slice(1) }),
  )
  const answer = await clone.call(`/v1/logs/${clone.log}/records`, { method: 'POST', body, counter: 900 })
  expect(answer.status).toBe(409)
  expect(answer.json).toMatchObject({ type: 'log-forked', seq: 3, receipt: { seq: 2 } })
  const evidence = String(answer.json.evidence)
  expect(forkRecords(at.main.db, evidence).map(hashText)).toEqual(clone.records.slice(2).map(hashText))
  expect(stored(at, device)).toEqual(before)
  device.write()
  const frozen = await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body, counter: 901 })
  expect(frozen.json).toEqual({ type: 'log-frozen', evidence })
  expect((await device.call(`/v1/logs/${device.log}/head`)).json).toMatchObject({
    frozen: evidence,
    receipt: { seq: 4 },
  })
  expect((await device.call('/v1/streams')).json).toMatchObject({ streams: [], pending: [] })
  await close()
})

test('[Y4] a forged second history, not signed by the log, freezes nothing', async () => {
  const { device, server: at, close } = await enrolled('forged-fork')
  for (let n = 0; n < 3; n++) device.write()
  await device.push(1)
  const [first, second] = device.records
  if (!first || !second) throw new Error('records')
  const body = compress(
    encodePushBatch({
      from: 2,
      previous: first.hash,
      records: [{ bytes: flipped(second.bytes, 300), signature: second.signature }],
    }),
  )
  const answer = await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body })
  expect(answer.json).toMatchObject({ type: 'record-refused', seq: 2, because: 'signature' })
  device.write()
  expect((await device.push(4)).status).toBe(200)
  expect(stored(at, device)).toEqual(written(device))
  await close()
})

test('[Y2] a batch that follows another history than the stored one is refused with the place', async () => {
  const { device, close } = await enrolled('differs')
  for (let n = 0; n < 3; n++) device.write()
  await device.push(1, 2)
  const body = compress(encodePushBatch({ from: 3, previous: new Uint8Array(32), records: device.records.slice(2) }))
  const answer = await device.call(`/v1/logs/${device.log}/records`, { method: 'POST', body })
  expect(answer.json).toEqual({ type: 'history-differs', at: 2 })
  expect((await device.call(`/v1/logs/${device.log}/head?seq=2`)).json).toEqual({
    seq: 2,
    hash: written(device)[1]?.[1],
  })
  await close()
})

test('[Y1] what the server stored cannot be changed or removed, whatever program asks', async () => {
  const { device, server: at, close } = await enrolled('guards')
  device.write()
  await device.push(1)
  for (const sql of [
    'UPDATE record SET seq = 2',
    'DELETE FROM record',
    'INSERT OR REPLACE INTO record SELECT * FROM record',
    'DELETE FROM stream_item',
  ])
    expect(() => at.main.db.exec(sql)).toThrow(/only added to/)
  expect(recordAt(at.main.db, device.log, 1)?.seq).toBe(1)
  await close()
})
