import type { Database } from 'better-sqlite3'
import { jsonText } from '../../journal/json-text.ts'
import type { Product } from '../../products/product.ts'
import { productPublished, productRetired } from '../../products/product-records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'

const insertProduct = prepared<{ productId: string; version: number; position: number; body: string }, unknown>(
  (db, param) =>
    db.insertInto('product').values({
      product_id: param('productId'),
      version: param('version'),
      position: param('position'),
      body: param('body'),
    }),
)
const insertRetired = prepared<{ productId: string; position: number }, unknown>((db, param) =>
  db.insertInto('retired_product').values({ product_id: param('productId'), position: param('position') }),
)

export const addProduct = (db: Database, position: number, product: Product): void => {
  const { productId, version } = product
  insertProduct.run(db, { productId, version, position, body: jsonText(product) })
}

export const productAppliers = {
  'product.published': (db: Database, { position, record }: Applied) =>
    addProduct(db, position, productPublished.parse(record.body).product),
  'product.retired': (db: Database, { position, record }: Applied) => {
    insertRetired.run(db, { productId: productRetired.parse(record.body).productId, position })
  },
}
