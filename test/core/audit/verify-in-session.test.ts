import { expect, test } from 'vitest'
import { outcomeType } from '../../support/expect.ts'
import { foundedEngine, must, workADay } from '../engine/made-engine.ts'

async function worked() {
  const made = await foundedEngine()
  return { ...made, ...(await workADay(made)) }
}

test.each(['quick', 'full'] as const)(
  '[V18] a %s check of clean books says so, and that it was made is told',
  async depth => {
    const made = await worked()
    must(await made.signIn('MGR1'))
    const checked = must(await made.port.execute({ type: 'books.verify', depth }))
    expect(checked).toMatchObject({ depth, isClean: true, findings: [], findingCount: 0 })
    expect(checked.counts.records).toBe(checked.logs[0]?.seq)
    const { rows } = must(await made.port.query({ type: 'audit-trail', kind: 'verified' }))
    expect(rows).toMatchObject([{ what: depth, staffName: 'Daniel Otieno' }])
  },
)

test('[V18] others are served while the books are checked, and see how far it has come', async () => {
  const made = await worked()
  must(await made.signIn('MGR1'))
  const seen: unknown[] = []
  made.port.subscribe(event => {
    if (event.type === 'changed' && event.topics.includes('verification'))
      void made.port.query({ type: 'verification' }).then(answer => seen.push(must(answer)))
  })
  const checking = made.port.execute({ type: 'books.verify', depth: 'full' })
  expect(must(await made.port.query({ type: 'account', accountId: made.accountId })).balanceMinor).toBe(250_000n)
  must(await checking)
  const [first] = seen
  expect(first).toMatchObject({ total: expect.any(Number) })
  expect(must(await made.port.query({ type: 'verification' }))).toBeNull()
})

test('[V18] a session that ends, ends the check', async () => {
  const made = await worked()
  must(await made.signIn('MGR1'))
  const checking = made.port.execute({ type: 'books.verify', depth: 'full' })
  must(await made.port.execute({ type: 'session.lock' }))
  expect(outcomeType(await checking)).toBe('locked')
})

test('[V18] a teller has no books checked', async () => {
  const made = await worked()
  expect(outcomeType(await made.port.execute({ type: 'books.verify', depth: 'quick' }))).toBe('not-permitted')
})
