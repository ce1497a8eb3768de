import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readControl } from '../../../core/export/signed-control.ts'
import { expectRefusal } from '../../support/expect.ts'
import { foundedEngine, must, newKey, type TestEngine, temporaryFolder, workADay } from './made-engine.ts'

const exported = ({ port }: TestEngine, folder: string, order: object = {}) =>
  port.execute({ type: 'export.books', folder, order: { format: 'all', ...order } } as never)

const deposits = async ({ port }: TestEngine, accountId: string, count: number): Promise<void> => {
  for (let place = 0; place < count; place++)
    must(
      await port.execute({ type: 'savings.deposit', key: newKey(), accountId, amountMinor: 100_000n, currency: 'KES' }),
    )
}

test('[X12][X15] who may audit exports the books into a new folder, signed by this installation', async () => {
  const made = await foundedEngine()
  await workADay(made)
  must(await made.signIn('MGR1'))
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'books.journal'), 'somebody else’s')
  const answer = must(await made.port.execute({ type: 'export.books', folder, order: { format: 'all' } }))
  expect(answer.folder).toMatch(/nexum-export-\d{14}$/)
  const [set] = answer.sets
  expect(set?.files).toEqual([
    'books.journal',
    'books.beancount',
    'books-lines.csv',
    'books-trial-balance.csv',
    'books.control.txt',
  ])
  expect(set?.control.turnover).toEqual([{ currency: 'KES', debitMinor: 202_250_000n, creditMinor: 202_250_000n }])
  const control = readControl(readFileSync(path.join(answer.folder, 'books.control.txt'), 'utf8'))
  const own = set?.control.logs[0]
  expect(control?.signedBy).toBe(own?.logId)
  expect(own?.headSeq).toBe(must(await made.port.query({ type: 'journal', limit: 1 })).rows[0]?.record.seq)
  expect(readFileSync(path.join(folder, 'books.journal'), 'utf8')).toBe('somebody else’s')
})

test('[X15] who may not audit exports nothing', async () => {
  const made = await foundedEngine()
  await workADay(made)
  const folder = temporaryFolder()
  expect(expectRefusal(await exported(made, folder), 'not-permitted').permission).toBe('audit')
  expect(readdirSync(folder)).toEqual([])
})

test('[X15] operations go on meanwhile, and the export is of the moment at which it began', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  await deposits(made, accountId, 150)
  must(await made.signIn('MGR1'))
  const before = must(await made.port.query({ type: 'journal', limit: 1 })).rows[0]?.record.seq
  const exporting = made.port.execute({ type: 'export.books', folder: temporaryFolder(), order: { format: 'ledger' } })
  must(
    await made.port.execute({
      type: 'hold.place',
      key: newKey(),
      accountId,
      amountMinor: 100n,
      currency: 'KES',
      reason: 'guarantee',
    }),
  )
  const { sets } = must(await exporting)
  expect(sets[0]?.control.logs[0]?.headSeq).toBe(before)
  expect(must(await made.port.query({ type: 'journal', limit: 1 })).rows[0]?.record.seq).toBe((before ?? 0) + 1)
})

test('[X15] when the session ends the export ends, and nothing remains', async () => {
  const made = await foundedEngine()
  const { accountId } = await workADay(made)
  await deposits(made, accountId, 150)
  must(await made.signIn('MGR1'))
  const folder = temporaryFolder()
  const exporting = exported(made, folder)
  must(await made.port.execute({ type: 'session.lock' }))
  expectRefusal(await exporting, 'locked')
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['relative/folder', {}, 'folder'],
  ['/nowhere/at/all', {}, 'folder'],
  [null, { branch: '999' }, 'branch'],
  [null, { from: '2026-03-09', to: '2026-03-01' }, 'from'],
  [null, { to: '2001-01-01' }, 'from'],
] as const)('[X15] %j with %j is refused, and nothing remains', async (given, order, field) => {
  const made = await foundedEngine()
  await workADay(made)
  must(await made.signIn('MGR1'))
  const folder = temporaryFolder()
  expect(expectRefusal(await exported(made, given ?? folder, order), 'field-invalid').field).toBe(field)
  expect(readdirSync(folder)).toEqual([])
})
