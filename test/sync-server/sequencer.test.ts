import { expect, test } from 'vitest'
import { fromHex, hex } from '../../core/crypto/hash.ts'
import { decodePullPage } from '../../core/sync/pull-page.ts'
import { readPage } from '../../core/sync/read-page.ts'
import { emptyStreamHash } from '../../core/sync/stream-head.ts'
import type { StreamCursor } from '../../core/sync/stream-state.ts'
import { type HandDevice, handDevice } from './support/device.ts'
import { enrolled } from './support/enrolled.ts'

const stream = 'branch/01890000-0000-7000-8000-000000000001'

/** Admitted logs of one institution, put in beside the enrolment that other tests prove. */
async function devices(count: number) {
  const { device: reader, server, close } = await enrolled('reader')
  const insert = server.main.db.prepare("INSERT INTO log VALUES (?, ?, 0, NULL, ?, NULL, ?, 1, 0, NULL, '', NULL)")
  const writers = Array.from({ length: count }, (_, n) => handDevice(server, `writer ${n}`))
  for (const { log, signer } of writers) insert.run(log, signer.publicKey, log, stream)
  return { reader, writers, server, close }
}

test('[Y12] however many push at once, the stream is dense and no reader passes a number before the one below it', async () => {
  const { reader, writers, server, close } = await devices(6)
  let at: StreamCursor = { stream, n: 0, runningHash: emptyStreamHash }
  const known = { publicKey: server.house.server.publicKey, tenant: 'main' }
  const seen: string[] = []
  const readOn = async (): Promise<void> => {
    const { bytes } = await reader.call(`/v1/streams/${stream}?after=${at.n}&hash=${hex(at.runningHash)}&bytes=1`)
    const page = decodePullPage(bytes)
    const proved = page.ok ? readPage(known, at, page.value, () => null) : page
    if (!proved.ok) throw new Error(JSON.stringify(proved.refusal))
    seen.push(...proved.value.map(({ hash }) => hex(hash)))
    at = proved.value.at(-1) ?? at
  }
  const writeOn = async (writer: HandDevice): Promise<void> => {
    for (let batch = 0; batch < 5; batch++) {
      const from = writer.records.length + 1
      for (let n = 0; n <= batch; n++) writer.write()
      expect((await writer.push(from)).status).toBe(200)
    }
  }
  const writing = Promise.all(writers.map(writeOn))
  let isWriting = true
  void writing.finally(() => {
    isWriting = false
  })
  while (isWriting) await readOn()
  await writing
  for (let before = -1; before < at.n; ) {
    before = at.n
    await readOn()
  }
  expect(seen).toHaveLength(6 * 15)
  expect([...seen].sort()).toEqual(writers.flatMap(({ records }) => records.map(({ hash }) => hex(hash))).sort())
  for (const { records } of writers) {
    const places = records.map(({ hash }) => seen.indexOf(hex(hash)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
  expect(fromHex(seen[0] ?? '')).toHaveLength(32)
  await close()
})

test('[Y12] [Y13] a reader who comes by another history than the stream has is told so', async () => {
  const { reader, writers, close } = await devices(1)
  const [writer] = writers
  writer?.write()
  await writer?.push(1)
  const zero = '0'.repeat(64)
  for (const query of [`after=1&hash=${zero}`, `after=2&hash=${zero}`, `after=0&hash=${'1'.repeat(64)}`])
    expect((await reader.call(`/v1/streams/${stream}?${query}`)).json).toEqual({ type: 'stream-differs' })
  expect((await reader.call(`/v1/streams/${stream}?after=0`)).json).toEqual({
    type: 'request-malformed',
    where: 'hash',
  })
  await close()
})
