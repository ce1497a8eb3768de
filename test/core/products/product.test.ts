import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import { depositInterest } from '../../../core/interest/deposit-interest.ts'
import { jsonText } from '../../../core/journal/json-text.ts'
import { rate } from '../../../core/money/rate.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { type Product, productSchema } from '../../../core/products/product.ts'
import { accountsOf } from '../../../core/products/product-accounts.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import { interestTermsOf } from '../../../core/products/product-terms.ts'
import { templateProducts } from '../../../core/products/products-template.ts'

const products = templateProducts('KES')
const productOf = <K extends Product['kind']>(kind: K, productId?: string): Extract<Product, { kind: K }> => {
  const found = products.find(
    (one): one is Extract<Product, { kind: K }> =>
      one.kind === kind && (productId === undefined || one.productId === productId),
  )
  if (!found) throw new Error(`no ${kind}`)
  return found
}

describe.each(['KES', 'USD', 'XOF', 'UGX', 'KWD'] as const)('[P1] the products of the template in %s', currency => {
  const inCurrency = templateProducts(currency)

  test('are of every kind, each under an id of its own', () => {
    expect(new Set(inCurrency.map(({ kind }) => kind))).toEqual(
      new Set(['passbook', 'current', 'fixed', 'recurring', 'compulsory', 'credit-line', 'loan']),
    )
    expect(new Set(inCurrency.map(({ productId }) => productId)).size).toBe(inCurrency.length)
  })

  test.each(inCurrency.map(product => [product.productId, product] as const))('%s', (_id, product) => {
    expect(productSchema.parse(JSON.parse(jsonText(product)))).toEqual(product)
    expect(productFaults(product)).toEqual([])
    for (const { code, type, control } of accountsOf(product))
      expect(microfinanceChart.find(account => account.code === code)).toMatchObject({
        posting: true,
        type,
        ...(control ? { control } : {}),
      })
  })
})

test('[P1] amounts of the template are scaled by what a unit of the currency is worth', () => {
  const minimumOf = (currency: 'USD' | 'KES' | 'XOF' | 'UGX' | 'KWD') =>
    templateProducts(currency).flatMap(one => (one.productId === 'premium-savings' ? [one] : []))[0]
  expect(minimumOf('USD')).toMatchObject({ minimumBalanceMinor: 250_000n })
  expect(minimumOf('KES')).toMatchObject({ minimumBalanceMinor: 2_500_000n })
  expect(minimumOf('XOF')).toMatchObject({ minimumBalanceMinor: 250_000n })
  expect(minimumOf('UGX')).toMatchObject({ minimumBalanceMinor: 2_500_000n })
  expect(minimumOf('KWD')).toMatchObject({ minimumBalanceMinor: 2_500_000n })
})

const passbook = productOf('passbook', 'passbook-savings')
const basic = productOf('passbook', 'basic-savings')
const checking = productOf('current', 'business-checking')
const fixed = productOf('fixed')
const recurring = productOf('recurring')
const compulsory = productOf('compulsory')
const line = productOf('credit-line')
const { interest } = passbook
if (!interest) throw new Error('passbook savings earn interest')

const { overdraft: arranged, ...checkingWithoutOverdraft } = checking

test.each<readonly [product: Product, field: string, rule: string]>([
  [{ ...passbook, minimumOpeningMinor: 1n }, 'minimumOpeningMinor', 'below-minimum-balance'],
  [
    { ...basic, limits: { withdrawalsPerDayMinor: 2n, withdrawalsPerMonthMinor: 1n } },
    'limits.withdrawalsPerMonthMinor',
    'below-daily-limit',
  ],
  [
    { ...basic, limits: { operationsPerDayMinor: 2n, operationsPerMonthMinor: 1n } },
    'limits.operationsPerMonthMinor',
    'below-daily-limit',
  ],
  [{ ...basic, limits: { operationMinor: 1n } }, 'limits.operationMinor', 'below-opening-minimum'],
  [{ ...basic, fees: { ...basic.fees, belowBalanceMinor: undefined } }, 'fees.belowMinimumMinor', 'no-minimum-balance'],
  [
    { ...basic, fees: { ...basic.fees, belowBalanceMinor: 99n }, minimumBalanceMinor: 100n },
    'fees.belowBalanceMinor',
    'below-minimum-balance',
  ],
  [{ ...basic, fees: { ...basic.fees, belowMinimumMinor: undefined } }, 'fees.belowBalanceMinor', 'not-allowed'],
  [
    { ...basic, dormancy: { inactiveAfterDays: 90, dormantAfterDays: 90 } },
    'dormancy.dormantAfterDays',
    'not-after-inactive',
  ],
  [{ ...passbook, interest: { ...interest, posting: 'at-maturity' } }, 'interest.posting', 'no-maturity'],
  [{ ...passbook, interest: { ...interest, compounding: 'yearly' } }, 'interest.compounding', 'longer-than-posting'],
  [
    { ...passbook, interest: { ...interest, withholdingTaxPercent: rate('100.1') } },
    'interest.withholdingTaxPercent',
    'above-hundred',
  ],
  [checkingWithoutOverdraft, 'fees.overdraftMinor', 'no-overdraft'],
  [
    { ...checking, overdraft: arranged && { ...arranged, receivableAccount: arranged.principalAccount } },
    'overdraft.receivableAccount',
    'overdraft-account',
  ],
  [{ ...fixed, term: { monthsMin: 6, monthsMax: 3, monthsDefault: 6 } }, 'term.monthsMax', 'below-minimum'],
  [{ ...fixed, term: { monthsMin: 6, monthsMax: 12, monthsDefault: 3 } }, 'term.monthsDefault', 'below-minimum'],
  [{ ...fixed, term: { monthsMin: 6, monthsMax: 12, monthsDefault: 18 } }, 'term.monthsDefault', 'above-maximum'],
  [
    { ...fixed, earlyClosure: { type: 'interest-forfeited', percent: rate('101') } },
    'earlyClosure.percent',
    'above-hundred',
  ],
  [
    { ...recurring, installment: { ...recurring.installment, minimumMinor: 0n } },
    'installment.minimumMinor',
    'not-positive',
  ],
  [{ ...recurring, limits: { operationMinor: 1n } }, 'limits.operationMinor', 'below-installment'],
  [{ ...compulsory, percentOfLoan: rate('150') }, 'percentOfLoan', 'above-hundred'],
  [{ ...line, minimumPaymentMinor: line.limitMinor + 1n }, 'minimumPaymentMinor', 'above-limit'],
])('[P2] what does not fit together is named by its field and rule: $1', (product, field, rule) => {
  expect(productFaults(product)).toContainEqual({ field, rule })
})

const yearOf = (product: DepositProduct, amountMinor: bigint) => {
  const openedOn = businessDate('2027-01-01')
  const terms = interestTermsOf(product, { openedOn, yearStartMonth: 1 })
  if (!terms) throw new Error('earns or owes nothing')
  return depositInterest(
    { openedOn, maturesOn: product.kind === 'fixed' ? businessDate('2028-01-01') : null },
    [{ date: openedOn, amountMinor }],
    terms,
    businessDate('2027-12-31'),
  )
}

test('[P3] a product gives the interest engine its terms: a year of 4.5 % posted monthly, and of 7 % posted at maturity', () => {
  expect(yearOf(productOf('passbook', 'premium-savings'), 10_000_000n).balanceMinor).toBe(10_459_397n)
  expect(yearOf(fixed, 10_000_000n).balanceMinor).toBe(10_700_000n)
})

test('[P3] where deposits earn nothing, an overdraft is charged all the same', () => {
  const { postings } = yearOf(checking, -100_000n)
  expect(new Set(postings.map(({ type }) => type))).toEqual(new Set(['overdraft-interest']))
  expect(
    interestTermsOf(productOf('current', 'current-account'), {
      openedOn: businessDate('2027-01-01'),
      yearStartMonth: 1,
    }),
  ).toBeNull()
})
