import { describe, expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { addMonths } from '../../../core/calendar/months.ts'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { depositInterest } from '../../../core/interest/deposit-interest.ts'
import { rate } from '../../../core/money/rate.ts'
import { previewDeposit } from '../../../core/products/deposit-preview.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import { interestTermsOf } from '../../../core/products/product-terms.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { type ClientWish, recommendProducts } from '../../../core/products/recommend-products.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'

const products = templateProducts('KES')
const openedOn = businessDate('2027-01-01')

function deposit(productId: string): DepositProduct {
  const found = products.find(one => one.productId === productId)
  if (!found || !isDepositProduct(found)) throw new Error(`no ${productId}`)
  return found
}

describe('[P6] a year of a client’s money', () => {
  test('basic savings: 10,000.00 at 0.25 %, less a fee each month', () => {
    const year = previewDeposit(deposit('basic-savings'), { openedOn, amountMinor: 1_000_000n })
    expect(year.months).toHaveLength(12)
    expect(year).toMatchObject({
      paidInMinor: 1_000_000n,
      interestMinor: 2_433n,
      feesMinor: 60_000n,
      balanceMinor: 942_433n,
    })
    expect(year.netMinor).toBe(year.interestMinor - year.feesMinor)
  })

  test('premium savings: 100,000.00 at 4.5 %, with 15 % withheld at each posting', () => {
    const premium = deposit('premium-savings')
    if (premium.kind !== 'passbook' || !premium.interest) throw new Error('no interest')
    const taxed = { ...premium, interest: { ...premium.interest, withholdingTaxPercent: rate('15') } }
    const year = previewDeposit(taxed, { openedOn, amountMinor: 10_000_000n })
    expect(year).toMatchObject({ interestMinor: 457_973n, taxMinor: 68_695n, balanceMinor: 10_389_278n, feesMinor: 0n })
  })

  test('a fixed deposit earns nothing after its maturity, and what is accrued of a longer one is said', () => {
    const fixed = deposit('fixed-deposit')
    const use = { openedOn, amountMinor: 10_000_000n }
    expect(previewDeposit(fixed, { ...use, termMonths: 12 })).toMatchObject({
      balanceMinor: 10_700_000n,
      accruedMinor: 0n,
    })
    const half = previewDeposit(fixed, { ...use, termMonths: 6 })
    expect(half.balanceMinor).toBe(10_347_123n)
    expect(half.months.slice(6).map(({ interestMinor }) => interestMinor)).toEqual([0n, 0n, 0n, 0n, 0n, 0n])
    expect(previewDeposit(fixed, { ...use, termMonths: 24 })).toMatchObject({
      balanceMinor: 10_000_000n,
      accruedMinor: 700_000n,
      netMinor: 700_000n,
    })
  })

  test('a recurring deposit is what the interest engine makes of its installments', () => {
    const recurring = deposit('recurring-deposit')
    const year = previewDeposit(recurring, { openedOn, amountMinor: 50_000n, termMonths: 12 })
    const terms = interestTermsOf(recurring, { openedOn, yearStartMonth: 1 })
    if (!terms) throw new Error('earns nothing')
    const movements = Array.from({ length: 12 }, (_, month) => ({
      date: addMonths(openedOn, month),
      amountMinor: 50_000n,
    }))
    const maturesOn = addMonths(openedOn, 12)
    const counted = depositInterest({ openedOn, maturesOn }, movements, terms, addDays(maturesOn, -1))
    expect(year).toMatchObject({ paidInMinor: 600_000n, balanceMinor: counted.balanceMinor })
    expect(year.months.map(({ paidInMinor }) => paidInMinor)).toEqual(Array(12).fill(50_000n))
  })

  test('a fee is never more than there is, and one is taken for a month below the minimum', () => {
    const year = previewDeposit(deposit('basic-savings'), { openedOn, amountMinor: 20_000n })
    expect(year.months[0]).toMatchObject({ feesMinor: 15_000n })
    expect(year.balanceMinor).toBe(0n)
    expect(year.feesMinor - year.interestMinor).toBe(20_000n)
  })

  test('is asked with a draft that fits together', () => {
    const branch = makeBranch()
    openForBusiness(branch)
    const ask = (over: object) =>
      answerQuery(
        branch.books,
        branch.desk('head-office'),
        {
          type: 'product-preview',
          product: { ...deposit('passbook-savings'), ...over },
          amountMinor: 1_000_000n,
        } as never,
        [],
      )
    expect(ask({})).toMatchObject({ ok: true, value: { paidInMinor: 1_000_000n } })
    expect(expectRefusal(ask({ minimumOpeningMinor: 1n }), 'field-invalid')).toMatchObject({
      field: 'product.minimumOpeningMinor',
      rule: 'below-minimum-balance',
    })
  })
})

describe('[P7] the products that fit a wish', () => {
  const wish: ClientWish = { use: 'saving', amountMinor: 10_000_000n, liquidity: 'any-time' }
  const named = (over: Partial<ClientWish>, kycTier: 1 | 2 | 3 = 3) =>
    recommendProducts(
      products,
      { ...wish, ...over },
      { kycTier, today: openedOn, yearStartMonth: 1, calendar: everyDayWorks },
    )
  const ids = (over: Partial<ClientWish>, kycTier: 1 | 2 | 3 = 3) =>
    named(over, kycTier).map(({ product }) => product.productId)

  test.each<readonly [over: Partial<ClientWish>, tier: 1 | 2 | 3, expected: readonly string[]]>([
    [{}, 3, ['premium-savings', 'passbook-savings', 'basic-savings']],
    [{}, 1, ['passbook-savings', 'basic-savings', 'current-account']],
    [{ liquidity: 'after-term' }, 2, ['fixed-deposit', 'premium-savings', 'passbook-savings']],
    [{ amountMinor: 100_000n }, 3, ['passbook-savings', 'basic-savings', 'current-account']],
    [
      { use: 'goal', liquidity: 'after-term', termMonths: 12 },
      3,
      ['fixed-deposit', 'recurring-deposit', 'premium-savings'],
    ],
    [{ use: 'everyday' }, 1, ['passbook-savings', 'current-account', 'basic-savings']],
    [{ use: 'business' }, 3, ['current-account', 'business-checking', 'premium-savings']],
    [
      { use: 'borrowing', amountMinor: 5_000_000n },
      2,
      ['personal-credit-line', 'microfinance-business-loan', 'emergency-loan'],
    ],
    [
      { use: 'borrowing', amountMinor: 300_000n },
      1,
      ['emergency-loan', 'microfinance-business-loan', 'seasonal-farm-loan'],
    ],
  ])('%o at tier %i: %o', (over, tier, expected) => {
    expect(ids(over, tier)).toEqual(expected)
    expect(ids(over, tier)).toEqual(ids(over, tier))
  })

  test('each comes with its reasons', () => {
    const [first] = named({})
    expect(first).toMatchObject({
      isOpenable: true,
      netMinor: 459_397n,
      reasonsFor: [
        { type: 'suits-use', use: 'saving' },
        { type: 'at-hand-any-time' },
        { type: 'earns-in-a-year', amountMinor: 459_397n },
        { type: 'no-monthly-fee' },
      ],
      reasonsAgainst: [],
    })
    const [line] = named({ use: 'borrowing', amountMinor: 5_000_000n }, 1).filter(
      ({ product }) => product.kind === 'credit-line',
    )
    expect(line?.reasonsAgainst).toEqual([
      { type: 'kyc-tier-too-low', needed: 2 },
      { type: 'costs-in-a-year', amountMinor: 949_500n },
    ])
  })

  test('the client’s own tier is asked of the books', () => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const ask = (id: string) =>
      answerQuery(branch.books, branch.desk('officer'), { type: 'recommend-products', clientId: id, ...wish }, [])
    expect(ask(clientId)).toMatchObject({ ok: true, value: [{ product: { productId: 'passbook-savings' } }, {}, {}] })
    expectRefusal(ask(branch.environment.newId()), 'client-unknown')
  })
})
