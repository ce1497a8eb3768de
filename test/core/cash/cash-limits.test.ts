import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { journalCommandSchema } from '../../../core/command/command.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { cashPositionAnswer } from '../../../core/query/cash-position-answer.ts'
import { previewAnswer } from '../../../core/query/preview-answer.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const thousands = (pieces: number) => count([100_000n, pieces])
const branchOf = (branch: Branch) => loadContext(branch.books, branch.desk('head-office')).branch

function limit(branch: Branch, place: 'vault' | 'officer' | 'teller', maxMinor?: bigint, minMinor?: bigint): void {
  const limits = { ...(maxMinor ? { maxMinor } : {}), ...(minMinor ? { minMinor } : {}) }
  const { branchId } = branchOf(branch)
  branch.must('head-office', { type: 'cash-limit.set', branchId, place, currency: KES, ...limits })
}

const noticesOf = (branch: Branch, role: Role, command: object) => {
  const asked = journalCommandSchema.parse({ ...command, key: branch.environment.newId() })
  const answer = previewAnswer(branch.books, asked, loadContext(branch.books, branch.desk(role)))
  return answer.effect?.notices?.map(({ beyond, limitMinor, owner }) => [beyond, limitMinor, owner.kind]) ?? []
}

test('[C15] limits are head office’s; a minimum is for vaults and not above the maximum; the newest holds', () => {
  const branch = makeBranch()
  const { branchId } = branchOf(branch)
  const set = { type: 'cash-limit.set', branchId, place: 'vault', currency: KES } as const
  expectRefusal(branch.execute('manager', { ...set, maxMinor: 1n }), 'not-permitted')
  expectRefusal(
    branch.execute('head-office', { ...set, branchId: branch.environment.newId(), maxMinor: 1n }),
    'branch-unknown',
  )
  expect(() => branch.execute('head-office', { ...set, maxMinor: 1n, minMinor: 2n })).toThrow('above-maximum')
  expect(() => branch.execute('head-office', { ...set, place: 'teller', minMinor: 2n })).toThrow('only-for-vaults')
  limit(branch, 'vault', 100n)
  limit(branch, 'vault', 300_000_000n, 100_000_000n)
  branch.must('manager', { type: 'day.open', date: businessDate('2026-03-02') })
  const vault = cashPositionAnswer(branch.books.db, loadContext(branch.books, branch.desk('manager')), undefined)
    ?.places[0]
  expect(vault?.limit).toEqual({ maxMinor: 300_000_000n, minMinor: 100_000_000n })
  expectBooksToBalance(branch)
})

test('[C16] a deposit above the drawer’s limit is told and taken all the same, and stands in the position', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  limit(branch, 'officer', 2_050_000n)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 100_000n, currency: KES } as const
  expect(noticesOf(branch, 'officer', { ...deposit, amountMinor: 50_000n })).toEqual([])
  expect(noticesOf(branch, 'officer', deposit)).toEqual([['above', 2_050_000n, 'drawer']])
  expect(outcomeType(branch.execute('officer', deposit))).toBe('posted')
  const position = cashPositionAnswer(branch.books.db, loadContext(branch.books, branch.desk('officer')), undefined)
  expect(position?.places.find(({ kind }) => kind === 'drawer')?.beyond).toEqual({
    beyond: 'above',
    limitMinor: 2_050_000n,
  })
  expectBooksToBalance(branch)
})

test('[C16] a vault that a float leaves below its minimum is told', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  limit(branch, 'vault', undefined, 197_500_000n)
  const open = { type: 'drawer.open', currency: KES, counted: thousands(6) } as const
  expect(noticesOf(branch, 'teller', { ...open, counted: thousands(5) })).toEqual([])
  expect(noticesOf(branch, 'teller', open)).toEqual([['below', 197_500_000n, 'vault']])
  expect(outcomeType(branch.execute('teller', open))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[C17] no drawer is opened with more, or sent more, than may lie in it; what is on its way counts', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  limit(branch, 'teller', 500_000n)
  const open = (pieces: number) =>
    branch.execute('teller', { type: 'drawer.open', currency: KES, counted: thousands(pieces) })
  expect(expectRefusal(open(6), 'drawer-above-maximum')).toMatchObject({ maximumMinor: 500_000n })
  const opened = open(2)
  const drawerId = opened.ok ? (opened.value.created.drawerId ?? '') : ''
  const send = (pieces: number) =>
    branch.execute('manager', {
      type: 'cash.send',
      from: { kind: 'vault' },
      to: { kind: 'drawer', drawerId },
      currency: KES,
      counted: thousands(pieces),
    })
  expectRefusal(send(4), 'drawer-above-maximum')
  expect(outcomeType(send(2))).toBe('posted')
  expectRefusal(send(2), 'drawer-above-maximum')
  expect(outcomeType(send(1))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[C17] a vault at its limit still takes cash', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  limit(branch, 'vault', 198_000_000n)
  const send = { type: 'cash.send', from: { kind: 'drawer', drawerId }, to: { kind: 'vault' }, currency: KES } as const
  const { created } = branch.must('officer', { ...send, counted: thousands(3) })
  const receive = { type: 'cash.receive', transferId: created.transferId ?? '', counted: thousands(3) } as const
  expect(noticesOf(branch, 'manager', receive)).toEqual([['above', 198_000_000n, 'vault']])
  branch.must('manager', receive)
  expectBooksToBalance(branch)
})
