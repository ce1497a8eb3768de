import { describe, expect, test } from 'vitest'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import { chartIn, productsIn, templateLanguages, templateNames } from '../../../core/institution/template-names.ts'
import { jsonText } from '../../../core/journal/json-text.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { languages } from '../../../renderer/lib/languages.ts'
import { founding, must, newKey, startEngine } from '../engine/made-engine.ts'

const products = templateProducts('KES')

test('[A61] the template speaks every language of the window and of paper', () => {
  expect([...templateLanguages].sort()).toEqual(Object.keys(languages).sort())
  expect([...templateLanguages].sort()).toEqual([...documentLanguages].sort())
})

describe.each(Object.entries(templateNames))('[A61] in %s', (_language, names) => {
  test('every account and every product of the template has a name', () => {
    expect(microfinanceChart.map(({ code }) => code).filter(code => !names.accounts[code])).toEqual([])
    expect(products.map(({ productId }) => productId).filter(id => !names.products[id])).toEqual([])
    const charges = products.flatMap(product => (product.kind === 'loan' ? product.charges : []))
    expect(charges.map(({ chargeId }) => chargeId).filter(id => !names.charges[id])).toEqual([])
    expect(Object.keys(names.charges).filter(id => !charges.some(({ chargeId }) => chargeId === id))).toEqual([])
  })

  test('no name is that of an account which is not in the template, and none stands for two', () => {
    const codes = microfinanceChart.map(({ code }) => code)
    expect(Object.keys(names.accounts).filter(code => !codes.includes(code))).toEqual([])
    const said = Object.values(names.accounts)
    expect(said.filter((name, place) => said.indexOf(name) !== place)).toEqual([])
  })
})

test('[A61] only names differ: codes, types, controls and terms are those of the template', () => {
  const nameless = (list: unknown) =>
    JSON.parse(jsonText(list), (field, value) => (field === 'name' ? undefined : value))
  expect(nameless(chartIn('sw'))).toEqual(nameless(microfinanceChart))
  expect(nameless(productsIn('ar', products))).toEqual(nameless(products))
  expect(productsIn('en', products)).toEqual(products)
})

test('[A61] an institution founded in a language has its accounts and products under those names', async () => {
  const { port, engine, signIn } = await startEngine()
  must(await engine.execute({ type: 'institution.create', key: newKey(), founding: { ...founding, language: 'fr' } }))
  await signIn('HO1')
  expect(must(await port.query({ type: 'products' })).map(({ name }) => name)).toContain('Compte courant')
  const { rows } = must(await port.query({ type: 'trial-balance' }))
  expect(rows.map(({ account, name }) => [account, name])).toContainEqual(['1110', 'Espèces en coffre'])
})
