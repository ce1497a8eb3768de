import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { StatementModel } from '../../../core/documents/document-model.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { type Branch, count, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { endDay } from '../../support/end-day.ts'

const statementOf = (branch: Branch, accountId: string, from: string, to: string): StatementModel => {
  const range = { from: businessDate(from), to: businessDate(to) }
  const read = readDocument(branch.books, branch.desk('officer'), {
    kind: 'statement',
    accountId,
    ...range,
    locale: 'en',
  })
  if (!read.ok || read.value.kind !== 'statement') throw new Error('no statement')
  return read.value
}

const nextDay = (branch: Branch, drawerId: string, date: string, countedMinor: bigint): string => {
  const drawer = { type: 'drawer.close', drawerId, counted: count([100n, Number(countedMinor / 100n)]) } as const
  branch.must('officer', drawer)
  endDay(branch)
  branch.environment.setClock(`${date}T07:00:00.000Z`)
  branch.must('officer', { type: 'day.open', date: businessDate(date) })
  const opened = branch.must('officer', { type: 'drawer.open', currency: 'KES', counted: count([100_000n, 20]) })
  return opened.created.drawerId ?? ''
}

const move = (branch: Branch, type: 'savings.deposit' | 'savings.withdraw', accountId: string, amountMinor: bigint) =>
  branch.must('officer', { type, accountId, amountMinor, currency: 'KES' })

test('[D9] a statement shows each line once, oldest first, and opening plus lines is closing', () => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  move(branch, 'savings.deposit', accountId, 300_000n)
  nextDay(branch, drawerId, '2026-03-03', 2_300_000n)
  const mistake = move(branch, 'savings.deposit', accountId, 70_000n)
  branch.must('officer', { type: 'operation.reverse', record: mistake.record, reason: 'wrong-amount' })
  move(branch, 'savings.withdraw', accountId, 50_000n)
  expect(statementOf(branch, accountId, '2026-03-03', '2026-03-31')).toMatchObject({
    openingMinor: 300_000n,
    closingMinor: 250_000n,
    depositsMinor: 70_000n,
    withdrawalsMinor: 120_000n,
    rows: [
      { operation: 'savings.deposited', receipt: 2, amountMinor: 70_000n, balanceMinor: 370_000n, reversed: true },
      {
        operation: 'operation.reversed',
        receipt: 3,
        reversesReceipt: 2,
        amountMinor: -70_000n,
        balanceMinor: 300_000n,
      },
      { operation: 'savings.withdrawn', receipt: 4, amountMinor: -50_000n, balanceMinor: 250_000n, reversed: false },
    ],
  })
  expect(statementOf(branch, accountId, '2026-03-02', '2026-03-02')).toMatchObject({
    openingMinor: 0n,
    closingMinor: 300_000n,
  })
  const quiet = statementOf(branch, accountId, '2026-04-01', '2026-04-30')
  expect(quiet).toMatchObject({ openingMinor: 250_000n, closingMinor: 250_000n, rows: [] })
})

test('[D9] whatever was paid in and out, the running balance agrees with the account', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -900, max: 1_000 }), { minLength: 1, maxLength: 25 }), moves => {
      const branch = makeBranch()
      const { accountId } = openForBusiness(branch)
      for (const units of moves) {
        const amountMinor = BigInt(Math.abs(units) + 1) * 100n
        const type = units > 0 ? 'savings.deposit' : 'savings.withdraw'
        branch.execute('officer', { type, accountId, amountMinor, currency: 'KES' })
      }
      const statement = statementOf(branch, accountId, '2026-03-02', '2026-03-02')
      let balanceMinor = statement.openingMinor
      for (const row of statement.rows) {
        balanceMinor += row.amountMinor
        expect(row.balanceMinor).toBe(balanceMinor)
      }
      expect(statement.closingMinor).toBe(balanceMinor)
      expect(statement.openingMinor + statement.depositsMinor - statement.withdrawalsMinor).toBe(balanceMinor)
      branch.books.close()
    }),
    { seed: 20_260_302, numRuns: 15 },
  )
})

test('[D9] the address comes out of the sealed profile', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const client = newClient({
    givenNames: 'Baraka',
    birthDate: businessDate('1990-01-01'),
    address: 'Behind the church, Ahero',
  })
  const { created } = branch.must('officer', { type: 'client.register', client })
  const opened = branch.must('officer', {
    type: 'savings.open',
    clientId: created.clientId ?? '',
    productId: 'passbook-savings',
  })
  const statement = statementOf(branch, opened.created.accountId ?? '', '2026-03-01', '2026-03-31')
  expect(statement).toMatchObject({ clientName: 'Baraka Odhiambo', clientAddress: 'Behind the church, Ahero' })
})

test('[D10] an unknown account and a range that ends before it begins are refused', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const ask = (id: string, from: string, to: string) =>
    readDocument(branch.books, branch.desk('officer'), {
      kind: 'statement',
      accountId: id,
      from: businessDate(from),
      to: businessDate(to),
      locale: 'en',
    })
  const range = { from: '2026-03-02', to: '2026-03-01' }
  expect(ask(accountId, range.from, range.to)).toEqual({ ok: false, refusal: { type: 'statement-range', ...range } })
  expect(ask('0198f3a2-0000-7000-8000-000000000000', '2026-03-01', '2026-03-01')).toEqual({
    ok: false,
    refusal: { type: 'account-unknown' },
  })
})
