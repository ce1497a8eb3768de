import { z } from 'zod'
import { attachmentsSchema } from '../decision/attachments.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { noteSchema, shortTextSchema } from '../text-fields.ts'
import { collateralKinds } from './security-records.ts'

const onLoan = { ...keyed, loanId: uuidSchema }

export const guaranteeLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.guarantee'),
  /** A client of the institution. */
  guarantorId: uuidSchema,
  coversMinor: positiveAmountSchema,
  /** An account of the guarantor, on which what is covered is held. */
  accountId: uuidSchema.optional(),
  /** Of an account that is everybody's together. */
  signedBy: z.array(uuidSchema).max(10, { error: 'too-many' }).optional(),
})
export type GuaranteeLoan = z.infer<typeof guaranteeLoanSchema>

export const releaseGuarantorSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.release-guarantor'),
  guaranteeId: uuidSchema,
  note: noteSchema.optional(),
})
export type ReleaseGuarantor = z.infer<typeof releaseGuarantorSchema>

export const pledgeOnLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.pledge'),
  kind: z.enum(collateralKinds),
  description: shortTextSchema,
  valueMinor: positiveAmountSchema,
  /** Whose it is, as their papers say. */
  owner: shortTextSchema,
  /** What it is known by: the number of a title, a plate, an engine. */
  reference: shortTextSchema.optional(),
  attachments: attachmentsSchema.optional(),
})
export type PledgeOnLoan = z.infer<typeof pledgeOnLoanSchema>

export const releaseCollateralSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.release-collateral'),
  collateralId: uuidSchema,
  note: noteSchema.optional(),
})
export type ReleaseCollateral = z.infer<typeof releaseCollateralSchema>
