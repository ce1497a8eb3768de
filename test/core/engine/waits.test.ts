import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { attemptsFile, secondsAfter } from '../../../core/engine/attempts.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { foundedEngine, passphrases, startEngine } from './made-engine.ts'

const waitOf = (result: Result<unknown, Refusal>): string =>
  result.ok ? 'opened' : `${result.refusal.type} ${'waitSeconds' in result.refusal ? result.refusal.waitSeconds : ''}`

test('[A22] the wait doubles with each wrong passphrase, up to a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map(secondsAfter)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('[A22] a wrong passphrase is refused with the wait, and until then even the right one', async () => {
  const { signIn, time } = await foundedEngine()
  expect(waitOf(await signIn('OFF1', 'wrong'))).toBe('sign-in-refused 1')
  expect(waitOf(await signIn('OFF1'))).toBe('sign-in-too-soon 1')
  time.pass(1)
  expect(waitOf(await signIn('OFF1', 'wrong'))).toBe('sign-in-refused 2')
  time.pass(1)
  expect(waitOf(await signIn('OFF1'))).toBe('sign-in-too-soon 1')
  time.pass(1)
  expect(waitOf(await signIn('OFF1'))).toBe('opened')
})

test('[A22] a restart begins the wait from its beginning and forgets no try', async () => {
  const first = await foundedEngine()
  for (let tries = 0; tries < 4; tries++) {
    await first.signIn('OFF1', 'wrong')
    first.time.pass(10)
  }
  await first.engine.close()
  const second = await startEngine({ directory: first.directory })
  expect(waitOf(await second.signIn('OFF1'))).toBe('sign-in-too-soon 8')
  second.time.pass(8)
  expect(waitOf(await second.signIn('OFF1', 'wrong'))).toBe('sign-in-refused 16')
})

test('[A22] a try counts before its work is done, so that cutting the power does not take it back', async () => {
  const { directory, signIn } = await foundedEngine()
  let isAnswered = false
  const underWay = signIn('OFF1', 'wrong').then(() => {
    isAnswered = true
  })
  // The stretching runs in another thread, whose answer cannot come between microtasks.
  for (let turns = 0; turns < 50; turns++) await Promise.resolve()
  const counted = JSON.parse(readFileSync(path.join(directory, attemptsFile), 'utf8'))
  expect({ isAnswered, counted }).toMatchObject({ isAnswered: false, counted: { overall: 1, byCode: { OFF1: 1 } } })
  await underWay
})

test('[A22] tries spread over many codes slow every code down', async () => {
  const { port, signIn } = await foundedEngine()
  for (let tries = 0; tries < 8; tries++)
    await port.execute({ type: 'session.sign-in', code: `X${tries}X`, passphrase: 'wrong' })
  expect(waitOf(await signIn('OFF1'))).toBe('sign-in-too-soon 1')
})

test('[A22] a colleague who signs in does not lift the wait of another code', async () => {
  const { signIn, time } = await foundedEngine()
  for (let tries = 0; tries < 3; tries++) {
    await signIn('MGR1', 'wrong')
    time.pass(4)
  }
  expect(waitOf(await signIn('OFF1'))).toBe('opened')
  expect(waitOf(await signIn('MGR1', 'wrong'))).toBe('sign-in-refused 8')
})

test('[A22] a hundred wrong tries wipe nothing: the right passphrase still opens', async () => {
  const { signIn, time } = await foundedEngine()
  for (let tries = 0; tries < 100; tries++) {
    await signIn('OFF1', 'wrong')
    time.pass(60)
  }
  expect(waitOf(await signIn('OFF1'))).toBe('opened')
})

test('[A22] a file of tries that was meddled with means the longest wait', async () => {
  const first = await foundedEngine()
  await first.engine.close()
  writeFileSync(path.join(first.directory, attemptsFile), '{"v":1,"overall":-5,"byCode":{}}')
  const second = await startEngine({ directory: first.directory })
  expect(waitOf(await second.signIn('OFF1'))).toBe('sign-in-too-soon 60')
})

test('[A50] a file of tries that was taken away means the longest wait, and everything counts on from there', async () => {
  const first = await foundedEngine()
  await first.engine.close()
  rmSync(path.join(first.directory, attemptsFile))
  const second = await startEngine({ directory: first.directory })
  expect(waitOf(await second.signIn('OFF1'))).toBe('sign-in-too-soon 60')
  second.time.pass(60)
  expect(waitOf(await second.signIn('OFF1', 'wrong'))).toBe('sign-in-refused 60')
  second.time.pass(60)
  expect(waitOf(await second.signIn('OFF1'))).toBe('opened')
})

test('[A50] a new installation has its file of tries from the start', async () => {
  const { directory } = await foundedEngine()
  expect(JSON.parse(readFileSync(path.join(directory, attemptsFile), 'utf8'))).toEqual({
    v: 1,
    overall: 0,
    byCode: {},
    tries: [],
  })
})

test('[A23] an unknown code is refused like a wrong passphrase, with the same waits', async () => {
  const { port, time } = await foundedEngine()
  const known: string[] = []
  const unknown: string[] = []
  for (let tries = 0; tries < 4; tries++) {
    known.push(waitOf(await port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: 'wrong' })))
    time.pass(60)
    unknown.push(waitOf(await port.execute({ type: 'session.sign-in', code: 'NOBODY', passphrase: passphrases.OFF1 })))
    time.pass(60)
  }
  expect(unknown).toEqual(known)
})
