import { ok } from '../result.ts'
import { productsOn, publishedProducts } from '../storage/products.ts'
import { productPreview, productsFor } from './product-advice.ts'
import { type ProductAnswers, productAnswer } from './product-answers.ts'
import type { Readers } from './reader.ts'

/** The queries of the products that the institution offers. */
export const productQueries: Readers<keyof ProductAnswers> = {
  products: ({ db, context }) => ok(productsOn(db, context.businessDate)),
  'product-catalogue': ({ db }) => ok(publishedProducts(db)),
  'product-preview': productPreview,
  'recommend-products': productsFor,
  product: ({ db }, { productId }) => productAnswer(db, productId),
}
