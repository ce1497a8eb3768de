import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type Product, productSchema } from '../products/product.ts'
import { accountsOf } from '../products/product-accounts.ts'
import { prepared } from './run.ts'

interface VersionRow {
  product_id: string
  version: number
  body: string
  retired_position: number | null
}

const everyVersion = prepared<Record<never, never>, VersionRow>(db =>
  db
    .selectFrom('product as p')
    .leftJoin('retired_product', 'retired_product.product_id', 'p.product_id')
    .select(['p.product_id', 'p.version', 'p.body', 'retired_product.position as retired_position'])
    .orderBy('p.product_id')
    .orderBy('p.version'),
)

interface PublishedRow {
  body: string
  log_id: string
  seq: number
  recorded_at: string
  actor_name: string | null
  retired_position: number | null
}

const versionsOf = prepared<{ productId: string }, PublishedRow>((db, param) =>
  db
    .selectFrom('product as p')
    .innerJoin('record', 'record.position', 'p.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .leftJoin('staff', 'staff.staff_id', 'record.actor')
    .leftJoin('retired_product', 'retired_product.product_id', 'p.product_id')
    .select([
      'p.body',
      'log.log_id',
      'record.seq',
      'record.recorded_at',
      'staff.name as actor_name',
      'retired_product.position as retired_position',
    ])
    .where('p.product_id', '=', param('productId'))
    .orderBy('p.version', 'desc'),
)

const parsed = new Map<string, Product>()

/** A product version never changes, so what was parsed once is kept. */
export const parsedProduct = (body: string): Product => {
  const known = parsed.get(body)
  if (known) return known
  const product = productSchema.parse(JSON.parse(body))
  parsed.set(body, product)
  return product
}

/** A product with its versions, the newest last. */
export interface PublishedProduct {
  readonly productId: string
  readonly isRetired: boolean
  readonly versions: readonly Product[]
}

/** Every product of the institution, retired ones too. */
export function publishedProducts(db: Database): readonly PublishedProduct[] {
  const byId = new Map<string, { productId: string; isRetired: boolean; versions: Product[] }>()
  for (const { productId, retiredPosition, body } of everyVersion.all(db, {})) {
    const known = byId.get(productId) ?? { productId, isRetired: retiredPosition !== null, versions: [] }
    known.versions.push(parsedProduct(body))
    byId.set(productId, known)
  }
  return [...byId.values()]
}

/** The version of each product that an account opened on this day is under; without a day, the newest. Rules: S7, P4, P5. */
export const productsOn = (db: Database, date: BusinessDate | null): readonly Product[] =>
  publishedProducts(db).flatMap(({ isRetired, versions }) => {
    const holding = versions.findLast(({ validFrom }) => !validFrom || date === null || validFrom <= date)
    return holding && !isRetired ? [holding] : []
  })

/** The newest first, with who published it and when. */
export const productVersions = (db: Database, productId: string) => versionsOf.all(db, { productId })

/** Whether any version of a product books to the ledger account. Rule: G3. */
export const isOfProduct = (db: Database, account: string): boolean =>
  everyVersion.all(db, {}).some(({ body }) => accountsOf(parsedProduct(body)).some(({ code }) => code === account))
