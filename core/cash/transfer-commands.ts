import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { countedMinor, denominationCountSchema } from '../money/denominations.ts'
import { noteSchema, paperReferenceSchema } from '../text-fields.ts'

/** Where cash is sent from or to: the branch's vault, somebody's drawer, or an account of the institution at a bank. */
export const cashEndSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vault') }),
  z.strictObject({ kind: z.literal('drawer'), drawerId: uuidSchema }),
  z.strictObject({ kind: z.literal('bank'), bankAccountId: uuidSchema }),
])
export type CashEnd = z.infer<typeof cashEndSchema>

/** Two accounts at banks are one place here: what goes from one to the other is no cash, and is a journal. */
const isSamePlace = (from: CashEnd, to: CashEnd): boolean =>
  from.kind === to.kind && (from.kind !== 'drawer' || to.kind !== 'drawer' || from.drawerId === to.drawerId)

export const sendCashSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('cash.send'),
    from: cashEndSchema,
    to: cashEndSchema,
    currency: currencySchema,
    counted: denominationCountSchema.refine(counts => countedMinor(counts) > 0n, { error: 'not-positive' }),
    /** The number of the bank's slip, or of the bag. */
    slip: paperReferenceSchema.optional(),
  })
  .refine(({ from, to }) => !isSamePlace(from, to), { error: 'same-place', path: ['to'] })
export type SendCash = z.infer<typeof sendCashSchema>

export const discrepancies = ['miscounted', 'lost', 'counterfeit', 'other'] as const

export const receiveCashSchema = z.strictObject({
  ...keyed,
  type: z.literal('cash.receive'),
  transferId: uuidSchema,
  /** What the receiver counts, without being told what was sent. */
  counted: denominationCountSchema,
  slip: paperReferenceSchema.optional(),
  /** Says that the difference stands, and why. */
  discrepancy: z.enum(discrepancies).optional(),
  note: noteSchema.optional(),
})
export type ReceiveCash = z.infer<typeof receiveCashSchema>

export const cancelTransferSchema = z.strictObject({
  ...keyed,
  type: z.literal('cash.cancel-transfer'),
  transferId: uuidSchema,
})
export type CancelTransfer = z.infer<typeof cancelTransferSchema>
