import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import type { Product } from '../../../core/products/product.ts'
import type { ProductDifference } from '../../../core/products/product-differences.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { ProductAnswer } from '../../../core/query/product-answers.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { outcomeType } from '../../support/expect.ts'

const passbook = templateProducts('KES').flatMap(one => (one.productId === 'passbook-savings' ? [one] : []))[0]
if (passbook?.kind !== 'passbook') throw new Error('no passbook savings')
const tomorrow = businessDate('2026-03-03')
const next = {
  ...passbook,
  version: 2,
  validFrom: tomorrow,
  minimumBalanceMinor: 70_000n,
  minimumOpeningMinor: 80_000n,
}
const nest = { ...next, productId: 'nest-egg-2', name: 'Nest egg', version: 1 }

const publish = (branch: Branch, product: Product) =>
  branch.execute('head-office', { type: 'product.publish', product })

function ruleOf(result: ReturnType<Branch['execute']>): string {
  if (result.ok) return 'posted'
  return result.refusal.type === 'field-invalid'
    ? `${result.refusal.field} ${result.refusal.rule}`
    : result.refusal.type
}

test.each<readonly [what: string, product: Product, expected: string]>([
  // what is published                                                         expected, in order of precedence
  ['a retired product', { ...next, productId: 'basic-savings', version: 3 }, 'product-retired'],
  ['the same version again', { ...next, version: 1, kind: 'current' }, 'product.version not-next-version'],
  ['another kind', { ...next, kind: 'current', currency: 'USD' }, 'product.kind differs-from-before'],
  ['another currency', { ...next, currency: 'USD', validFrom: undefined }, 'product.currency differs-from-before'],
  ['without a first day', { ...next, validFrom: undefined }, 'product.validFrom missing'],
  ['from yesterday', { ...next, validFrom: businessDate('2026-03-01') }, 'product.validFrom in-the-past'],
  [
    'with terms that do not fit together',
    { ...next, minimumOpeningMinor: 1n, controlAccount: '9999' },
    'product.minimumOpeningMinor below-minimum-balance',
  ],
  ['on an unknown account', { ...next, controlAccount: '9999' }, 'ledger-account-unknown'],
  ['on a header', { ...next, controlAccount: '2100' }, 'ledger-account-is-header'],
  ['on an account of another type', { ...next, fees: { incomeAccount: '5100' } }, 'ledger-account-type-differs'],
  [
    'on an account without sub-accounts',
    { ...next, controlAccount: '2270' },
    'product.controlAccount other-sub-accounts',
  ],
  ['the next version', next, 'posted'],
  ['a new product', nest, 'posted'],
])('[P2][P4] publishing %s: %s', (_what, product, expected) => {
  const branch = makeBranch()
  openForBusiness(branch)
  branch.must('head-office', { type: 'product.retire', productId: 'basic-savings' })
  expect(ruleOf(publish(branch, product as Product))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[P4] only head office publishes and retires', () => {
  const branch = makeBranch()
  for (const role of ['manager', 'accountant', 'officer'] as const)
    expect(outcomeType(branch.execute(role, { type: 'product.publish', product: next }))).toBe('not-permitted')
  expect(outcomeType(branch.execute('manager', { type: 'product.retire', productId: 'basic-savings' }))).toBe(
    'not-permitted',
  )
})

test('[S7][P4] a version holds from its first day; an account keeps the one it was opened under', () => {
  const branch = makeBranch()
  const { accountId: old, clientId, drawerId } = openForBusiness(branch)
  expect(ruleOf(publish(branch, next))).toBe('posted')
  const open = () => branch.must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created
  const versionOf = (accountId: string | undefined) =>
    loadSavingsAccount(branch.books.db, accountId ?? '', null)?.product.version
  const before = open().accountId
  branch.must('officer', { type: 'drawer.close', drawerId, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  endDay(branch)
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('manager', { type: 'day.open', date: tomorrow })
  expect([versionOf(old), versionOf(before), versionOf(open().accountId)]).toEqual([1, 1, 2])
  expectBooksToBalance(branch)
})

test('[P5] nothing is opened under a retired product; it is retired once', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const retire = (productId: string) =>
    outcomeType(branch.execute('head-office', { type: 'product.retire', productId }))
  expect(retire('no-such-product')).toBe('product-unknown')
  expect(retire('passbook-savings')).toBe('posted')
  expect(retire('passbook-savings')).toBe('product-retired')
  const open = { type: 'savings.open', clientId, productId: 'passbook-savings' } as const
  expect(outcomeType(branch.execute('officer', open))).toBe('product-unknown')
  const listed = answerQuery(branch.books, branch.desk('officer'), { type: 'products' }, [])
  expect(JSON.stringify(listed, (_n, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain('passbook-savings')
  expectBooksToBalance(branch)
})

test('[P4] a product is shown with all its versions, who published them, and what each changed', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  publish(branch, { ...next, fees: { incomeAccount: '4200', perWithdrawalMinor: 500n } })
  const { dormancy: _, ...undying } = { ...next, version: 3, validFrom: businessDate('2026-04-01') }
  const interest = passbook.interest
  if (!interest) throw new Error('no interest')
  const tiers = [{ fromMinor: 0n, annualPercent: rate('2.5') }]
  publish(branch, { ...undying, interest: { ...interest, rates: { type: 'whole', tiers } } })
  const answer = answerQuery(
    branch.books,
    branch.desk('auditor'),
    { type: 'product', productId: 'passbook-savings' },
    [],
  )
  if (!answer.ok) throw new Error(answer.refusal.type)
  const { versions } = answer.value as ProductAnswer
  expect(versions.map(({ product }) => product.version)).toEqual([3, 2, 1])
  expect(versions[0]).toMatchObject({ publishedBy: 'Grace Wanjiru', product: { validFrom: '2026-04-01' } })
  const expected: readonly (readonly ProductDifference[])[] = [
    [
      { field: 'dormancy.dormantAfterDays', before: '365' },
      { field: 'dormancy.inactiveAfterDays', before: '180' },
      { field: 'fees.perWithdrawalMinor', before: '500' },
      { field: 'interest.rates.tiers.0.annualPercent', before: '2', after: '2.5' },
      { field: 'validFrom', before: '2026-03-03', after: '2026-04-01' },
    ],
    [
      { field: 'fees.perWithdrawalMinor', after: '500' },
      { field: 'minimumBalanceMinor', before: '50000', after: '70000' },
      { field: 'minimumOpeningMinor', before: '50000', after: '80000' },
      { field: 'validFrom', after: '2026-03-03' },
    ],
    [],
  ]
  expect(versions.map(({ differences }) => differences.toSorted((a, b) => (a.field < b.field ? -1 : 1)))).toEqual(
    expected,
  )
  expectBooksToBalance(branch)
})
