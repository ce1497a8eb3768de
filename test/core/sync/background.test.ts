import { expect, test } from 'vitest'
import { createSyncClient } from '../../../core/sync/client.ts'
import { httpTransport } from '../../../core/sync/http-transport.ts'
import type { Later } from '../../../core/sync/later.ts'
import type { OpenTransport } from '../../../core/sync/transport.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { removeFolder, startServer } from '../../sync-server/support/server.ts'
import { hashesHere, hashesThere, meddling } from './support/two-ends.ts'

interface Timer {
  readonly delayMs: number
  readonly callback: () => void
}

/** Timers that go off when the test says so. */
function handClock() {
  const waiting = new Set<Timer>()
  let begun = 0
  const later: Later = (delayMs, callback) => {
    const timer = { delayMs, callback }
    waiting.add(timer)
    begun += 1
    return () => waiting.delete(timer)
  }
  const ring = (matches: (delayMs: number) => boolean): boolean => {
    const timer = [...waiting].find(({ delayMs }) => matches(delayMs))
    if (!timer) return false
    waiting.delete(timer)
    timer.callback()
    return true
  }
  return { later, ring, begun: () => begun, delays: () => [...waiting].map(({ delayMs }) => delayMs) }
}

const stallMs = 5 * 60_000

async function inBackground(transport: OpenTransport = httpTransport, onTold: () => void = () => undefined) {
  const server = await startServer()
  const branch = makeBranch()
  const clock = handClock()
  const changed: string[] = []
  const client = createSyncClient({
    books: branch.books,
    desk: branch.desk('head-office'),
    transport,
    environment: branch.environment,
    onChange: topics => {
      changed.push(...topics)
      onTold()
    },
    onFault: () => undefined,
    later: clock.later,
  })
  expect(await client.connect(server.url, server.code())).toMatchObject({ ok: true })
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let n = 0; n < 500 && !isSo(); n++) await new Promise(resolve => setTimeout(resolve, 10))
    expect(isSo()).toBe(true)
  }
  const close = async (): Promise<void> => {
    await client.stop()
    await server.close()
    removeFolder(server.folder)
  }
  return { server, branch, clock, client, changed, until, close }
}

test('[Y15] in the background a new record goes out soon after the wake, and the client looks again after a rest', async () => {
  const { server, branch, clock, client, until, close } = await inBackground()
  expect(clock.delays()).toEqual([])
  client.start()
  expect(clock.ring(delayMs => delayMs === 0)).toBe(true)
  await until(() => clock.delays().includes(60_000))
  openForBusiness(branch)
  client.wake()
  expect(clock.delays()).toEqual([1_000])
  clock.ring(delayMs => delayMs === 1_000)
  await until(() => clock.delays().includes(60_000))
  expect(client.status()).toMatchObject({ state: 'idle', unsent: { count: 0 } })
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await close()
})

test('[Y15] news that comes without a pause does not put off the round that is near', async () => {
  const { branch, clock, client, until, close } = await inBackground()
  client.start()
  openForBusiness(branch)
  client.wake()
  expect(clock.delays()).toEqual([0])
  clock.ring(() => true)
  await until(() => clock.delays().includes(60_000))
  expect(client.status()).toMatchObject({ unsent: { count: 0 } })
  client.wake()
  const begun = clock.begun()
  for (let news = 0; news < 5; news++) client.wake()
  expect(clock.delays()).toEqual([1_000])
  expect(clock.begun()).toBe(begun)
  await close()
})

test('[Y15] while the server is away the client waits longer each time, says when it tries again, and no wake hurries it', async () => {
  let isAway = false
  const away = meddling(async (_request, send) =>
    isAway ? { ok: false, refusal: { type: 'server-unreachable', timedOut: false } } : send(),
  )
  const { branch, clock, client, until, close } = await inBackground(away)
  isAway = true
  openForBusiness(branch)
  client.start()
  clock.ring(() => true)
  for (let failures = 1; failures <= 14; failures++) {
    await until(() => client.status().nextTryAt !== undefined)
    const [delayMs = Number.NaN] = clock.delays()
    expect(clock.delays()).toHaveLength(1)
    expect(delayMs).toBeLessThanOrEqual(Math.min(2_000 * 2 ** (failures - 1), 30 * 60_000))
    client.wake()
    expect(clock.delays()).toEqual([delayMs])
    if (failures === 14) isAway = false
    clock.ring(() => true)
  }
  await until(() => client.status().state === 'idle')
  expect(client.status()).toMatchObject({ unsent: { count: 0 } })
  expect(client.status().nextTryAt).toBeUndefined()
  await close()
})

test('[Y15] a session that makes no progress is given up and begun anew', async () => {
  let isStuck = false
  const stuck: OpenTransport = url => {
    const opened = httpTransport(url)
    if (!opened.ok) return opened
    return {
      ok: true,
      value: request =>
        isStuck
          ? new Promise(resolve =>
              request.signal.addEventListener('abort', () =>
                resolve({ ok: false, refusal: { type: 'server-unreachable', timedOut: false } }),
              ),
            )
          : opened.value(request),
    }
  }
  const { branch, clock, client, until, close } = await inBackground(stuck)
  openForBusiness(branch)
  isStuck = true
  client.start()
  clock.ring(() => true)
  await until(() => clock.delays().includes(stallMs))
  expect(client.status().unsent.count).toBeGreaterThan(0)
  clock.ring(delayMs => delayMs === stallMs)
  await until(() => client.status().state === 'waiting')
  isStuck = false
  clock.ring(delayMs => delayMs !== stallMs)
  await until(() => client.status().state === 'idle')
  expect(client.status().unsent.count).toBe(0)
  await close()
})

test('[Y15] what is refused in one direction does not hold up the other', async () => {
  const deaf = meddling(async (request, send) =>
    request.path.includes('/v1/streams/')
      ? { ok: false, refusal: { type: 'server-unreachable', timedOut: true } }
      : send(),
  )
  const { server, branch, client, close } = await inBackground(deaf)
  openForBusiness(branch)
  expect(await client.syncNow()).toMatchObject({
    value: { state: 'waiting', lastProblem: 'server-unreachable', unsent: { count: 0 } },
  })
  expect(hashesThere(server, branch)).toEqual(hashesHere(branch))
  await close()
})

test.each([3_000_000, 9_000_000_000_000])(
  '[Y40] told to wait %d seconds by whoever answers, the client waits half an hour',
  async retryAfterSeconds => {
    let isHostile = false
    const hostile = meddling(async (_request, send) => {
      const body = Buffer.from(JSON.stringify({ type: 'too-many-requests', retryAfterSeconds }))
      return isHostile ? { ok: true, value: { status: 429, body, signature: '' } } : send()
    })
    const { branch, clock, client, until, close } = await inBackground(hostile)
    openForBusiness(branch)
    isHostile = true
    client.start()
    clock.ring(() => true)
    await until(() => client.status().nextTryAt !== undefined)
    expect(client.status()).toMatchObject({ state: 'waiting', lastProblem: 'too-many-requests' })
    expect(clock.delays()).toEqual([30 * 60_000])
    isHostile = false
    clock.ring(() => true)
    await until(() => client.status().state === 'idle')
    expect(client.status().unsent.count).toBe(0)
    await close()
  },
)

test('[Y40] a round in the background that fails in the program itself is followed by the next one', async () => {
  let isBroken = false
  const { branch, clock, client, until, close } = await inBackground(httpTransport, () => {
    if (isBroken) throw new Error('whoever is told of a change has failed')
  })
  openForBusiness(branch)
  isBroken = true
  client.start()
  clock.ring(() => true)
  await until(() => clock.delays().includes(60_000))
  expect(client.status()).toMatchObject({ state: 'waiting', lastProblem: 'engine-failed' })
  isBroken = false
  clock.ring(() => true)
  await until(() => client.status().state === 'idle')
  expect(client.status().unsent.count).toBe(0)
  await close()
})

test('[Y15] after stop nothing is begun and nothing of a session under way touches the books', async () => {
  let release = (): void => undefined
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  const slow = meddling(async (request, send) => {
    const answer = await send()
    if (request.method === 'POST' && request.path !== '/v1/enrol') await released
    return answer
  })
  const server = await startServer()
  const branch = makeBranch()
  const clock = handClock()
  const parts = {
    books: branch.books,
    desk: branch.desk('head-office'),
    transport: slow,
    environment: branch.environment,
  }
  const client = createSyncClient({ ...parts, onChange: () => undefined, onFault: () => undefined, later: clock.later })
  const connecting = client.connect(server.url, server.code())
  for (let n = 0; n < 500 && hashesThere(server, branch).length === 0; n++)
    await new Promise(resolve => setTimeout(resolve, 10))
  await new Promise(resolve => setTimeout(resolve, 50))
  const before = branch.books.db.prepare('SELECT total_changes()').pluck().get()
  const stopping = client.stop()
  expect(branch.books.db.prepare('SELECT total_changes()').pluck().get()).toBe(before)
  branch.books.close()
  release()
  await stopping
  expect(await connecting).toEqual({ ok: false, refusal: { type: 'not-connected' } })
  expect(clock.delays()).toEqual([])
  client.wake()
  expect(clock.delays()).toEqual([])
  await server.close()
  removeFolder(server.folder)
})
