import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

const counted = z.array(z.strictObject({ faceMinor: bodyAmount, pieces: z.int() }))

export const drawerOpened = z.strictObject({
  drawerId: uuidSchema,
  staffId: uuidSchema,
  currency: currencySchema,
  counted,
  floatMinor: bodyAmount,
})

export const drawerClosed = z.strictObject({
  drawerId: uuidSchema,
  counted,
  expectedMinor: bodyAmount,
  countedMinor: bodyAmount,
  differenceMinor: bodyAmount,
})
