import { expect, test } from 'vitest'
import type { EngineEvent } from '../../../core/engine/port.ts'
import { testEnvironment } from '../../support/deterministic-environment.ts'
import { foundedEngine, must, type TestEngine } from './made-engine.ts'

const stateOf = async ({ port }: TestEngine): Promise<string> => must(await port.query({ type: 'session' })).state

test('[A27] three minutes without a person lock the session, and the window hears it', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  const events: EngineEvent[] = []
  made.engine.subscribe(event => events.push(event))
  made.time.pass(179)
  expect(await stateOf(made)).toBe('open')
  made.time.pass(6)
  expect(events.at(-1)).toMatchObject({ type: 'session', session: { state: 'locked' } })
  expect(await stateOf(made)).toBe('locked')
})

test('[A27] a sign of life puts the lock off; what the window asks by itself does not', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  for (let minutes = 0; minutes < 10; minutes++) {
    made.time.pass(60)
    await made.port.execute({ type: 'session.active' })
  }
  expect(await stateOf(made)).toBe('open')
  for (let minutes = 0; minutes < 4; minutes++) {
    made.time.pass(60)
    await made.port.query({ type: 'my-day' })
  }
  expect(await stateOf(made)).toBe('locked')
})

test('[A27] the minutes can be set, and stay set', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  must(await made.port.execute({ type: 'device.configure', idleLockMinutes: 10 }))
  made.time.pass(9 * 60)
  expect(must(await made.port.query({ type: 'session' }))).toMatchObject({ state: 'open', idleLockMinutes: 10 })
  made.time.pass(2 * 60)
  expect(await stateOf(made)).toBe('locked')
})

test('[A27] a laptop that slept is locked by the clock, although no time has elapsed for it', async () => {
  const environment = testEnvironment()
  const made = await foundedEngine({ environment })
  must(await made.signIn('OFF1'))
  environment.setClock('2026-03-02T09:00:00.000Z')
  expect(await stateOf(made)).toBe('locked')
})

test('[A27] setting the clock back does not keep a session open', async () => {
  const environment = testEnvironment()
  const made = await foundedEngine({ environment })
  must(await made.signIn('OFF1'))
  environment.setClock('2026-03-01T00:00:00.000Z')
  made.time.pass(200)
  expect(await stateOf(made)).toBe('locked')
})
