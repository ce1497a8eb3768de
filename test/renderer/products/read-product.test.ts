import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { typedDate } from '../../../renderer/lib/read-date.ts'
import { fieldGroups, fieldsOfGroup, productFields } from '../../../renderer/tasks/products/product-fields.ts'
import { formOf, newForm, type ProductForm } from '../../../renderer/tasks/products/product-form.ts'
import { productOf } from '../../../renderer/tasks/products/read-product.ts'

const validFrom = businessDate('2026-12-01')
const deposits = templateProducts('KES').filter(isDepositProduct)
const passbook = newForm('passbook', 'KES', 'en')
const withTerms = (terms: ProductForm['terms']): ProductForm => ({
  ...passbook,
  terms: { ...passbook.terms, name: 'Harvest', productId: 'harvest', validFrom: '01/12/2026', ...terms },
})
const faultsOf = (form: ProductForm) => {
  const read = productOf(form, { version: 1, locale: 'en-KE' })
  return read.ok ? [] : read.refusal.faults.map(({ field, rule }) => `${field}: ${rule}`)
}

describe.each(['en', 'fr', 'ar-EG', 'hi-IN-u-nu-deva'])('[W45] in %s', locale => {
  test.each(deposits)('$productId is typed and read back as it was', product => {
    const form = formOf(product, locale)
    const typed = { ...form, terms: { ...form.terms, validFrom: typedDate(validFrom, locale) } }
    const read = productOf(typed, { version: 2, locale })
    expect(read).toEqual({ ok: true, value: { ...product, version: 2, validFrom } })
  })
})

describe('[W45] what keeps a form from being a product is named by its field', () => {
  test.each<[string, ProductForm, string[]]>([
    ['nothing', withTerms({}), []],
    ['no name', withTerms({ name: ' ' }), ['name: missing']],
    [
      'an amount with too many decimals',
      withTerms({ 'fees.closingMinor': '1.005' }),
      ['fees.closingMinor: not-a-number'],
    ],
    [
      'a rate that is none',
      withTerms({ 'interest.withholdingTaxPercent': '-3' }),
      ['interest.withholdingTaxPercent: not-a-rate'],
    ],
    [
      'a tax of more than all',
      withTerms({ 'interest.withholdingTaxPercent': '101' }),
      ['interest.withholdingTaxPercent: above-hundred'],
    ],
    ['an identifier with a space', withTerms({ productId: 'a b' }), ['productId: not-a-product-id']],
    [
      'days in words',
      withTerms({ 'dormancy.dormantAfterDays': 'a year' }),
      ['dormancy.dormantAfterDays: not-a-number'],
    ],
    [
      'dormant before inactive',
      withTerms({ 'dormancy.dormantAfterDays': '10' }),
      ['dormancy.dormantAfterDays: not-after-inactive'],
    ],
    [
      'no rate',
      { ...withTerms({}), tiers: [{ from: '0', percent: '' }] },
      ['interest.rates.tiers.0.annualPercent: missing'],
    ],
    [
      'rates that do not rise',
      {
        ...withTerms({}),
        tiers: [
          { from: '0', percent: '1' },
          { from: '0', percent: '2' },
        ],
      },
      ['interest.rates.tiers: tiers-not-ascending'],
    ],
  ])('%s', (_what, form, faults) => {
    expect(faultsOf(form)).toEqual(faults)
  })

  test('what is switched off is neither asked for nor said', () => {
    const read = productOf(withTerms({ interest: 'no', dormancy: 'no' }), { version: 1, locale: 'en-KE' })
    expect(read.ok && [read.value.interest, read.value.dormancy]).toEqual([undefined, undefined])
  })
})

test('[W45] every term stands in exactly one group of the form', () => {
  const grouped = fieldGroups.flatMap(([group]) => fieldsOfGroup(group).map(({ field }) => field))
  expect([...grouped].sort()).toEqual(productFields.map(({ field }) => field).sort())
})
