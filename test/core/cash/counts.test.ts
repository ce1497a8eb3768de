import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault, endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const thousands = (pieces: number) => count([100_000n, pieces])
const closeDay = (branch: Branch, role: Role, cosigner?: Role) => branch.execute(role, { type: 'day.close' }, cosigner)

test('[C6][B4] a field officer counts the drawer and keeps it overnight, with its cash', () => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 100_000n, currency: KES } as const
  branch.must('officer', { type: 'drawer.count', drawerId, counted: thousands(20) })
  branch.must('officer', deposit)
  expectRefusal(closeDay(branch, 'officer'), 'cash-uncounted')
  branch.must('officer', { type: 'drawer.count', drawerId, counted: thousands(21) })
  countVault(branch)
  expect(outcomeType(closeDay(branch, 'officer'))).toBe('posted')

  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  expect(outcomeType(branch.execute('officer', deposit))).toBe('posted')
  expect(outcomeType(closeDay(branch, 'officer'))).toBe('cash-uncounted')
  branch.must('officer', { type: 'drawer.count', drawerId, counted: thousands(22) })
  expect(outcomeType(closeDay(branch, 'officer'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[B4] a count of yesterday does not account for today, though nothing moved', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.count', drawerId, counted: thousands(20) })
  endDay(branch)
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  expectRefusal(closeDay(branch, 'officer'), 'cash-uncounted')
})

test("[B4] a teller's counted drawer still goes to the vault, and who keeps the vault counts that", () => {
  const branch = makeBranch()
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-02') })
  const opened = branch.must('teller', { type: 'drawer.open', currency: KES, counted: thousands(5) })
  const drawerId = opened.created.drawerId ?? ''
  branch.must('manager', { type: 'drawer.count', drawerId, counted: thousands(5) })
  const listed = expectRefusal(closeDay(branch, 'manager'), 'cash-uncounted').cash
  expect(listed.map(({ kind, name, amountMinor, way }) => [kind, name, amountMinor, way])).toEqual([
    ['drawer', 'Peter Mwangi', 500_000n, 'close'],
    ['vault', 'Kisumu', 199_500_000n, 'count'],
  ])
  branch.must('teller', { type: 'drawer.close', drawerId, counted: thousands(5) })
  branch.must('manager', { type: 'vault.count', currency: KES, counted: thousands(2_000) })
  expect(outcomeType(closeDay(branch, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[B4] a vault that moved stands against closing the day for everybody, and is named with what the books say lies in it', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(20) })
  for (const who of ['officer', 'teller', 'manager', 'head-office'] as const)
    expect(expectRefusal(closeDay(branch, who), 'cash-uncounted').cash).toMatchObject([
      { kind: 'vault', name: 'Kisumu', currency: KES, amountMinor: 200_000_000n, way: 'count' },
    ])
  branch.must('manager', { type: 'vault.count', currency: KES, counted: thousands(2_000) })
  expect(outcomeType(closeDay(branch, 'teller'))).toBe('posted')
  expectBooksToBalance(branch)
})

test.each([
  // who closes    who signs       gives
  ['officer', 'teller', 'cash-uncounted'],
  ['officer', 'accountant', 'cash-uncounted'],
  ['officer', 'manager', 'posted'],
  ['teller', 'head-office', 'posted'],
  ['manager', 'manager', 'cash-uncounted'],
  ['manager', 'head-office', 'posted'],
] as const)(
  '[B4][A45] over a vault that nobody counted the %s closes the day, and the %s signs: %s',
  (who, second, expected) => {
    const branch = makeBranch()
    const { drawerId } = openForBusiness(branch)
    branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(20) })
    expect(outcomeType(closeDay(branch, who, second))).toBe(expected)
    expectBooksToBalance(branch)
  },
)

test('[B4] a vault that was signed for stays to be counted, though nothing moved the next day', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(20) })
  branch.must('teller', { type: 'day.close' }, 'manager')
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-03') })
  expectRefusal(closeDay(branch, 'teller'), 'cash-uncounted')
  countVault(branch)
  expect(outcomeType(closeDay(branch, 'teller'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[B4] no signature stands for a drawer that is open', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const listed = expectRefusal(closeDay(branch, 'officer', 'manager'), 'cash-uncounted').cash
  expect(listed.map(({ kind }) => kind)).toEqual(['drawer'])
})

test('[B4] a vault in which nothing moved since the founding needs no count', () => {
  const branch = makeBranch()
  branch.must('manager', { type: 'day.open', date: businessDate('2026-03-02') })
  expect(outcomeType(closeDay(branch, 'manager'))).toBe('posted')
})

test.each([
  // who         pieces  note          second         expected, in order of precedence
  ['teller', 2_000, undefined, undefined, 'not-permitted'],
  ['manager', 1_999, undefined, undefined, 'difference-needs-note'],
  ['manager', 1_960, 'torn bag', undefined, 'posted'],
  ['manager', 1_400, 'a bag is gone', undefined, 'approval-needed'],
  ['manager', 1_400, 'a bag is gone', 'head-office', 'posted'],
  ['manager', 2_000, undefined, undefined, 'posted'],
] as const)(
  '[C7][C3] the vault counted by a %s as %i notes, note %s, with %s: %s',
  (who, pieces, note, second, expected) => {
    const branch = makeBranch()
    branch.must('manager', { type: 'day.open', date: businessDate('2026-03-02') })
    const counted = thousands(pieces)
    const result = branch.execute(
      who,
      { type: 'vault.count', currency: KES, counted, ...(note ? { note } : {}) },
      second,
    )
    expect(outcomeType(result)).toBe(expected)
    const verification = expectBooksToBalance(branch)
    const vault = verification.trialBalance.find(({ account }) => account === '1110')
    expect((vault?.debitMinor ?? 0n) - (vault?.creditMinor ?? 0n)).toBe(
      expected === 'posted' ? BigInt(pieces) * 100_000n : 200_000_000n,
    )
  },
)

test.each([
  ['teller', 20, undefined, 'drawer-not-yours'],
  ['officer', 19, undefined, 'difference-needs-note'],
  ['officer', 19, 'lost a note', 'approval-needed'],
  ['manager', 19, 'counted in surprise', 'posted'],
] as const)(
  "[C6][C3][C4] an officer's drawer counted by a %s as %i notes, note %s: %s",
  (who, pieces, note, expected) => {
    const branch = makeBranch()
    const { drawerId } = openForBusiness(branch)
    const command = { type: 'drawer.count', drawerId, counted: thousands(pieces), ...(note ? { note } : {}) } as const
    expect(outcomeType(branch.execute(who, command))).toBe(expected)
    expectBooksToBalance(branch)
  },
)

test('[C6] a closed drawer is not counted', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: thousands(20) })
  expectRefusal(branch.execute('officer', { type: 'drawer.count', drawerId, counted: [] }), 'drawer-not-open')
})
