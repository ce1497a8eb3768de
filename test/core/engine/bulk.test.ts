import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { BulkProgress, BulkResult } from '../../../core/query/bulk-answers.ts'
import { expectRefusal } from '../../support/expect.ts'
import { foundedEngine, must, newKey, type TestEngine, temporaryFolder, workADay } from './made-engine.ts'

const depositOf = (accountId: string, amountMinor = 100_000n) =>
  ({ type: 'savings.deposit', key: newKey(), accountId, amountMinor, currency: 'KES' }) as const
const depositsOf = (accountId: string, count: number) => Array.from({ length: count }, () => depositOf(accountId))

const running = (engine: TestEngine, items: readonly object[], batch = newKey()) => ({
  batch,
  answer: engine.port.execute({ type: 'bulk.run', batch, items } as never) as Promise<
    { ok: true; value: BulkProgress } | { ok: false; refusal: never }
  >,
})
const run = async (engine: TestEngine, items: readonly object[], batch = newKey()) => {
  const progress = must(await running(engine, items, batch).answer)
  const results = must(await engine.port.query({ type: 'bulk-results', batch, limit: 200 }))
  return { batch, progress, results }
}

const balanceOf = async ({ port }: TestEngine, accountId: string) =>
  must(await port.query({ type: 'account', accountId })).balanceMinor
const recordsOf = async ({ port }: TestEngine) =>
  must(await port.query({ type: 'journal', limit: 1 })).rows[0]?.record.seq ?? 0

async function expectCleanBooks(made: TestEngine): Promise<void> {
  must(await made.signIn('MGR1'))
  const { isClean, findings } = must(await made.port.execute({ type: 'books.verify', depth: 'full' }))
  expect({ isClean, findings }).toEqual({ isClean: true, findings: [] })
}

const told = (results: readonly BulkResult[]) => results.map(({ status, refusal }) => (refusal ? refusal.type : status))

test('[N1] each of many is decided by itself: the refused ones leave nothing, and the others are posted', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const withdrawal = { ...depositOf(accountId, 60_000_000n), type: 'savings.withdraw' }
  const { progress, results } = await run(made, [
    depositOf(accountId),
    depositOf(newKey()),
    withdrawal,
    depositOf(accountId, 20_000_001n),
    depositOf(accountId),
  ])
  expect(told(results)).toEqual(['posted', 'account-unknown', 'balance-below-minimum', 'approval-needed', 'posted'])
  expect(progress).toMatchObject({
    total: 5,
    done: 5,
    counts: { posted: 2, ready: 0, known: 0, refused: 3 },
    isRunning: false,
  })
  expect(await balanceOf(made, accountId)).toBe(450_000n)
  await expectCleanBooks(made)
})

test('[N1][N4] what one may not do alone stays undone in a bulk, also what a role may not do at all', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  must(await made.signIn('HO1'))
  const lines = [
    { account: '5400', side: 'debit', amountMinor: 100n, currency: 'KES' },
    { account: '2270', side: 'credit', amountMinor: 100n, currency: 'KES' },
  ]
  const journal = { type: 'journal.post', key: newKey(), purpose: 'expense', lines }
  const cosign = { type: 'session.cosign', code: 'MGR1', passphrase: 'a quiet morning bell', command: journal }
  must(await made.port.execute(cosign as never))
  const asHeadOffice = await run(made, [journal, depositOf(accountId)])
  expect(told(asHeadOffice.results)).toEqual(['approval-needed', 'drawer-not-open'])
  must(await made.signIn('TEL1'))
  expect(told((await run(made, [journal])).results)).toEqual(['not-permitted'])
  await expectCleanBooks(made)
})

test('[N2] a batch that was cut goes on where it was cut, and posts nothing twice', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const items = depositsOf(accountId, 450)
  const { batch, answer } = running(made, items)
  must(await made.port.execute({ type: 'session.lock' }))
  expectRefusal(await answer, 'locked')
  must(await made.signIn('OFF1'))
  expect(must(await made.port.query({ type: 'bulk' }))).toBe(null)
  const again = must(await running(made, items, batch).answer)
  expect(again.counts).toEqual({ posted: 250, ready: 0, known: 200, refused: 0 })
  const changed = [{ ...items[0], amountMinor: 1n }, items[1] ?? {}]
  const { results } = await run(made, changed)
  expect(results[0]?.refusal).toMatchObject({ type: 'key-reused', field: 'amountMinor' })
  expect(results[1]?.status).toBe('known')
  expect(await balanceOf(made, accountId)).toBe(250_000n + 450n * 100_000n)
  await expectCleanBooks(made)
})

test('[N3] others are served meanwhile, and cancelling leaves what was posted', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const { batch, answer } = running(made, depositsOf(accountId, 900))
  const meanwhile = must(await made.port.query({ type: 'bulk' }))
  expect(meanwhile).toMatchObject({ batch, total: 900, isRunning: true })
  must(await made.port.execute({ type: 'bulk.cancel', batch: newKey() }))
  must(await made.port.execute({ type: 'bulk.cancel', batch }))
  const { done, isCancelled, isRunning, counts } = must(await answer)
  expect({ isCancelled, isRunning }).toEqual({ isCancelled: true, isRunning: false })
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(900)
  expect(counts.posted).toBe(done)
  expect(await balanceOf(made, accountId)).toBe(250_000n + BigInt(done) * 100_000n)
  await expectCleanBooks(made)
})

test('[N4] a second batch waits for the first one to end', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const first = running(made, depositsOf(accountId, 300))
  expectRefusal(await running(made, depositsOf(accountId, 1)).answer, 'bulk-under-way')
  expect(must(await first.answer).counts.posted).toBe(300)
  expect(must(await running(made, depositsOf(accountId, 1)).answer).counts.posted).toBe(1)
})

test.each([
  ['no item', [], 'too-few'],
  ['a command that is not for many', [{ type: 'day.close', key: newKey() }], 'not-one-of'],
  ['an amount that is none', [depositOf(newKey(), 0n)], 'not-positive'],
] as const)('[N1] %s is refused before anything is begun', async (_name, items, rule) => {
  const made = await foundedEngine()
  await workADay(made)
  const before = await recordsOf(made)
  expect(expectRefusal(await running(made, items).answer, 'field-invalid').rule).toBe(rule)
  expect(await recordsOf(made)).toBe(before)
  expect(must(await made.port.query({ type: 'bulk' }))).toBe(null)
})

test('[N5] what became of each is read page by page, and saved as CSV without a formula', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  const client = { givenNames: '=HYPERLINK("x")', sex: 'female', birthDate: '1990-01-01', phone: '+254700000001' }
  const { batch } = await run(made, [
    { type: 'client.register', key: newKey(), client },
    { type: 'client.register', key: newKey(), client: { ...client, givenNames: 'Joy' } },
    depositOf(accountId),
    depositOf(newKey()),
  ])
  const page = (after: number, status?: 'refused') =>
    made.port.query({ type: 'bulk-results', batch, after, limit: 2, ...(status ? { status } : {}) })
  expect(must(await page(0)).map(({ place }) => place)).toEqual([1, 2])
  expect(must(await page(2)).map(({ place }) => place)).toEqual([3, 4])
  expect(must(await page(0, 'refused')).map(({ place }) => place)).toEqual([2, 4])
  const { folder } = must(await made.port.execute({ type: 'bulk.save-results', batch, folder: temporaryFolder() }))
  const [head, ...rows] = readFileSync(path.join(folder, 'results.csv'), 'utf8').trimEnd().split('\n')
  expect(head).toBe('place,row,column,status,type,log,seq,receipt,refusal,detail')
  expect(rows[0]).toMatch(/^1,,,posted,client\.registered,[a-z0-9]+,\d+,,,$/)
  expect(rows[1]).toMatch(/^2,,,refused,,,,,client-may-exist,".*because=phone"$/)
  expect(rows[2]).toMatch(/^3,,,posted,savings\.deposited,[a-z0-9]+,\d+,\d+,,$/)
  expect(rows[3]).toBe('4,,,refused,,,,,account-unknown,')
  expectRefusal(
    await made.port.execute({ type: 'bulk.save-results', batch: newKey(), folder: temporaryFolder() }),
    'field-invalid',
  )
})

test('[N1][U1] refusals that are alike stand in the audit trail as one, counted', async () => {
  const made = await foundedEngine()
  await workADay(made)
  await run(made, [depositOf(newKey()), depositOf(newKey()), depositOf(newKey())])
  must(await made.signIn('MGR1'))
  const { rows } = must(await made.port.query({ type: 'audit-trail', kind: 'refused' }))
  expect(rows).toMatchObject([{ what: 'savings.deposit', refusal: 'account-unknown', times: 3 }])
})
