import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import { jsonText } from '../../../core/journal/json-text.ts'
import type { Chart } from '../../../core/ledger/chart.ts'
import { checkProductAccounts } from '../../../core/products/check-product-accounts.ts'
import { accountsOf } from '../../../core/products/product-accounts.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import { productPublished } from '../../../core/products/product-records.ts'
import { foundingWithLoanTerms, publicationWithLoanTerms } from '../../../core/storage/apply/loan-with-first-terms.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { templateProduct } from '../../support/products.ts'

const firstLoan = {
  version: 1,
  currency: 'KES',
  kycTier: 1,
  kind: 'loan',
  productId: 'market-loan',
  name: 'Market loan',
  controlAccount: '1210',
  annualPercent: '24',
  principalMinMinor: '50000',
  principalMaxMinor: '10000000',
  term: { monthsMin: 3, monthsMax: 24, monthsDefault: 12 },
  graceDays: 7,
  lateFeeMinor: '15000',
  prepayment: { type: 'allowed', penaltyPercent: '2' },
  incomeAccount: '4100',
  receivableAccount: '1220',
  feeIncomeAccount: '4200',
}
const { product } = productPublished.parse(publicationWithLoanTerms({ product: firstLoan }))

test('[P9] a loan of the first terms is one of today that says the same', () => {
  expect(productFaults(product)).toEqual([])
  expect(product).toMatchObject({
    productId: 'market-loan',
    controlAccount: '1210',
    principal: { minMinor: 50_000n, maxMinor: 10_000_000n },
    annualPercent: { min: '24', max: '24', default: '24' },
    frequencies: [{ every: 1, unit: 'months', installments: { min: 3, max: 24, default: 12 } }],
    repayment: {
      late: { graceDays: 7, fee: { type: 'fixed', amountMinor: 15_000n } },
      prepayment: { type: 'allowed', penaltyPercent: '2' },
    },
    accounting: { accounts: { interestIncome: '4100', interestReceivable: '1220', feeIncome: '4200' } },
  })
})

test('[P9] a founding keeps its other products, and a loan of today stays as it is', () => {
  const savings = { kind: 'passbook', productId: 'savings' }
  const today = JSON.parse(jsonText(product))
  expect(foundingWithLoanTerms({ name: 'Jamii', products: [savings, firstLoan, today] })).toEqual({
    name: 'Jamii',
    products: [savings, today, today],
  })
})

test('[P9] its accounts are there from the founding; nothing is lent under it before some name single loans', () => {
  const added = ['2300', '2310', '2320', '5210']
  const chart: Chart = new Map(
    microfinanceChart
      .filter(({ code }) => !added.includes(code))
      .map(account => [account.code, { ...account, isClosed: false, version: 1 }]),
  )
  expect(accountsOf(product).filter(({ code }) => !chart.has(code))).toEqual([])
  expect(checkProductAccounts(chart, product)).toMatchObject({
    refusal: {
      type: 'field-invalid',
      field: 'product.accounting.accounts.unearnedInterest',
      rule: 'other-sub-accounts',
    },
  })
})

test('[P9] in books of an older program nothing is lent under it, until head office names accounts of single loans', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const body = { product: { ...firstLoan, currency: branch.currency } }
  appendCrafted(branch, { type: 'product.published', typeVersion: 1, streams: ['reference'], entries: [], body })
  const drafted = () =>
    branch.execute('officer', { type: 'loan.draft', clientId, productId: 'market-loan', principalMinor: 100_000n })
  expect(expectRefusal(drafted(), 'field-invalid')).toMatchObject({ rule: 'other-sub-accounts' })
  const validFrom = businessDate('2026-03-02')
  const next = { ...templateProduct('loan'), productId: 'market-loan', version: 2, validFrom }
  branch.must('head-office', { type: 'product.publish', product: next })
  expect(outcomeType(drafted())).toBe('posted')
})
