import type { Database } from 'better-sqlite3'
import type { RecordRef } from '../journal/record.ts'
import type { DepositPreview } from '../products/deposit-preview.ts'
import type { Product } from '../products/product.ts'
import { type ProductDifference, productDifferences } from '../products/product-differences.ts'
import type { Recommendation } from '../products/recommend-products.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type PublishedProduct, parsedProduct, productVersions } from '../storage/products.ts'

/** A version of a product: who published it, and what is different from the one before. */
export interface ProductVersionAnswer {
  readonly product: Product
  readonly record: RecordRef
  readonly recordedAt: string
  readonly publishedBy?: string
  readonly differences: readonly ProductDifference[]
}

export interface ProductAnswer {
  readonly productId: string
  readonly isRetired: boolean
  /** The newest first. */
  readonly versions: readonly ProductVersionAnswer[]
}

export interface ProductAnswers {
  /** The versions under which an account is opened today; without a business day, the newest. */
  products: readonly Product[]
  'product-catalogue': readonly PublishedProduct[]
  product: ProductAnswer
  'product-preview': DepositPreview
  'recommend-products': readonly Recommendation[]
}

/** One product with all its versions. Refuses product-unknown. Rule: P4. */
export function productAnswer(db: Database, productId: string): Result<ProductAnswer, Refusal> {
  const rows = productVersions(db, productId)
  const [newest] = rows
  if (!newest) return refuse({ type: 'product-unknown' })
  const versions = rows.map(({ body, logId, seq, recordedAt, actorName }, place) => {
    const product = parsedProduct(body)
    const before = rows[place + 1]
    return {
      product,
      record: { log: logId, seq },
      recordedAt,
      ...(actorName === null ? {} : { publishedBy: actorName }),
      differences: before ? productDifferences(parsedProduct(before.body), product) : [],
    }
  })
  return ok({ productId, isRetired: newest.retiredPosition !== null, versions })
}
