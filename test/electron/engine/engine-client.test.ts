import { beforeEach, describe, expect, test } from 'vitest'
import type { EngineEvent, PortRequest } from '../../../core/engine/port.ts'
import { ok } from '../../../core/result.ts'
import { type EngineClient, engineClient, type Wire } from '../../../electron/engine/engine-client.ts'

const key = '0198c0de-0000-7000-8000-000000000001'
const deposit = { type: 'savings.deposit', key } as never
const answered = ok('answered')

/** Takes down what is sent, so that a test can be the engine. */
function wire(): Wire & { readonly requests: PortRequest[]; isClosed: boolean } {
  const requests: PortRequest[] = []
  return {
    requests,
    isClosed: false,
    send: request => requests.push(request),
    close() {
      this.isClosed = true
    },
  }
}

let client: EngineClient
let events: EngineEvent[]
beforeEach(() => {
  client = engineClient()
  events = []
})

describe('the window’s end of the port', () => {
  test('[W8] an answer reaches the call that it is for', async () => {
    const engine = wire()
    client.attach(engine)
    const calls = [client.port.query({ type: 'session' }), client.port.execute({ type: 'session.lock' })]
    expect(engine.requests.map(({ kind }) => kind)).toEqual(['query', 'execute'])
    for (const { id, kind } of engine.requests.toReversed()) client.receive({ kind: 'answer', id, result: ok(kind) })
    expect(await Promise.all(calls)).toEqual([ok('query'), ok('execute')])
  })

  test('[W8] a call whose engine dies ends in outcome-unknown, with the key that it is to be asked for by', async () => {
    client.attach(wire())
    const calls = [client.port.execute(deposit), client.port.query({ type: 'my-day' })]
    client.lose('restarting')
    expect(await Promise.all(calls)).toEqual([
      { ok: false, refusal: { type: 'outcome-unknown', key } },
      { ok: false, refusal: { type: 'outcome-unknown' } },
    ])
  })

  test('[W8] the same when a new engine comes before the old one was reported lost', async () => {
    const old = wire()
    client.attach(old)
    const call = client.port.execute(deposit)
    const next = wire()
    client.attach(next)
    expect(await call).toMatchObject({ refusal: { type: 'outcome-unknown' } })
    expect([old.isClosed, next.requests]).toEqual([true, []])
  })

  test('[W8] a call made while no engine is there waits for the next', async () => {
    const early = client.port.query({ type: 'session' })
    client.attach(wire())
    client.lose('restarting')
    const late = client.port.execute(deposit)
    const engine = wire()
    client.attach(engine)
    expect(await early).toMatchObject({ ok: false })
    expect(engine.requests).toMatchObject([{ kind: 'execute', input: deposit }])
    client.receive({ kind: 'answer', id: engine.requests[0]?.id ?? 0, result: answered })
    expect(await late).toEqual(answered)
  })

  test('[W8] after the engine is given up, every call is refused at once, and so is every one that waited', async () => {
    const waited = client.port.execute(deposit)
    client.lose('failed')
    const failed = { ok: false, refusal: { type: 'engine-failed' } }
    expect([await waited, await client.port.query({ type: 'my-day' })]).toEqual([failed, failed])
  })

  test('[W8] a start is no restart: nothing is told until the first engine is there', () => {
    client.port.subscribe(event => events.push(event))
    expect(events).toEqual([])
  })

  test('[W8] subscribers hear at once how the engine stands, then every change, until they stop listening', () => {
    client.lose('restarting')
    const stop = client.port.subscribe(event => events.push(event))
    client.attach(wire())
    client.receive({ kind: 'event', event: { type: 'changed', topics: ['drawer'] } })
    client.lose('restarting')
    stop()
    client.lose('failed')
    expect(events).toEqual([
      { type: 'engine', state: 'restarting' },
      { type: 'engine', state: 'ready' },
      { type: 'changed', topics: ['drawer'] },
      { type: 'engine', state: 'restarting' },
    ])
  })

  test('[W8] an answer that nobody waits for is let go', () => {
    client.attach(wire())
    expect(() => client.receive({ kind: 'answer', id: 99, result: answered })).not.toThrow()
  })
})
