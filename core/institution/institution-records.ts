import { z } from 'zod'
import { publicKeyTextSchema } from '../enrolment/key-text.ts'
import { logIdSchema, uuidSchema } from '../journal/record.ts'
import { ledgerAccountSchema } from '../ledger/ledger-account.ts'
import { currencySchema } from '../money/currency.ts'
import { staffGranted } from './staff-records.ts'

/** The first record of every log: whose it is, and which log's life it goes on from, if any. */
export const logOpened = z.strictObject({
  publicKey: publicKeyTextSchema,
  deviceCode: z.string(),
  institutionId: uuidSchema,
  staffId: uuidSchema,
  /** The key of the person at this installation, where one joined; a founding gives each person's key in its own record. */
  staffKey: publicKeyTextSchema.optional(),
  supersedes: logIdSchema.optional(),
})

export const branchOpened = z.strictObject({
  branchId: uuidSchema,
  code: z.string(),
  name: z.string(),
  vaultId: uuidSchema,
})

/** The whole institution as founded: its log is the head-office log. */
export const institutionCreated = z.strictObject({
  institutionId: uuidSchema,
  name: z.string(),
  country: z.string(),
  currency: currencySchema,
  template: z.string(),
  /** January where it is left out. */
  fiscalYearStartMonth: z.int().min(1).max(12).optional(),
  branch: branchOpened,
  chart: z.array(ledgerAccountSchema),
  products: z.array(z.json()),
  staff: z.array(staffGranted),
})
