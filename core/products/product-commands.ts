import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { productSchema } from './product.ts'
import { productIdSchema } from './product-fields.ts'

/** A new product as its version 1, or the next version of one that is there. */
export const publishProductSchema = z.strictObject({
  ...keyed,
  type: z.literal('product.publish'),
  product: productSchema,
})
export type PublishProduct = z.infer<typeof publishProductSchema>

export const retireProductSchema = z.strictObject({
  ...keyed,
  type: z.literal('product.retire'),
  productId: productIdSchema,
})
export type RetireProduct = z.infer<typeof retireProductSchema>
