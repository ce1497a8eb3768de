import { z } from 'zod'
import { limitsSchema, roleSchema } from '../authority/roles.ts'
import { uuidSchema } from '../journal/record.ts'
import { staffCodeSchema } from '../text-fields.ts'

/** A person as head office grants them, without their name: that is in the `staff-profile` blob under the person's own key. */
export const staffGranted = z.strictObject({
  staffId: uuidSchema,
  code: staffCodeSchema,
  role: roleSchema,
  limits: limitsSchema,
  publicKey: z.string().regex(/^[\w-]{43}$/),
  grantValidUntil: z.iso.datetime({ precision: 3 }),
})
export type StaffGranted = z.infer<typeof staffGranted>

export const staffSuspended = z.strictObject({ staffId: uuidSchema })
