import type { LedgerAccount } from '../ledger/ledger-account.ts'
import type { Product } from '../products/product.ts'
import { microfinanceChart } from './chart-template.ts'
import { arabicNames } from './template-names/arabic.ts'
import { frenchNames } from './template-names/french.ts'
import { hindiNames } from './template-names/hindi.ts'
import { portugueseNames } from './template-names/portuguese.ts'
import { spanishNames } from './template-names/spanish.ts'
import { swahiliNames } from './template-names/swahili.ts'

/** The languages in which the template knows its names; the institution may rename everything later. */
export const templateLanguages = ['en', 'fr', 'es', 'pt', 'sw', 'ar', 'hi'] as const
export type TemplateLanguage = (typeof templateLanguages)[number]

/** What the template's accounts, products and their charges are called in one language, by code, by product and by charge. */
export interface TemplateNames {
  readonly accounts: Readonly<Record<string, string>>
  readonly products: Readonly<Record<string, string>>
  readonly charges: Readonly<Record<string, string>>
}

/** English names stand in the template itself. */
export const templateNames: Readonly<Record<Exclude<TemplateLanguage, 'en'>, TemplateNames>> = {
  fr: frenchNames,
  es: spanishNames,
  pt: portugueseNames,
  sw: swahiliNames,
  ar: arabicNames,
  hi: hindiNames,
}

/** The chart as an institution founded in this language begins with it. Rule: A61. */
export const chartIn = (language: TemplateLanguage): readonly LedgerAccount[] =>
  language === 'en'
    ? microfinanceChart
    : microfinanceChart.map(account => ({
        ...account,
        name: templateNames[language].accounts[account.code] ?? account.name,
      }))

/** The template's products, and what they charge, under their names in this language. */
export const productsIn = (language: TemplateLanguage, products: readonly Product[]): readonly Product[] =>
  language === 'en' ? products : products.map(product => productWith(templateNames[language], product))

function productWith({ products, charges }: TemplateNames, product: Product): Product {
  const name = products[product.productId] ?? product.name
  if (product.kind !== 'loan') return { ...product, name }
  return {
    ...product,
    name,
    charges: product.charges.map(charge => ({ ...charge, name: charges[charge.chargeId] ?? charge.name })),
  }
}
