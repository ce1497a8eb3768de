import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loanProductSchema } from '../../../core/products/loan-product.ts'
import { isDepositProduct, productKinds } from '../../../core/products/product.ts'
import { termsOf } from '../../../core/products/product-differences.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { typedDate } from '../../../renderer/lib/read-date.ts'
import english from '../../../renderer/locales/en/products.json' with { type: 'json' }
import {
  fieldGroups,
  fieldsOfGroup,
  groupOfTerm,
  listsOfGroup,
  productFields,
} from '../../../renderer/tasks/products/product-fields.ts'
import { formOf, newForm, type ProductForm } from '../../../renderer/tasks/products/product-form.ts'
import { productOf, sketchOf } from '../../../renderer/tasks/products/read-product.ts'
import { termLists } from '../../../renderer/tasks/products/term-lists.ts'

const validFrom = businessDate('2026-12-01')
const everyProduct = templateProducts('KES')
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
  test.each(everyProduct)('$productId is typed and read back as it was', product => {
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
    expect(read.ok && isDepositProduct(read.value) && [read.value.interest, read.value.dormancy]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('[W59] a loan as it is typed', () => {
  const loan = newForm('loan', 'KES', 'en')
  const typed = (over: Partial<ProductForm>): ProductForm => ({
    ...loan,
    ...over,
    terms: { ...loan.terms, name: 'Market', productId: 'market', validFrom: '01/12/2026', ...over.terms },
  })
  const rowsOf = (lists: ProductForm['lists']): ProductForm => typed({ lists: { ...loan.lists, ...lists } })

  test.each<[string, ProductForm, string[]]>([
    ['the usual one', typed({}), []],
    ['no way of repaying', rowsOf({ frequencies: [] }), ['frequencies: too-small']],
    [
      'a way of repaying whose most is less than its least',
      rowsOf({
        frequencies: [
          {
            every: '1',
            unit: 'weeks',
            'installments.min': '20',
            'installments.max': '10',
            'installments.default': '20',
          },
        ],
      }),
      ['frequencies.0.installments.max: below-minimum', 'frequencies.0.installments.default: above-maximum'],
    ],
    [
      'a fee without a name and with words for an amount',
      rowsOf({
        charges: [
          {
            chargeId: 'fee',
            kind: 'fee',
            'when.type': 'each-installment',
            'amount.type': 'fixed',
            'amount.amountMinor': 'x',
          },
        ],
      }),
      ['charges.0.name: missing', 'charges.0.amount.amountMinor: not-a-number'],
    ],
    [
      'a balloon of a loan that is repaid at the end',
      typed({ terms: { 'schedule.amortization': 'bullet', 'schedule.balloonPercent': '10' } }),
      ['schedule.balloonPercent: not-with-bullet'],
    ],
  ])('%s', (_what, form, faults) => {
    expect(faultsOf(form)).toEqual(faults)
  })

  test('its own order of payment is read as it was chosen', () => {
    const read = productOf(
      typed({
        terms: {
          'repayment.allocation.type': 'own',
          'repayment.allocation.inAdvance': 'principal,interest,fees,penalties',
        },
      }),
      { version: 1, locale: 'en-KE' },
    )
    expect(read).toMatchObject({
      value: {
        repayment: {
          allocation: {
            type: 'own',
            pastDue: ['penalties', 'fees', 'interest', 'principal'],
            inAdvance: ['principal', 'interest', 'fees', 'penalties'],
            future: { default: 'next-installment' },
          },
        },
      },
    })
  })

  test('accounts that are still missing do not keep it from being counted', () => {
    const without = typed({ terms: { 'accounting.accounts.overpayments': '', name: '', controlAccount: '' } })
    expect(sketchOf(without, { version: 1, locale: 'en-KE' })).toMatchObject({ ok: true })
  })
})

test('[W45] every kind of product begins as one that can be published', () => {
  for (const kind of productKinds) {
    const form = newForm(kind, 'XOF', 'fr')
    const named = { ...form, terms: { ...form.terms, name: 'N', productId: 'n', validFrom: '01/12/2026' } }
    expect(productOf(named, { version: 1, locale: 'fr' }).ok, kind).toBe(true)
  }
})

test('[W45] every term has a name in the window, and every choice its word', () => {
  const texts: Readonly<Record<string, string>> = english
  const named = productFields.map(({ field }) => field)
  const rows = termLists.flatMap(({ list, columns }) => columns.map(({ field }) => `${list}.${field}`))
  expect([...named, ...rows].filter(field => !(`term-${field}` in texts))).toEqual([])
  const chosen = [
    ...productFields.map(spec => [spec.field, spec] as const),
    ...termLists.flatMap(({ list, columns }) => columns.map(spec => [`${list}.${spec.field}`, spec] as const)),
  ].flatMap(([field, spec]) => (spec.value === 'choice' ? spec.choices.map(choice => [field, choice] as const) : []))
  expect(
    chosen.filter(([field, choice]) => !(`word-${field}-${choice}` in texts) && !(`word-${choice}` in texts)),
  ).toEqual([])
})

test.each(everyProduct)('[W45] what $productId says stands in the group in which it is written', product => {
  const ofProduct = termsOf(product)
    .map(([field]) => field)
    .filter(field => groupOfTerm(field) === 'group-product')
  expect(ofProduct.sort()).toEqual(['currency', 'kind', 'kycTier', 'name', 'productId', 'version'])
})

test('[W45] every list stands in exactly one group of the form', () => {
  const grouped = fieldGroups.flatMap(([group]) => listsOfGroup(group))
  expect([...grouped].sort()).toEqual(termLists.map(({ list }) => list).sort())
})

test('[W45] every term stands in exactly one group of the form', () => {
  const grouped = fieldGroups.flatMap(([group]) => fieldsOfGroup(group).map(({ field }) => field))
  expect([...grouped].sort()).toEqual(productFields.map(({ field }) => field).sort())
})

/** The paths of all that a shape may say; what stands in a list stands under the list's own path. */
function pathsOf(shape: unknown, path: string): readonly string[] {
  if (shape instanceof z.ZodOptional) return pathsOf(shape.unwrap(), path)
  if (shape instanceof z.ZodArray && shape.element instanceof z.ZodObject) return pathsOf(shape.element, path)
  if (shape instanceof z.ZodDiscriminatedUnion) return shape.options.flatMap(option => pathsOf(option, path))
  if (shape instanceof z.ZodObject)
    return Object.entries(shape.shape).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name))
  return [path]
}

test('[W59] whatever a loan product may say can be typed in the form', () => {
  const typed = new Set<string>([
    ...productFields.map(({ field }) => field),
    ...termLists.flatMap(({ list, columns }) => columns.map(({ field }) => `${list}.${field}`)),
  ])
  const said = new Set(pathsOf(loanProductSchema, ''))
  expect(said.size).toBeGreaterThan(80)
  const known = ['kind', 'version', 'currency']
  expect([...said].filter(path => !typed.has(path) && !known.includes(path))).toEqual([])
})
