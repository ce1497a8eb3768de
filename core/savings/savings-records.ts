import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { accrualSchema } from '../interest/accrual.ts'
import { bodyAmount } from '../journal/body.ts'
import { logIdSchema, uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

export const savingsOpened = z.strictObject({
  accountId: uuidSchema,
  number: z.string(),
  clientId: uuidSchema,
  productId: z.string(),
  productVersion: z.int(),
  controlAccount: z.string(),
  currency: currencySchema,
  custodian: logIdSchema,
  maturesOn: businessDateSchema.optional(),
  installmentMinor: bodyAmount.optional(),
  /** Besides the client whose it is. */
  holders: z.array(uuidSchema).optional(),
  signing: z.enum(['any', 'all']).optional(),
})

/** Of `savings.deposited` and `savings.withdrawn`. */
export const savingsCashMoved = z.strictObject({
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  drawerId: uuidSchema,
  signedBy: z.array(uuidSchema).optional(),
})

export const savingsTransferred = z.strictObject({
  accountId: uuidSchema,
  toAccountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  signedBy: z.array(uuidSchema).optional(),
})

/** What an account brought from the books of before; `accrual` is how far its interest is counted with it. */
export const savingsTakenOver = z.strictObject({
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  isOwed: z.literal(true).optional(),
  term: z
    .strictObject({
      from: businessDateSchema,
      maturesOn: businessDateSchema,
      /** Installments of which the books of before have judged whether they were there. */
      judged: z.int().min(0),
    })
    .optional(),
  paidInMinor: bodyAmount.optional(),
  interestMinor: bodyAmount.optional(),
  accrual: accrualSchema.optional(),
})

/** The last of an account: what was posted and taken first, and what was paid out. */
export const savingsClosed = z.strictObject({
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  interestMinor: bodyAmount,
  taxMinor: bodyAmount,
  /** Of the interest accrued: what an early closing loses. */
  forfeitedMinor: bodyAmount,
  feesMinor: bodyAmount,
  drawerId: uuidSchema.optional(),
  toAccountId: uuidSchema.optional(),
  signedBy: z.array(uuidSchema).optional(),
})

export const holdPlaced = z.strictObject({
  holdId: uuidSchema,
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  reason: z.string(),
  expiresOn: businessDateSchema.optional(),
})

/** Out of the account and out of the hold: in cash through a drawer, or to an account of the ledger. */
export const holdCaptured = z.strictObject({
  holdId: uuidSchema,
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  drawerId: uuidSchema.optional(),
  ledgerAccount: z.string().optional(),
  signedBy: z.array(uuidSchema).optional(),
})

export const holdReleased = z.strictObject({
  holdId: uuidSchema,
  accountId: uuidSchema,
})

/** Of what is decided about an account and moves no money. */
export const accountNamed = z.strictObject({ accountId: uuidSchema })

export const overdraftSet = z.strictObject({ accountId: uuidSchema, limitMinor: bodyAmount })

export const holdersSet = z.strictObject({
  accountId: uuidSchema,
  holders: z.array(uuidSchema),
  signing: z.enum(['any', 'all']),
  signedBy: z.array(uuidSchema).optional(),
})

export const instructionPlaced = z.strictObject({
  instructionId: uuidSchema,
  accountId: uuidSchema,
  toAccountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  frequency: z.string(),
  startsOn: businessDateSchema,
  endsOn: businessDateSchema.optional(),
  times: z.int().optional(),
  retryDays: z.int(),
  signedBy: z.array(uuidSchema).optional(),
})

export const instructionCancelled = z.strictObject({ instructionId: uuidSchema, accountId: uuidSchema })
