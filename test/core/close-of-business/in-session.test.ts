import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { localEnvironment } from '../../../core/engine/local-environment.ts'
import type { EnginePort } from '../../../core/engine/port.ts'
import type { CloseOfBusinessAnswer } from '../../../core/query/close-answers.ts'
import { outcomeType } from '../../support/expect.ts'
import { countVault, foundedEngine, must, newKey, type TestEngine, workADay } from '../engine/made-engine.ts'

const counted = [
  { faceMinor: 100_000n, pieces: 22 },
  { faceMinor: 50_000n, pieces: 1 },
]

let clock = 0

/** Everything is counted and the day closed; nobody is signed in any more. */
async function closedDay(): Promise<TestEngine & { readonly accountId: string }> {
  clock = Date.parse('2026-03-02T07:00:00.000Z')
  const made = await foundedEngine({ environment: { ...localEnvironment, now: () => new Date(clock).toISOString() } })
  const { accountId } = await workADay(made)
  const { drawerId = '' } = must(await made.port.query({ type: 'drawer' })) ?? {}
  must(await made.port.execute({ type: 'drawer.close', key: newKey(), drawerId, counted }))
  await countVault(made, 'OFF1')
  must(await made.port.execute({ type: 'day.close', key: newKey() }))
  return { ...made, accountId }
}

const state = async (port: EnginePort): Promise<CloseOfBusinessAnswer> =>
  must(await port.query({ type: 'close-of-business' }))

/** Time in which whoever wants to goes on. */
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

async function untilDone(port: EnginePort): Promise<CloseOfBusinessAnswer> {
  for (;;) {
    const answer = await state(port)
    if (answer.state !== 'running') return answer
    await turn()
  }
}

/** The clock has gone on, and so far from the last day it is the manager who opens one. */
async function openDay({ port, signIn }: TestEngine, date: string): Promise<void> {
  clock = Date.parse(`${date}T07:00:00.000Z`)
  must(await signIn('MGR1'))
  must(await port.execute({ type: 'day.open', key: newKey(), date: businessDate(date) }))
}

describe('[E13] the close of business', () => {
  test('begins when the day is closed, and says when it is done', async () => {
    const { port } = await closedDay()
    expect(await untilDone(port)).toEqual({
      state: 'nothing-due',
      closedThrough: '2026-03-02',
      dates: [{ date: '2026-03-02', isDone: true, accounts: 1, failed: 0 }],
    })
  })

  test('makes up for the days before one that is opened, while others are served', async () => {
    const made = await closedDay()
    const { port, accountId } = made
    await untilDone(port)
    await openDay(made, '2026-04-20')
    const first = await state(port)
    expect(first).toMatchObject({ state: 'running', due: { through: '2026-04-19', accounts: 1 } })
    expect(must(await port.query({ type: 'account', accountId })).number).toBe('S001-01-00001-6')
    const last = await untilDone(port)
    expect(last).toMatchObject({ state: 'nothing-due', closedThrough: '2026-04-19' })
    expect(last.dates).toHaveLength(14)
  })

  test('is ended and gone on with as a person says, and tells how far it is', async () => {
    const made = await closedDay()
    const { port } = made
    await untilDone(port)
    await openDay(made, '2026-04-20')
    must(await port.execute({ type: 'close-of-business.stop' }))
    const stopped = await untilDone(port)
    expect(stopped).toMatchObject({ state: 'stopped', due: { through: '2026-04-19', step: 'accounts', done: 0 } })
    expect(stopped.due?.dates).toBeGreaterThan(40)
    must(await port.execute({ type: 'close-of-business.resume' }))
    expect(await untilDone(port)).toMatchObject({ state: 'nothing-due', closedThrough: '2026-04-19' })
  })

  test('ends with the session and goes on with the next one that may close a day', async () => {
    const made = await closedDay()
    const { port, signIn } = made
    await untilDone(port)
    await openDay(made, '2026-04-20')
    must(await port.execute({ type: 'session.lock' }))
    for (let turns = 0; turns < 500; turns++) await turn()
    must(await signIn('HO1'))
    expect(await state(port)).toMatchObject({ state: 'running', due: { through: '2026-04-19' } })
    expect(await untilDone(port)).toMatchObject({ state: 'nothing-due', closedThrough: '2026-04-19' })
  })

  test('is neither ended nor gone on with by who may not close a day', async () => {
    const made = await closedDay()
    must(await made.signIn('HO1'))
    const passphrase = 'seven green lanterns'
    const auditor = { type: 'staff.add', key: newKey(), code: 'AUD1', name: 'Joy Naliaka', role: 'auditor' } as const
    must(await made.port.execute({ ...auditor, passphrase }))
    must(await made.port.execute({ type: 'session.sign-in', code: 'AUD1', passphrase }))
    expect(outcomeType(await made.port.execute({ type: 'close-of-business.stop' }))).toBe('not-permitted')
    expect(outcomeType(await made.port.execute({ type: 'close-of-business.resume' }))).toBe('not-permitted')
  })

  test('tells the window each time it has come on', async () => {
    const made = await closedDay()
    const { port } = made
    await untilDone(port)
    const told: string[] = []
    port.subscribe(event => {
      if (event.type === 'changed') told.push(...event.topics)
    })
    await openDay(made, '2026-04-20')
    while (!told.includes('close-of-business')) await turn()
    expect(told).toContain('balances')
  })
})

test('[E17] what a date did is read account by account', async () => {
  const made = await closedDay()
  const { port, accountId } = made
  await untilDone(port)
  await openDay(made, '2026-04-01')
  await untilDone(port)
  const answer = must(await port.query({ type: 'closed-date', date: businessDate('2026-03-31') }))
  const figures = { currency: 'KES', accruedMinor: 14n, postedMinor: 411n, taxMinor: 0n, feesMinor: 0n }
  expect(answer).toMatchObject({
    isDone: true,
    accounts: 1,
    totals: [figures],
    failed: [],
    instructions: [],
    maturities: [],
    rows: [{ accountId, clientName: 'Achieng Odhiambo', ...figures }],
    page: 0,
    pages: 1,
  })
})
