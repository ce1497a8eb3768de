import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { countedPieces } from './cash-records.ts'

const end = z.strictObject({ kind: z.enum(['vault', 'drawer', 'bank']), id: uuidSchema })

export const cashSent = z.strictObject({
  transferId: uuidSchema,
  from: end,
  to: end,
  currency: currencySchema,
  counted: countedPieces,
  amountMinor: bodyAmount,
  slip: z.string().optional(),
})

export const cashReceived = z.strictObject({
  transferId: uuidSchema,
  counted: countedPieces,
  amountMinor: bodyAmount,
  differenceMinor: bodyAmount,
  slip: z.string().optional(),
  discrepancy: z.string().optional(),
})

export const transferCancelled = z.strictObject({ transferId: uuidSchema })
