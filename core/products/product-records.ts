import { z } from 'zod'
import { productSchema } from './product.ts'
import { productIdSchema } from './product-fields.ts'

export const productPublished = z.strictObject({ product: productSchema })

export const productRetired = z.strictObject({ productId: productIdSchema })
