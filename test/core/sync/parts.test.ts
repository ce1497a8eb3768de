import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  enrolmentCodeText,
  keyFingerprint,
  newCode,
  readEnrolmentCode,
} from '../../../core/enrolment/enrolment-code.ts'
import type { Result } from '../../../core/result.ts'
import { backOffMs } from '../../../core/sync/back-off.ts'
import { batchSize } from '../../../core/sync/batch-size.ts'
import { httpTransport } from '../../../core/sync/http-transport.ts'
import type { Later } from '../../../core/sync/later.ts'
import { mergeStreams } from '../../../core/sync/merge-streams.ts'
import { persevere } from '../../../core/sync/persevere.ts'
import { decodePullPage, encodePullPage, type PageItem } from '../../../core/sync/pull-page.ts'
import { decodePushBatch, encodePushBatch } from '../../../core/sync/push-batch.ts'
import type { StreamItem } from '../../../core/sync/read-page.ts'
import type { SyncProblem } from '../../../core/sync/sync-problem.ts'
import { compress, unfold } from '../../../core/sync/wire-lines.ts'
import { testEnvironment } from '../../support/deterministic-environment.ts'

const seeded = { seed: 20260302, numRuns: 300 }

test.each([
  ['https://sync.example.org', true],
  ['https://sync.example.org:8443/nexum', true],
  ['http://127.0.0.1:8787', true],
  ['http://localhost:8787', true],
  ['http://[::1]:8787', true],
  ['http://sync.example.org', false],
  ['http://127.0.0.1.example.org', false],
  ['http://localhost.example.org', false],
  ['http://192.168.1.10:8787', false],
  ['http://name:secret@127.0.0.1', false],
  ['ftp://127.0.0.1', false],
  ['file:///etc/passwd', false],
  ['not an address', false],
])('[Y17] the address %s may carry secrets: %s', (url, isSafe) => {
  expect(httpTransport(url).ok).toBe(isSafe)
})

test('[Y15] the wait after failures is anything up to a bound that doubles, and never more than 30 minutes', () => {
  const most = () => new Uint8Array(3).fill(255)
  const least = () => new Uint8Array(3)
  expect([1, 2, 3, 4].map(failures => Math.round(backOffMs(failures, most) / 1000))).toEqual([2, 4, 8, 16])
  for (const failures of [10, 11, 12, 50, 1_000_000]) expect(backOffMs(failures, most)).toBeLessThanOrEqual(30 * 60_000)
  expect(backOffMs(12, most)).toBeGreaterThan(29 * 60_000)
  for (const failures of [1, 5, 50]) expect(backOffMs(failures, least)).toBe(0)
})

test('[Y31] what must not be begun anew waits as long as the server asks, and goes on', async () => {
  const waits: number[] = []
  const later: Later = (delayMs, callback) => {
    waits.push(delayMs)
    callback()
    return () => undefined
  }
  const answers: Result<string, SyncProblem>[] = [
    { ok: false, refusal: { type: 'too-many-requests', retryAfterSeconds: 42 } },
    { ok: false, refusal: { type: 'server-unreachable', timedOut: false } },
    { ok: true, value: 'all of it' },
  ]
  const failed: Result<string, SyncProblem> = { ok: false, refusal: { type: 'server-failed' } }
  const attempt = () => Promise.resolve(answers.shift() ?? failed)
  expect(await persevere(attempt, () => 0, later)).toEqual({ ok: true, value: 'all of it' })
  expect(waits).toEqual([42_000, 2_000])
  expect(await persevere(attempt, () => 0, later)).toEqual(failed)
})

test('[Y15] batches aim at 8 KB, double with each success up to 256 KB and halve with each time-out', () => {
  const size = batchSize()
  const bytes = (): number => size.bytes()
  expect(bytes()).toBe(8_192)
  size.timedOut()
  expect(bytes()).toBe(8_192)
  for (let n = 0; n < 4; n++) size.succeeded(4_000, 1_000)
  expect(bytes()).toBe(131_072)
  for (let n = 0; n < 4; n++) size.succeeded(4_000, 1_000)
  expect(bytes()).toBe(262_144)
  expect(size.unfoldedBytes()).toBe(4 * 262_144)
  size.timedOut()
  expect(bytes()).toBe(131_072)
})

test('[Y6] a code is read as people type it: any case, spaces for dashes, O for 0, I and L for 1', () => {
  const { randomBytes } = testEnvironment('codes')
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean(), (key, isSloppy) => {
      const code = { code: newCode(randomBytes), fingerprint: keyFingerprint(key) }
      const text = enrolmentCodeText(code)
      expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
      const typed = isSloppy
        ? ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
        : text
      expect(readEnrolmentCode(typed)).toEqual(code)
    }),
    seeded,
  )
  for (const wrong of ['', 'ABCDE', 'U'.repeat(30), '1'.repeat(31), '1'.repeat(29), 'ÀBCDE-'.repeat(5)])
    expect(readEnrolmentCode(wrong)).toBeNull()
})

const line = fc.string({ unit: 'grapheme', maxLength: 60 }).map(text => Buffer.from(text.replaceAll('\n', ' ')))
const bytesOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(bytes => Buffer.from(bytes))
const sent = fc.record({ signature: bytesOf(64), bytes: line })

test('[Y1] a batch comes out of the wire as it went in, and a cut leaves whole records or nothing', () => {
  const batch = fc.record({
    from: fc.integer({ min: 1, max: 1e9 }),
    previous: bytesOf(32),
    records: fc.array(sent, { minLength: 1, maxLength: 8 }),
  })
  fc.assert(
    fc.property(batch, fc.nat(), (one, cut) => {
      const body = Buffer.from(encodePushBatch(one))
      expect(decodePushBatch(unfold(compress(body)) ?? new Uint8Array())).toEqual({ ok: true, value: one })
      const left = decodePushBatch(body.subarray(0, cut % body.length))
      if (left.ok) expect(left.value.records).toEqual(one.records.slice(0, left.value.records.length))
    }),
    seeded,
  )
})

const position = fc.integer({ min: 1, max: 1e9 })
const own = fc.record({ position, ownSeq: fc.integer({ min: 1, max: 1e9 }) })
const foreign = fc.record(
  { position, log: fc.constant('a'.repeat(26)), previous: bytesOf(32), signature: bytesOf(64), bytes: line },
  { requiredKeys: ['position', 'log', 'signature', 'bytes'] },
)

test('[Y12] a page comes out of the wire as it went in', () => {
  const head = { stream: 'reference', n: 3, runningHash: '0'.repeat(64), signature: 'A'.repeat(86) }
  fc.assert(
    fc.property(fc.array(fc.oneof(own, foreign), { maxLength: 8 }), items => {
      const page = { head, items: items as PageItem[] }
      expect(decodePullPage(encodePullPage(page))).toEqual({ ok: true, value: page })
    }),
    seeded,
  )
})

test('[Y12] streams are merged in the order of the server, and nothing passes what is still to come', () => {
  const item = (stream: string, at: number): StreamItem => ({
    stream,
    n: at,
    position: at,
    runningHash: new Uint8Array(),
    hash: new Uint8Array(),
    item: { position: at, ownSeq: at },
  })
  const a = { items: [1, 4, 9].map(at => item('a', at)), isWhole: true }
  const b = { items: [2, 3, 5].map(at => item('b', at)), isWhole: false }
  const positions = (streams: Parameters<typeof mergeStreams>[0]) => mergeStreams(streams).map(one => one.position)
  expect(positions([a, b])).toEqual([1, 2, 3, 4, 5])
  expect(positions([a, { ...b, isWhole: true }])).toEqual([1, 2, 3, 4, 5, 9])
  expect(positions([a, { items: [], isWhole: false }])).toEqual([])
  expect(positions([])).toEqual([])
})
