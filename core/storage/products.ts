import type { Database } from 'better-sqlite3'
import { type Product, productSchema } from '../products/product.ts'
import { accountsOf } from '../products/product-accounts.ts'
import { prepared } from './run.ts'

const newestProducts = prepared<Record<never, never>, { product_id: string; version: number; body: string }>(db =>
  db
    .selectFrom('product as p')
    .select(['p.product_id', 'p.version', 'p.body'])
    .where('p.version', '=', eb =>
      eb
        .selectFrom('product as newer')
        .select(inner => inner.fn.max('newer.version').as('version'))
        .whereRef('newer.product_id', '=', 'p.product_id'),
    )
    .orderBy('p.product_id'),
)

const everyVersion = prepared<Record<never, never>, { body: string }>(db => db.selectFrom('product').select('body'))

const parsed = new Map<string, Product>()

/** A product version never changes, so what was parsed once is kept. */
export const parsedProduct = (body: string): Product => {
  const known = parsed.get(body)
  if (known) return known
  const product = productSchema.parse(JSON.parse(body))
  parsed.set(body, product)
  return product
}

/** The newest version of every product. */
export const listProducts = (db: Database): readonly Product[] =>
  newestProducts.all(db, {}).map(({ body }) => parsedProduct(body))

/** Whether any version of a product books to the ledger account. Rule: G3. */
export const isOfProduct = (db: Database, account: string): boolean =>
  everyVersion.all(db, {}).some(({ body }) => accountsOf(parsedProduct(body)).some(({ code }) => code === account))
