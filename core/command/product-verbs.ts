import type { ProductState, PublicationState } from '../products/publish-product.ts'
import { publishProduct, retireProduct } from '../products/publish-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { publishedProducts } from '../storage/products.ts'
import type { CommandOf } from './command.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

function productState({ db }: Books, productId: string): ProductState {
  const known = publishedProducts(db).find(one => one.productId === productId)
  const newest = known?.versions.at(-1)
  return { isRetired: known?.isRetired ?? false, ...(newest ? { newest } : {}) }
}

const loadPublication = (books: Books, { product }: CommandOf<'product.publish'>): Result<PublicationState, Refusal> =>
  ok({ ...productState(books, product.productId), chart: chartOf(books.db) })

const loadProduct = (books: Books, { productId }: CommandOf<'product.retire'>): Result<ProductState, Refusal> =>
  ok(productState(books, productId))

/** The verbs over the products of the institution. */
export const productVerbs: VerbsOf<'product'> = {
  'product.publish': anytimeVerb({
    recordType: 'product.published',
    permission: 'product',
    isHeadOfficeOnly: true,
    load: loadPublication,
    decide: publishProduct,
  }),
  'product.retire': anytimeVerb({
    recordType: 'product.retired',
    permission: 'product',
    isHeadOfficeOnly: true,
    load: loadProduct,
    decide: retireProduct,
  }),
}
