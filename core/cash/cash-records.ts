import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

export const countedPieces = z.array(z.strictObject({ faceMinor: bodyAmount, pieces: z.int() }))

export const drawerOpened = z.strictObject({
  drawerId: uuidSchema,
  staffId: uuidSchema,
  currency: currencySchema,
  counted: countedPieces,
  floatMinor: bodyAmount,
})

const count = {
  counted: countedPieces,
  expectedMinor: bodyAmount,
  countedMinor: bodyAmount,
  differenceMinor: bodyAmount,
}

/** Of `drawer.closed` and `drawer.counted`. */
export const drawerCounted = z.strictObject({ drawerId: uuidSchema, ...count })

export const vaultCounted = z.strictObject({ vaultId: uuidSchema, currency: currencySchema, ...count })
