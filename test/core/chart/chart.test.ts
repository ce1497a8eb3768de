import { expect, test } from 'vitest'
import { accountVersions } from '../../../core/storage/chart.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'

const rent = {
  type: 'chart.add-account',
  code: '5430',
  name: 'Rent',
  accountType: 'expense',
  parent: '5000',
  posting: true,
} as const
const staffHeader = { ...rent, code: '5700', name: 'Travel', posting: false } as const
const change = (code: string, changed: { name?: string; parent?: string; isClosed?: boolean }) =>
  ({ type: 'chart.change-account', code, ...changed }) as const

test.each([
  ['officer', 'not-permitted'],
  ['manager', 'not-permitted'],
  ['accountant', 'posted'],
  ['head-office', 'posted'],
] as const)('[A1][G1] the chart changed by the %s gives %s', (role, expected) => {
  const branch = makeBranch()
  expect(outcomeType(branch.execute(role, rent))).toBe(expected)
  expect(outcomeType(branch.execute(role, change('5400', { name: 'Office' })))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[Y21][G1] the chart changes at head office only', () => {
  const branch = makeBranch()
  spoiledOnPurpose(branch, 'the books say that another log is head office')
  branch.books.db.exec("UPDATE institution SET head_office_log = 'another'")
  expectRefusal(branch.execute('accountant', rent), 'not-head-office')
  expectRefusal(branch.execute('accountant', change('5400', { name: 'Office' })), 'not-head-office')
})

test('[G1] each version of an account says what it was, who changed it and when', () => {
  const branch = makeBranch()
  branch.must('accountant', rent)
  branch.must('head-office', staffHeader)
  branch.environment.setClock('2026-03-05T10:00:00.000Z')
  branch.must('head-office', change('5430', { name: 'Rent of offices', parent: '5700' }))
  branch.must('accountant', change('5430', { isClosed: true }))
  const versions = accountVersions(branch.books.db, '5430')
  expect(versions.map(({ version, name, parent, closed }) => [version, name, parent, closed])).toEqual([
    [3, 'Rent of offices', '5700', 1],
    [2, 'Rent of offices', '5700', 0],
    [1, 'Rent', '5000', 0],
  ])
  expect(versions.map(({ actorName }) => actorName)).toEqual(['Fatuma Ali', 'Grace Wanjiru', 'Fatuma Ali'])
  expect(versions[1]?.recordedAt.slice(0, 10)).toBe('2026-03-05')
  expect(accountVersions(branch.books.db, '1110')).toMatchObject([
    { version: 1, name: 'Cash in vaults', parent: '1100' },
  ])
  expectBooksToBalance(branch)
})

test('[G1] code, type and kind of an account are not among what may change', () => {
  const branch = makeBranch()
  for (const field of ['accountType', 'type_', 'posting', 'control', 'newCode'])
    expect(() => branch.execute('accountant', { ...change('5400', { name: 'Office' }), [field]: 'asset' })).toThrow()
  expect(() => branch.execute('accountant', change('5400', {}))).toThrow()
})

test.each([
  // what is added                                            expected, in order of precedence
  ['a code that is taken', { code: '5400', parent: '9999' }, 'ledger-code-taken'],
  ['an unknown header', { parent: '9999' }, 'ledger-account-unknown'],
  ['a posting account for header', { parent: '5400' }, 'ledger-account-not-header'],
  ['a closed header of another type', { parent: '4700' }, 'ledger-account-closed'],
  ['a header of another type', { parent: '4000' }, 'ledger-account-type-differs'],
  ['a header of its type', { parent: '5000' }, 'posted'],
])('[G2] adding under %s: %s', (_what, over, expected) => {
  const branch = makeBranch()
  branch.must('accountant', { ...staffHeader, code: '4700', name: 'Grants', accountType: 'income', parent: '4000' })
  branch.must('accountant', change('4700', { isClosed: true }))
  expect(outcomeType(branch.execute('accountant', { ...rent, ...over }))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  // what is changed                                       expected, in order of precedence
  ['an unknown account', '9999', { isClosed: true }, 'ledger-account-unknown'],
  ["the program's own account", '1110', { isClosed: true, parent: '9999' }, 'ledger-account-in-use'],
  ['the account of a product', '2120', { isClosed: true }, 'ledger-account-in-use'],
  ['an account that a product pays interest from', '5100', { isClosed: true }, 'ledger-account-in-use'],
  ['an account with a balance', '3100', { isClosed: true }, 'ledger-account-in-use'],
  ['a header with open accounts', '4000', { isClosed: true }, 'ledger-account-in-use'],
  ['a header under itself', '1000', { parent: '1300' }, 'ledger-account-below-itself'],
  ['an account under another type', '5400', { parent: '4000' }, 'ledger-account-type-differs'],
  ['an account that stays in use, renamed', '1110', { name: 'Strongroom' }, 'posted'],
  ['an unused account', '5400', { isClosed: true }, 'posted'],
])('[G2][G3] changing %s (%s): %s', (_what, code, changed, expected) => {
  const branch = makeBranch()
  expect(outcomeType(branch.execute('accountant', change(code, changed)))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[G2] a chart of six levels takes no seventh, nor a subtree that would reach it', () => {
  const branch = makeBranch()
  const codes = ['5710', '5711', '5712', '5713', '5714']
  codes.forEach((code, place) => {
    branch.must('accountant', { ...staffHeader, code, parent: codes[place - 1] ?? '5000' })
  })
  const seventh = branch.execute('accountant', { ...rent, parent: '5714' })
  expect(expectRefusal(seventh, 'chart-too-deep').depthMax).toBe(6)
  branch.must('accountant', staffHeader)
  expectRefusal(branch.execute('accountant', change('5710', { parent: '5700' })), 'chart-too-deep')
  expectBooksToBalance(branch)
})

test('[G3] a closed account takes no new lines until it is opened again, under an open header', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 60_000n, currency: 'KES' } as const
  spoiledOnPurpose(branch, 'accounts are closed that no record closed')
  branch.books.db.exec("UPDATE ledger_account SET closed = 1 WHERE code IN ('2110', '2100')")
  expect(expectRefusal(branch.execute('officer', deposit), 'ledger-account-closed').account).toBe('2110')
  expect(
    expectRefusal(branch.execute('accountant', change('2110', { isClosed: false })), 'ledger-account-closed'),
  ).toEqual({ type: 'ledger-account-closed', account: '2100' })
  branch.must('accountant', change('2100', { isClosed: false }))
  branch.must('accountant', change('2110', { isClosed: false }))
  expect(outcomeType(branch.execute('officer', deposit))).toBe('posted')
})
