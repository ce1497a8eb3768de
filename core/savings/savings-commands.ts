import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { amountMaxMinor, positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { noteSchema } from '../text-fields.ts'

/** Who holds an account besides the client whose it is, and whether one of them may pay out of it or only all together. */
const heldBy = {
  holders: z
    .array(uuidSchema)
    .max(9, { error: 'too-many' })
    .refine(holders => new Set(holders).size === holders.length, { error: 'repeated-holder' })
    .optional(),
  signing: z.enum(['any', 'all']).optional(),
}

/** The holders who have signed for it before the officer; their paper is kept with the receipt. */
const signedBy = z.array(uuidSchema).max(10, { error: 'too-many' }).optional()

export const openAccountSchema = z.strictObject({
  ...keyed,
  type: z.literal('savings.open'),
  clientId: uuidSchema,
  productId: z.string().max(60),
  /** Of a deposit with a term; the product's usual one when it is left out. */
  termMonths: z.int().min(1).max(600).optional(),
  /** Of a recurring deposit: what it takes each time. */
  installmentMinor: positiveAmountSchema.optional(),
  ...heldBy,
})
export type OpenAccount = z.infer<typeof openAccountSchema>

const amountOnAccount = {
  ...keyed,
  accountId: uuidSchema,
  amountMinor: positiveAmountSchema,
  currency: currencySchema,
}

export const depositSchema = z.strictObject({ ...amountOnAccount, type: z.literal('savings.deposit') })
export type Deposit = z.infer<typeof depositSchema>

export const withdrawSchema = z.strictObject({ ...amountOnAccount, type: z.literal('savings.withdraw'), signedBy })
export type Withdraw = z.infer<typeof withdrawSchema>

export const transferSchema = z.strictObject({
  ...amountOnAccount,
  type: z.literal('savings.transfer'),
  toAccountId: uuidSchema,
  signedBy,
})
export type Transfer = z.infer<typeof transferSchema>

/** What the account held in the books of before. */
export const takeOverSchema = z.strictObject({
  ...amountOnAccount,
  type: z.literal('savings.take-over'),
  /** The client owes it: the account is overdrawn. */
  isOwed: z.literal(true).optional(),
  /** Of a deposit with a term, both or neither: when the term that runs began, and when it ends. */
  termFrom: businessDateSchema.optional(),
  maturesOn: businessDateSchema.optional(),
  /** Of a recurring deposit: what was paid in since the term began; all of the amount where it is left out. */
  paidInMinor: positiveAmountSchema.optional(),
  /** Interest accrued through yesterday and not posted. */
  interestMinor: positiveAmountSchema.optional(),
})
export type TakeOver = z.infer<typeof takeOverSchema>

export const holdReasons = ['dispute', 'court-order', 'guarantee', 'cheque', 'other'] as const
export const placeHoldSchema = z.strictObject({
  ...amountOnAccount,
  type: z.literal('hold.place'),
  reason: z.enum(holdReasons),
  /** The last day that it counts on; it lasts until it is ended when left out. */
  expiresOn: businessDateSchema.optional(),
  note: noteSchema.optional(),
})
export type PlaceHold = z.infer<typeof placeHoldSchema>

export const releaseHoldSchema = z.strictObject({ ...keyed, type: z.literal('hold.release'), holdId: uuidSchema })
export type ReleaseHold = z.infer<typeof releaseHoldSchema>

export const captureHoldSchema = z.strictObject({
  ...keyed,
  type: z.literal('hold.capture'),
  holdId: uuidSchema,
  amountMinor: positiveAmountSchema,
  /** Where the money goes: out in cash through the person's own drawer, or to an account of the ledger. */
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('drawer') }),
    z.strictObject({ kind: z.literal('ledger'), account: ledgerCodeSchema }),
  ]),
  note: noteSchema.optional(),
  signedBy,
})
export type CaptureHold = z.infer<typeof captureHoldSchema>

const onAccount = { ...keyed, accountId: uuidSchema }

export const reactivateAccountSchema = z.strictObject({ ...onAccount, type: z.literal('savings.reactivate') })
export type ReactivateAccount = z.infer<typeof reactivateAccountSchema>

export const closeAccountSchema = z.strictObject({
  ...onAccount,
  type: z.literal('savings.close'),
  /** Where what is left goes: out in cash through the person's own drawer, or to another account that is kept here. */
  payout: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('drawer') }),
    z.strictObject({ kind: z.literal('account'), toAccountId: uuidSchema }),
  ]),
  signedBy,
})
export type CloseAccount = z.infer<typeof closeAccountSchema>

export const setOverdraftSchema = z.strictObject({
  ...onAccount,
  type: z.literal('savings.set-overdraft'),
  /** Zero ends the overdraft. */
  limitMinor: z
    .bigint({ error: 'not-whole-minor-units' })
    .nonnegative({ error: 'too-small' })
    .max(amountMaxMinor, { error: 'too-large' }),
})
export type SetOverdraft = z.infer<typeof setOverdraftSchema>

export const setHoldersSchema = z.strictObject({
  ...onAccount,
  type: z.literal('savings.set-holders'),
  holders: heldBy.holders.unwrap(),
  signing: heldBy.signing.unwrap(),
  signedBy,
})
export type SetHolders = z.infer<typeof setHoldersSchema>

export const instructionFrequencies = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
export type InstructionFrequency = (typeof instructionFrequencies)[number]

export const placeInstructionSchema = z.strictObject({
  ...amountOnAccount,
  type: z.literal('standing-instruction.place'),
  /** Another account; or a loan of a holder, of which what is due is paid, at most so much each time. */
  toAccountId: uuidSchema,
  frequency: z.enum(instructionFrequencies),
  startsOn: businessDateSchema,
  /** Its last possible day, and how often at most; it goes on until it is cancelled when both are left out. */
  endsOn: businessDateSchema.optional(),
  times: z.int().min(1).max(1_000).optional(),
  /** For how many days after its date it is tried again where the money is not there. */
  retryDays: z.int().min(0).max(15),
  signedBy,
})
export type PlaceInstruction = z.infer<typeof placeInstructionSchema>

export const cancelInstructionSchema = z.strictObject({
  ...keyed,
  type: z.literal('standing-instruction.cancel'),
  instructionId: uuidSchema,
})
export type CancelInstruction = z.infer<typeof cancelInstructionSchema>
