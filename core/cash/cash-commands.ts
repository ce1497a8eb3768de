import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { denominationCountSchema } from '../money/denominations.ts'
import { noteSchema } from '../text-fields.ts'

/** What was counted; a difference is booked with a note. */
const counting = { counted: denominationCountSchema, note: noteSchema.optional() }

export const openDrawerSchema = z.strictObject({
  ...keyed,
  type: z.literal('drawer.open'),
  currency: currencySchema,
  counted: denominationCountSchema,
})
export type OpenDrawer = z.infer<typeof openDrawerSchema>

/** Counts a drawer that stays open. */
export const countDrawerSchema = z.strictObject({
  ...keyed,
  type: z.literal('drawer.count'),
  drawerId: uuidSchema,
  ...counting,
})
export type CountDrawer = z.infer<typeof countDrawerSchema>

export const countVaultSchema = z.strictObject({
  ...keyed,
  type: z.literal('vault.count'),
  currency: currencySchema,
  ...counting,
})
export type CountVault = z.infer<typeof countVaultSchema>

export const closeDrawerSchema = z.strictObject({
  ...keyed,
  type: z.literal('drawer.close'),
  drawerId: uuidSchema,
  ...counting,
})
export type CloseDrawer = z.infer<typeof closeDrawerSchema>
