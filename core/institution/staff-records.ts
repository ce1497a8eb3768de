import { z } from 'zod'
import { limitsSchema, roleSchema } from '../authority/roles.ts'
import { publicKeyTextSchema } from '../enrolment/key-text.ts'
import { uuidSchema } from '../journal/record.ts'
import { staffCodeSchema } from '../text-fields.ts'

/** A person as head office grants them, without their name: that is in the `staff-profile` blob under the person's own key. */
export const staffGranted = z.strictObject({
  staffId: uuidSchema,
  code: staffCodeSchema,
  role: roleSchema,
  /** The branch of the record where it is left out. */
  branchId: uuidSchema.optional(),
  limits: limitsSchema,
  publicKey: publicKeyTextSchema,
  grantValidUntil: z.iso.datetime({ precision: 3 }),
})
export type StaffGranted = z.infer<typeof staffGranted>

/** A key that a person has at this log's installation from this record on, in place of the one before. */
export const staffKeyed = z.strictObject({ staffId: uuidSchema, publicKey: publicKeyTextSchema })

export const staffSuspended = z.strictObject({ staffId: uuidSchema })
