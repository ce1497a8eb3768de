import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { cashPositionAnswer } from '../../../core/query/cash-position-answer.ts'
import { cashToReceive } from '../../../core/query/transfer-ways.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const KES = 'KES' as const
const thousands = (pieces: number) => count([100_000n, pieces])
const positionOf = (branch: Branch, date?: string) => {
  const position = cashPositionAnswer(
    branch.books.db,
    loadContext(branch.books, branch.desk('manager')),
    date === undefined ? undefined : businessDate(date),
  )
  if (!position) throw new Error('a day was opened')
  return position
}

/** A day of cash: a float, two deposits, a withdrawal, a transfer to the vault received and one on its way, a count one note short. */
function aDay() {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const { must } = branch
  for (const amountMinor of [300_000n, 200_000n])
    must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  must('officer', { type: 'savings.withdraw', accountId, amountMinor: 100_000n, currency: KES })
  const send = { type: 'cash.send', from: { kind: 'drawer', drawerId }, to: { kind: 'vault' }, currency: KES } as const
  const transferId = must('officer', { ...send, counted: thousands(5) }).created.transferId ?? ''
  must('manager', { type: 'cash.receive', transferId, counted: thousands(5) })
  must('officer', { ...send, counted: thousands(2) })
  must('officer', { type: 'drawer.count', drawerId, counted: thousands(16), note: 'one less' }, 'manager')
  return { branch, drawerId }
}

test('[C13] the position says of each place what it began with, what came and went by kind, the count, and what lies there', () => {
  const { branch } = aDay()
  const { businessDate: date, places, transfers } = positionOf(branch)
  const [vault, drawer, ...more] = places
  expect([date, more]).toEqual(['2026-03-02', []])
  expect(vault).toMatchObject({ kind: 'vault', name: 'Kisumu', closingMinor: 198_500_000n, isUncounted: true })
  expect(drawer).toMatchObject({
    kind: 'drawer',
    name: 'Amina Yusuf',
    openingMinor: 0n,
    movements: [
      { operation: 'drawer.opened', direction: 'in', count: 1, amountMinor: 2_000_000n },
      { operation: 'savings.deposited', direction: 'in', count: 2, amountMinor: 500_000n },
      { operation: 'savings.withdrawn', direction: 'out', count: 1, amountMinor: 100_000n },
      { operation: 'cash.sent', direction: 'out', count: 2, amountMinor: 700_000n },
      { operation: 'over-short', direction: 'out', count: 1, amountMinor: 100_000n },
    ],
    closingMinor: 1_600_000n,
    count: {
      countedMinor: 1_600_000n,
      expectedMinor: 1_700_000n,
      differenceMinor: -100_000n,
      countedBy: 'Amina Yusuf',
    },
    isUncounted: false,
  })
  expect(transfers).toMatchObject([
    {
      from: { kind: 'drawer', name: 'Amina Yusuf' },
      to: { kind: 'vault', name: 'Kisumu' },
      amountMinor: 200_000n,
      daysOnTheWay: 0,
    },
  ])
  expectBooksToBalance(branch)
})

test('[C13] each day begins with what the last one ended with, and says how long a transfer has been on its way', () => {
  const { branch, drawerId } = aDay()
  branch.must('officer', { type: 'day.close' }, 'manager')
  branch.environment.setClock('2026-03-05T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-05') })
  const today = positionOf(branch)
  expect(today.places.map(({ openingMinor, movements }) => [openingMinor, movements])).toEqual([
    [198_500_000n, []],
    [1_600_000n, []],
  ])
  expect(today.places.find(({ id }) => id === drawerId)?.isUncounted).toBe(true)
  expect(today.transfers[0]?.daysOnTheWay).toBe(3)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(16) })
  const then = positionOf(branch, '2026-03-02')
  expect(then.places.map(({ closingMinor }) => closingMinor)).toEqual([198_500_000n, 1_600_000n])
  expect(positionOf(branch).places.find(({ id }) => id === drawerId)).toMatchObject({ isOpen: false, closingMinor: 0n })
})

test('[C13] what a day ended with stays the answer of that day, whatever was counted, moved or received since', () => {
  const { branch, drawerId } = aDay()
  branch.must('officer', { type: 'day.close' }, 'manager')
  const before = positionOf(branch)
  branch.environment.setClock('2026-03-05T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-05') })
  const [sent] = before.transfers
  branch.must('manager', { type: 'cash.receive', transferId: sent?.transferId ?? '', counted: thousands(2) })
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(16) })
  branch.must('manager', { type: 'vault.count', currency: KES, counted: thousands(2_003) })
  const waysAside = (position: typeof before) => ({
    ...position,
    transfers: position.transfers.map(({ ways: _, ...transfer }) => transfer),
  })
  expect(waysAside(positionOf(branch, '2026-03-02'))).toEqual(waysAside(before))
  expect(before.places.map(({ isUncounted, isOpen }) => [isUncounted, isOpen])).toEqual([
    [true, true],
    [false, true],
  ])
  const after = positionOf(branch)
  expect(after.places.map(({ isUncounted, isOpen }) => [isUncounted, isOpen])).toEqual([
    [false, true],
    [false, false],
  ])
  expect(after.transfers).toEqual([])
  expectBooksToBalance(branch)
})

test('[C14] what is on its way waits for who may receive it, and is called back by who sent it or oversees', () => {
  const { branch } = aDay()
  const waysFor = (role: Role) => {
    const context = loadContext(branch.books, branch.desk(role))
    const [transfer] = cashPositionAnswer(branch.books.db, context, undefined)?.transfers ?? []
    return [transfer?.ways, cashToReceive(branch.books.db, context)]
  }
  expect(waysFor('officer')).toEqual([['call-back'], 0])
  expect(waysFor('manager')).toEqual([['receive', 'call-back'], 1])
  expect(waysFor('teller')).toEqual([[], 0])
  expectBooksToBalance(branch)
})

test('[C14] what is for a drawer waits for its keeper, while it is open', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  const send = { type: 'cash.send', from: { kind: 'vault' }, to: { kind: 'drawer', drawerId }, currency: KES } as const
  branch.must('manager', { ...send, counted: thousands(3) })
  const waiting = (role: Role) => cashToReceive(branch.books.db, loadContext(branch.books, branch.desk(role)))
  expect([waiting('officer'), waiting('teller'), waiting('manager')]).toEqual([1, 0, 0])
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(20) })
  expect(waiting('officer')).toBe(0)
  expectBooksToBalance(branch)
})
